import { readAmountInWords } from '../values/amount-in-words.ts'
import { isPlaceholder, narrow } from '../values/text.ts'
import { takeUnit } from '../values/unit.ts'

/** What the label of a 合计, 小计 … says. */
export interface TotalLabel {
  /** As it is written, without blanks: 合计(万元). */
  readonly label: string
  /** Begins with a word that only totals have (合计), not with a name (示例局小计). */
  readonly isPlain: boolean
  /** 累计, 滚存, 承前页: covers earlier pages, months and files as well. */
  readonly isCumulative: boolean
  /** Its own unit, in a bracket: of 合计（万元） 万元. */
  readonly unit: string | null
  /** Of 合计4笔 4 and 笔. */
  readonly count: { readonly number: number; readonly of: string } | null
  /** What else stands behind the word: of 合计：600.00元 the amount. */
  readonly amount: string
}

/** A row that states a total; `at` is the cell of its label. */
export interface TotalRow extends TotalLabel {
  readonly at: number
}

const period =
  '本年度?|本季度?|本月|本期|全年|历年|至今|年初至今|自?年初(?:起|至今|以来|至本[月期])?|(?:截[至止])?(?:\\d{4}年)?(?:\\d{1,2}月?[-—~至到])?\\d{1,2}月[份底末止]?'
const cumulative = `(?:${period})?累计(?:至本[月期]|至今)?`
const plain = `合计|小计|总计|共计|总合计|本页合计|本页小计|本月合计|全年合计|${cumulative}`
const carried = '滚存(?:结余|余额)?|承前页|承上页|接上页|过次页|转次页|转下页'
const named = `\\p{Script=Han}{0,20}(?:小计|合计|总计|累计|滚存(?:结余|余额)?)|(?:以上)?共(?=\\d)|${carried}`
const counted = '(?:共计|共)?(?:(\\d[\\d,]*)([笔件条项户人个家份次]))?'
const plainForm = labelForm(plain)
const namedForm = labelForm(named)
const beyondFile = new RegExp(`累计|${carried}`)

function labelForm(word: string): RegExp {
  return new RegExp(`^(?:${word})(?:金额|数额|总额|数|额)?${counted}[,、;]?(?:金额)?(.*)$`, 'u')
}

/** What stands beside the name of a total: nothing, an amount, a count. */
const figure = /^[-+(]?[¥￥$]?[-+]?[\d,.，]+(?:%|[万亿]?元整?|[万亿笔人个项户家份次件条])?\)?$/
const inWords = /^(?:大写|小写|人民币)/
const group = /^[\p{Script=Han}()（）、]{1,20}$/u

/** What a cell says as the label of a total; null for any other text, such as 合计拨付示例公司. */
export function readTotalLabel(cell: string): TotalLabel | null {
  const { unit, rest } = takeUnit(cell)
  const text = bare(rest)
  for (const form of [plainForm, namedForm]) {
    const match = form.exec(text)
    const [, number, of = '', amount = ''] = match ?? []
    if (!match || !couldFollow(amount)) continue
    return {
      label: narrow(cell).replace(/\s|:$/g, ''),
      isPlain: form === plainForm,
      isCumulative: beyondFile.test(text),
      unit,
      count: number === undefined ? null : { number: Number(number.replaceAll(',', '')), of },
      amount,
    }
  }
  return null
}

function couldFollow(text: string): boolean {
  return /^(?:大写|小写|人民币)*$/.test(text) || figure.test(text) || readAmountInWords(text) !== null
}

/**
 * The 合计, 小计 … that a row states, or null for a row of data. Only figures may stand beside it. Before a bare 小计
 * the name of its group may stand; in a table with amounts a row that begins with a bare 合计 is always a total.
 */
export function findTotal(cells: readonly string[], hasAmounts: boolean): TotalRow | null {
  const filled = [...cells.keys()].filter((index) => !isEmptyCell(cells[index] ?? ''))
  for (const [place, at] of filled.slice(0, mostBefore).entries()) {
    const label = readTotalLabel(cells[at] ?? '')
    if (label === null || !(label.isPlain || hasAmounts || nameAlone.test(label.label))) continue
    return isTotal(label, cells, filled, { place, hasAmounts }) ? { ...label, at } : null
  }
  return null
}

/** Where there are no amounts, 水费累计 may well be what a letter is about. */
const nameAlone = /(?:小计|合计|总计)\)?$/
const mostBefore = 3

function isTotal(
  label: TotalLabel,
  cells: readonly string[],
  filled: readonly number[],
  { place, hasAmounts }: { place: number; hasAmounts: boolean },
): boolean {
  if (hasAmounts && isPlainTotal(cells)) return true
  const texts = filled.map((index) => bare(cells[index] ?? ''))
  const before = texts.slice(0, place).every((text) => isFigure(text) || (label.isPlain && group.test(text)))
  return before && texts.slice(place + 1).every(isFigure)
}

/** Blank, or a stroke and the like. */
export function isEmptyCell(cell: string): boolean {
  const text = bare(cell)
  return text === '' || isPlaceholder(text)
}

function bare(cell: string): string {
  return narrow(cell).replace(/[\s:()（）]/g, '')
}

/** A number with its unit, an amount in words, or the beginning of one. */
export function isFigure(cell: string): boolean {
  const text = bare(cell)
  return figure.test(text) || inWords.test(text) || readAmountInWords(text) !== null
}

/** Begins as a total does: its first cell, or the one after a row number, says nothing else. */
export function isPlainTotal(cells: readonly string[]): boolean {
  for (const cell of cells) {
    const text = cell.trim()
    if (text === '' || /^\d+$/.test(text)) continue
    return text.length <= longest && text.includes('计') && readTotalLabel(text)?.isPlain === true
  }
  return false
}

/** The engine, too, leaves texts up to this length to the reader where they might be a total. */
const longest = 12
