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
