import { isObject, valueAt, type JsonObject } from '../../formats/json/records.ts'

const totalNames = new Set(['total', 'totalcount', 'totalelements', 'totalrecords'])

/**
 * How many records a source says there are in all: at the place its settings name (`none`: it does not say), else under
 * a usual name beside the records. Null where it says nothing that can be a total: a guess below the page's own number
 * of records is none, and `count` may as well be that number.
 */
export function statedTotal(
  document: unknown,
  records: readonly JsonObject[],
  place: string | undefined,
): number | null {
  if (place === 'none') return null
  if (place !== undefined) return wholeNumber(valueAt(document, place))
  for (const [key, value] of Object.entries(besideOf(document, records) ?? {})) {
    const name = key.toLowerCase().replaceAll('_', '')
    const number = wholeNumber(value)
    if (number === null || number < records.length) continue
    if (totalNames.has(name) || (name === 'count' && number > records.length)) return number
  }
  return null
}

/** The object that holds the very list. */
function besideOf(value: unknown, records: readonly JsonObject[]): JsonObject | null {
  if (!isObject(value)) return null
  const children = Object.values(value)
  if (children.includes(records)) return value
  for (const child of children) {
    const found = besideOf(child, records)
    if (found) return found
  }
  return null
}

function wholeNumber(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  return /^\d{1,12}$/.test(String(value)) ? Number(value) : null
}
