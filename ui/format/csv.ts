/**
 * A visible table as CSV text: UTF-8 with a byte order mark so that Excel and WPS read the Chinese, CRLF lines,
 * and a leading apostrophe on any text cell that a spreadsheet would run as a formula (plain numbers stay numbers).
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const formulaStart = /^[=+\-@\t\r＝＋－＠]/
const shownFigure = /^[−-]?\d{1,3}(,\d{3})*(\.\d+)?$/
const plainNumber = /^-?\d+(\.\d+)?$/

function cell(value: string | number | null): string {
  if (value === null) return ''
  // Figures leave as numbers, without the grouping and the typographic minus they are shown with.
  const text = shownFigure.test(String(value))
    ? String(value).replaceAll(',', '').replace('−', '-')
    : String(value)
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a text file to the browser's download list. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
