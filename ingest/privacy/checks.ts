const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const idChecks = '10X98765432'

/** GB 11643-1999: the last character of an 18-character citizen number is a checksum of the others. */
export function isCitizenId(text: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(text))
    return false
  let sum = 0
  for (const [index, weight] of idWeights.entries()) sum += Number(text[index]) * weight
  return idChecks[sum % 11] === text[17]?.toUpperCase()
}

/** Provinces, as the first two digits of a citizen number name them. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
)

/** The fifteen-digit numbers issued until 1999 have no checksum: province and day of birth must be real. */
export function isOldCitizenId(digits: string): boolean {
  if (!/^\d{15}$/.test(digits) || !provinces.has(digits.slice(0, 2))) return false
  const [year, month, day] = [digits.slice(6, 8), digits.slice(8, 10), digits.slice(10, 12)].map(Number)
  const date = new Date(Date.UTC(1900 + (year ?? 0), (month ?? 0) - 1, day))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}

/** Luhn checksum (ISO/IEC 7812-1) over a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let back = 0; back < digits.length; back++) {
    const digit = Number(digits[digits.length - 1 - back])
    const doubled = back % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Bank cards in China: 16 to 19 digits, UnionPay 62…, or 3–5 of the older international ranges. */
export function isBankCard(digits: string): boolean {
  return /^(?:62\d{14,17}|[45]\d{15}|3[0-9]\d{14})$/.test(digits) && passesLuhn(digits)
}
