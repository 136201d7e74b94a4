/** An exact decimal number: `digits` × 10^-`places`. */
export interface Decimal {
  readonly digits: bigint
  readonly places: number
}

/** '-12.50' → exact decimal, or null when the text is not a plain decimal number. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole + fraction === '') return null
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, places: fraction.length }
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, places: left.places + right.places }
}

export function add(left: Decimal, right: Decimal): Decimal {
  const places = Math.max(left.places, right.places)
  return { digits: rescale(left, places) + rescale(right, places), places }
}

/** Whether two numbers differ by no more than half a step: the one may be the other, rounded to whole steps. */
export function isWithinHalf(step: Decimal, left: Decimal, right: Decimal): boolean {
  const places = Math.max(step.places, left.places, right.places)
  const difference = rescale(left, places) - rescale(right, places)
  return (difference < 0n ? -difference : difference) * 2n <= rescale(step, places)
}

function rescale(value: Decimal, places: number): bigint {
  return value.digits * 10n ** BigInt(places - value.places)
}

/** Plain text with exactly `places` decimals, rounded half away from zero (四舍五入). */
export function formatDecimal(value: Decimal, places: number): string {
  let digits = value.digits < 0n ? -value.digits : value.digits
  if (value.places <= places) digits *= 10n ** BigInt(places - value.places)
  else {
    const divisor = 10n ** BigInt(value.places - places)
    digits = (digits + divisor / 2n) / divisor
  }
  const sign = value.digits < 0n && digits > 0n ? '-' : ''
  const text = digits.toString().padStart(places + 1, '0')
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
}

export const zero: Decimal = { digits: 0n, places: 0 }
export const one: Decimal = { digits: 1n, places: 0 }
