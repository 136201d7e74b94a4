import { bareKey } from '../sources/header-name.ts'
import type { Mapping } from './mapping.ts'

/** Does the mapping's `match.file` fit the file's name? `*` stands for anything, `?` for one character. */
export function fitsFile(mapping: Mapping, fileName: string): boolean {
  if (mapping.matchFile === null) return false
  const pattern = mapping.matchFile
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${pattern}$`, 'iu').test(fileName)
}

/** Are all of the mapping's `match.headers` among the headers? */
export function fitsHeaders(mapping: Mapping, headers: readonly string[]): boolean {
  if (mapping.matchHeaders.length === 0) return false
  const present = new Set(headers.map(bareKey))
  return mapping.matchHeaders.every((header) => present.has(bareKey(header)))
}

/** Whether two mappings wait for the same files by their headers, so that only one of them can be meant. */
export function servesSame(left: Mapping, right: Mapping): boolean {
  const key = ({ matchHeaders, matchSources, matchFile }: Mapping): string =>
    JSON.stringify([[...new Set(matchHeaders.map(bareKey))].sort(), [...matchSources].sort(), matchFile])
  return left.matchHeaders.length > 0 && key(left) === key(right)
}

/**
 * The mappings that may serve a source's files (null: files at hand), its own before those that belong to no source:
 * what one office's headers mean says nothing of another's.
 */
export function mappingsFor(mappings: readonly Mapping[], source: string | null): Mapping[] {
  const own = mappings.filter(({ matchSources }) => source !== null && matchSources.includes(source))
  return [...own, ...mappings.filter(({ matchSources }) => matchSources.length === 0)]
}
