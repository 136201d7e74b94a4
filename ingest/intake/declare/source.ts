import type { SourceFile } from './schema.ts'

export const sourceTypes = ['folder', 'http', 'postgres', 'mysql'] as const
export type SourceType = (typeof sourceTypes)[number]

/** A declared source, read and checked. `name` is the file's name and the source's name in the ledger. */
export interface Source {
  readonly name: string
  readonly type: SourceType
  readonly settings: SourceFile
}

/** Which of the four ways a source file takes; null unless it takes exactly one. */
export function typeOf(file: SourceFile): SourceType | null {
  const present = sourceTypes.filter((type) => file[type] !== undefined)
  const [only] = present
  return present.length === 1 && only !== undefined ? only : null
}

/** Names are file names and folder names: letters of any script, digits, - and _; not what a job's folder is called. */
export function isSourceName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u.test(name) && !/^\d{14}-[0-9a-f]{8}$/.test(name)
}
