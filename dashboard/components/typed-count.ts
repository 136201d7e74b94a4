/**
 * A count as people type it: full-width digits, separators and spaces are understood. Null when nothing is typed, NaN
 * when it is no whole number.
 */
export function typedCount(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  if (plain === '') return null
  return /^\d{1,12}$/.test(plain) ? Number(plain) : NaN
}
