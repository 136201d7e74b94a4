/** Decimal 元 with separators: '1234567.8' → '1,234,567.80'. */
export function formatYuan(amount: string | null): string {
  if (amount === null) return '未填'
  const [whole = '0', fraction = ''] = amount.split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction.padEnd(2, '0').slice(0, 2)}`
}

/** Sum of decimal amounts in hundredths, without floats. */
export function sumYuan(amounts: readonly (string | null)[]): string {
  const cents = amounts.reduce((total, amount) => total + toCents(amount), 0n)
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function toCents(amount: string | null): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?/.exec(amount ?? '')
  if (match === null) return 0n
  const [, sign = '', whole = '0', fraction = ''] = match
  const cents = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))
  return sign === '-' ? -cents : cents
}
