/**
 * Texts that look like personal data. Intake masks free text already; this is the last gate before a public wall, so it
 * rather bars too much: phone and fixed-line numbers, identity and bank card numbers, plates, e-mail addresses.
 */
const patterns = [
  /(?<![0-9a-z])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9a-z])/iu,
  /(?<![0-9a-z])0\d{2,3}[ -]\d{7,8}(?![0-9a-z])/iu,
  /(?<![0-9a-z])\d{17}[0-9x](?![0-9a-z])/iu,
  /(?<![0-9a-z])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?(?![0-9a-z])/iu,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z0-9]{0,5}\d)[A-HJ-NP-Z0-9]{5,6}(?![0-9a-z])/iu,
  /[\w.+-]+@[\w-]+\.\w{2,}/u,
]
/** Amounts (元, two decimals) and instants are long runs of digits, but nobody's. */
const notPersonal = /^-?\d+\.\d{2}$|^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/

export function looksPersonal(text: string): boolean {
  if (notPersonal.test(text)) return false
  const known = text.normalize('NFKC')
  return patterns.some((pattern) => pattern.test(known))
}
