import { readAmountInWords } from '../values/amount-in-words.ts'
import { formatDecimal, isWithinHalf, multiply, parseDecimal, zero, type Decimal } from '../values/decimal.ts'
import { moneyParser } from '../values/money.ts'
import type { CellParser } from '../values/refusal.ts'
import { narrow } from '../values/text.ts'
import { scaleOfUnit } from '../values/unit.ts'
import { isEmptyCell, isFigure, type TotalRow } from './total-row.ts'

/** An amount that a total states. */
export interface StatedAmount {
  /** In 元, with two decimals. */
  readonly yuan: string
  /** What its last digit stands for, in 元, where it is in a larger unit of its own: it may have been rounded there. */
  readonly step: Decimal | null
  readonly isInWords: boolean
}

/** An amount as its column is read, or in the total's own `unit`; null for what is no amount of 人民币. */
export function readStated(text: string, parse: CellParser, unit: string | null): StatedAmount | null {
  const inWords = readAmountInWords(text)
  if (inWords !== null)
    return { yuan: formatDecimal(parseDecimal(inWords) ?? zero, 2), step: null, isInWords: true }
  if (unit === null) return amountOf(parse(text), null)
  const scale = scaleOfUnit(unit)
  if (scale === null) return null
  return amountOf(moneyParser({ scale, decimal: '.' })(text), scale.digits > 1n ? stepOf(text, scale) : null)
}

function stepOf(text: string, scale: Decimal): Decimal {
  const places = /\.(\d+)/.exec(narrow(text))?.[1]?.length ?? 0
  return multiply(scale, { digits: 1n, places })
}

function amountOf(yuan: ReturnType<CellParser>, step: Decimal | null): StatedAmount | null {
  return typeof yuan === 'string' ? { yuan, step, isInWords: false } : null
}

/** Whether a total states this sum: to the 分, or as far as it is written in a larger unit. */
export function equals({ yuan, step }: StatedAmount, sum: Decimal): boolean {
  const stated = parseDecimal(yuan) ?? zero
  return yuan === formatDecimal(sum, 2) || (step !== null && isWithinHalf(step, stated, sum))
}

/** The figures of a total outside the columns of amounts: behind its label, and in the cells after it. */
export function findStated({ at, amount }: TotalRow, cells: readonly string[]): string[] {
  return [amount, ...cells.slice(at + 1)].filter((text) => !isEmptyCell(text) && isFigure(text))
}
