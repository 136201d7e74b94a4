/**
 * A number cell as a person sees it: Excel keeps 15 significant digits, the file may hold 17 ("0.30000000000000004").
 * Whole numbers written out are exact, however long: other programs write ids so. What Excel itself has rounded keeps its
 * exponent, by which a reader of ids knows; other results have none.
 */
export function numberText(raw: string): string {
  if (/^-?\d+$/.test(raw) || (raw.length <= 15 && !/[eE]/.test(raw))) return raw
  const value = Number(raw)
  if (!Number.isFinite(value) || (/[eE]/.test(raw) && Math.abs(value) >= 1e15)) return raw
  return expandExponent(String(Number(value.toPrecision(15))))
}

/** '1.5e+21' → '1500000000000000000000', '1e-7' → '0.0000001'; other text unchanged. */
export function expandExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d{1,3})$/i.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', power = '0'] = match
  const digits = whole + fraction
  const point = whole.length + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
