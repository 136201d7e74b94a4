/** JSON columns of the warehouse as the contract shows them; what is not as expected is left out, never guessed. */

export interface LabelledValue {
  readonly label: string
  readonly value: string
}

/** Text of a JSON column → value; null for a missing column or broken JSON. */
export function parseJson(text: string | null): unknown {
  if (text === null || text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** A list of texts, or of objects that carry one under a usual name. */
export function toTexts(text: string | null): string[] {
  const value = parseJson(text)
  if (!Array.isArray(value)) return []
  return value.map(nameOf).filter((name) => name !== null)
}

/** `{ name: value }`, `[{ label, value }]` or a list of sentences → labelled values in their order. */
export function toLabelled(text: string | null): LabelledValue[] {
  const value = parseJson(text)
  if (Array.isArray(value)) return value.map(labelledItem)
  if (!isRecord(value)) return []
  return Object.entries(value).map(([label, item]) => ({ label, value: toText(item) }))
}

/** Reads `{ name: number }`, as reasons of a load are kept. */
export function toCounts(text: string | null): { code: string; count: number }[] {
  const value = parseJson(text)
  if (!isRecord(value)) return []
  return Object.entries(value)
    .map(([code, count]) => ({ code, count: Number(count) }))
    .filter((entry) => Number.isInteger(entry.count))
    .sort((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function labelledItem(item: unknown): LabelledValue {
  if (!isRecord(item)) return { label: '', value: toText(item) }
  const label = nameOf(item) ?? ''
  const rest = Object.entries(item).filter(([, part]) => part !== label)
  const value = item['value'] ?? (rest.length === 1 ? rest[0]?.[1] : Object.fromEntries(rest))
  return { label, value: toText(value) }
}

function nameOf(item: unknown): string | null {
  if (typeof item === 'string') return item
  if (!isRecord(item)) return null
  const name = item['label'] ?? item['name'] ?? item['word'] ?? item['text'] ?? item['place']
  return typeof name === 'string' ? name : null
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value ?? null)
}
