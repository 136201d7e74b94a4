/** Amounts inside the rule engine are whole cents (分) in a safe integer; text enters and leaves as decimal 元. */
export type Cents = number

const decimalText = /^(-?)(\d+)(?:\.(\d{1,2})\d*)?$/

/** Decimal 元 text ('1234.5', '-0.07') → 分. Null for text that is not a plain decimal or too large to be exact. */
export function parseCents(text: string | null | undefined): Cents | null {
  const match = decimalText.exec((text ?? '').trim())
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  if (!Number.isSafeInteger(cents)) return null
  return sign === '-' && cents !== 0 ? -cents : cents
}

/** 分 → decimal 元 text with two places, no separators: what the warehouse stores. */
export function toDecimal(cents: Cents): string {
  const absolute = Math.abs(cents)
  const whole = Math.floor(absolute / 100)
  return `${cents < 0 ? '-' : ''}${whole}.${String(absolute % 100).padStart(2, '0')}`
}

const currencyWords: Readonly<Record<string, string>> = { CNY: '元', USD: '美元', GBP: '英镑', EUR: '欧元' }

/** 分 → '1,234.50 元' for a sentence; the unit follows the currency. */
export function formatMoney(cents: Cents, currency = 'CNY'): string {
  const [whole = '0', fraction = '00'] = toDecimal(cents).split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction} ${currencyWords[currency] ?? currency}`
}

/** A share as a percentage with one decimal: 0.2345 → '23.5%'. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

/** Sum of amounts; exact while every partial sum stays a safe integer (below 90 万亿元). */
export function sumCents(items: Iterable<{ readonly cents: Cents }>): Cents {
  let total = 0
  for (const item of items) total += item.cents
  return total
}
