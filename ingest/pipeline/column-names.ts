import { withoutPersonalData } from '../privacy/mask.ts'

/** The names under which the ledger and the rows keep a table's columns: headers may hold personal data too. */
export function keptNames(headers: readonly string[]): string[] {
  return columnNames(headers.map(withoutPersonalData))
}

/** A name for each column that is neither empty nor used twice, for rows kept as header → text. */
export function columnNames(headers: readonly string[]): string[] {
  const used = new Map<string, number>()
  return headers.map((header, index) => {
    const name = header === '' ? unnamed(index) : header
    const times = (used.get(name) ?? 0) + 1
    used.set(name, times)
    return times === 1 ? name : `${name}#${times}`
  })
}

export function unnamed(index: number): string {
  return `第${index + 1}列`
}
