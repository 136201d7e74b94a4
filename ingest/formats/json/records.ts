export type JsonObject = Readonly<Record<string, unknown>>

/**
 * Finds the list of records in a JSON document: the document itself, the list at `path` ('data.rows'), or
 * without a path the longest list of objects within three levels (message boards keep it under `recent`).
 * Ties go to the first found, so the answer does not depend on anything but the document.
 */
export function findRecords(document: unknown, path: string | undefined): JsonObject[] | null {
  if (path !== undefined) return asRecords(valueAt(document, path))
  const whole = asRecords(document)
  if (whole) return whole
  let best: JsonObject[] | null = null
  for (const { list } of listsWithin(document, 3)) if (list.length > (best?.length ?? 0)) best = list
  return best
}

/** Where a document has a list of records, by its dotted path, and how many. */
export interface RecordList {
  readonly path: string
  readonly records: number
}

/** Where else a document has records than in the list that is read. */
export function listsLeftOut(document: unknown, read: readonly JsonObject[]): RecordList[] {
  return listsWhere(document, (list) => list !== read)
}

/** All lists with the columns of the one that is read, itself included: more than one, and nobody can tell which is meant. */
export function listsAlike(document: unknown, read: readonly JsonObject[]): RecordList[] {
  const columns = columnsOf(read)
  return listsWhere(document, (list) => list === read || areAlike(columnsOf(list), columns))
}

/** The lists as the clerk is told of them. */
export function namedLists(lists: readonly RecordList[]): string {
  return lists.map(({ path, records }) => `“${path}”（${records} 条）`).join('、')
}

function listsWhere(document: unknown, isWanted: (list: readonly JsonObject[]) => boolean): RecordList[] {
  return [...listsWithin(document, 3)]
    .filter(({ list }) => list.length > 0 && isWanted(list))
    .map(({ path, list }) => ({ path, records: list.length }))
}

function columnsOf(list: readonly JsonObject[]): ReadonlySet<string> {
  const columns = new Set<string>()
  for (const record of list) for (const key of Object.keys(record)) columns.add(key)
  return columns
}

/** Two thirds of all their columns are in both: a short list of the same records has less than half. */
function areAlike(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const shared = [...left].filter((column) => right.has(column)).length
  return shared * 3 >= (left.size + right.size - shared) * 2
}

/** The text or number at a dotted path, or undefined. */
export function textAt(document: unknown, path: string): string | undefined {
  const value = valueAt(document, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** What lies at a dotted path of a JSON document, or undefined. */
export function valueAt(document: unknown, path: string): unknown {
  return follow(document, path.split('.'))
}

function follow(value: unknown, keys: readonly string[]): unknown {
  let current = value
  for (const key of keys) current = isObject(current) ? current[key] : undefined
  return current
}

function* listsWithin(
  value: unknown,
  depth: number,
  prefix = '',
): Generator<{ readonly path: string; readonly list: JsonObject[] }> {
  if (!isObject(value) || depth === 0) return
  for (const [key, child] of Object.entries(value)) {
    const path = prefix + key
    const list = asRecords(child)
    if (list) yield { path, list }
    else yield* listsWithin(child, depth - 1, `${path}.`)
  }
}

function asRecords(value: unknown): JsonObject[] | null {
  return Array.isArray(value) && value.every(isObject) ? value : null
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One record's fields as cells: nested objects become dotted keys, lists of plain values join with “、”. */
export function flatten(
  record: JsonObject,
  prefix = '',
  into = new Map<string, string>(),
): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    if (isObject(value)) flatten(value, `${prefix}${key}.`, into)
    else into.set(prefix + key, cellText(value))
  }
  return into
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'))
    return value.join('、')
  return JSON.stringify(value)
}
