import { compactFigure, missing, type FigureText } from './number.ts'

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * A decimal string in 元 ("1234567.5") → "1,234,567.50", exact whatever its length: no float in between.
 * Returns "—" for null and for text that is not a decimal.
 */
export function formatYuan(amount: string | null | undefined): string {
  const match = amount === null || amount === undefined ? null : decimal.exec(amount)
  if (!match) return missing
  const [, sign = '', whole = '0', fraction = ''] = match
  const body = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign === '-' ? '−' : ''}${body}.${`${fraction}00`.slice(0, 2)}`
}

/** A decimal string in 元 → a rounded figure in 元, 万元 or 亿元, for headlines and charts. */
export function moneyFigure(amount: string | number | null | undefined): FigureText {
  const value = typeof amount === 'string' ? Number(amount) : amount
  const figure = compactFigure(value)
  return figure.text === missing ? figure : { text: figure.text, unit: `${figure.unit}元` }
}

/** As {@link moneyFigure}, in one string: "1.23亿元". */
export function formatMoney(amount: string | number | null | undefined): string {
  const figure = moneyFigure(amount)
  return figure.text + figure.unit
}

/**
 * Exact sum of decimal strings in 元, so that a page can show that rows add up to their parent.
 * Works in integer 分; anything after the second decimal is refused with `null`, as is a non-decimal.
 */
export function sumYuan(amounts: readonly string[]): string | null {
  let cents = 0n
  for (const amount of amounts) {
    const match = decimal.exec(amount)
    const fraction = match?.[3] ?? ''
    if (!match || /[1-9]/.test(fraction.slice(2))) return null
    const value = BigInt(`${match[2] ?? '0'}${`${fraction}00`.slice(0, 2)}`)
    cents += match[1] === '-' ? -value : value
  }
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
