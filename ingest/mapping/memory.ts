import { bareKey, headerSeparator } from '../sources/header-name.ts'
import type { Mapping } from './mapping.ts'

/** Headers that came and went since a mapping was confirmed. */
export interface Difference {
  readonly mapping: string
  readonly added: readonly string[]
  readonly gone: readonly string[]
}

const leastOverlap = 0.5

/** The stored mapping most of whose headers a file still has, and what is different; null when none is near. */
export function nearestMapping(
  mappings: readonly Mapping[],
  headers: readonly string[],
): { readonly mapping: Mapping; readonly difference: Difference } | null {
  const given = headers.filter((header) => header !== '')
  const present = new Set(given.map(bareKey))
  let best: { mapping: Mapping; difference: Difference } | null = null
  let most = leastOverlap
  for (const mapping of mappings) {
    if (mapping.matchHeaders.length === 0) continue
    const expected = new Set(mapping.matchHeaders.map(bareKey))
    const gone = mapping.matchHeaders.filter((header) => !present.has(bareKey(header)))
    const overlap = 1 - gone.length / mapping.matchHeaders.length
    if (overlap < most) continue
    const added = given.filter((header) => !expected.has(bareKey(header)))
    best = { mapping, difference: { mapping: mapping.name, added, gone } }
    most = overlap
  }
  return best
}

/** Header → field, for the headers of a file that the mapping names. */
export function rememberedFields(mapping: Mapping, headers: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>()
  for (const header of headers)
    for (const [field, source] of mapping.columns)
      if (source.headers.some((known) => sameHeader(known, header))) fields.set(header, field)
  return fields
}

function sameHeader(left: string, right: string): boolean {
  const key = (header: string) => bareKey(header.replaceAll(headerSeparator, ''))
  return key(left) === key(right)
}
