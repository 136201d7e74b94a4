import type { EntityType } from './entity.ts'
import type { NameEntry } from './gazetteer.ts'

/** A span of the text that says something, before it is matched with master data. */
export interface Mention {
  type: EntityType
  start: number
  end: number
  /** What a figure, date or citation says; null when it cannot be told. */
  value: string | null
  /** What a name can stand for; null for a name that nothing is known of. */
  entry: NameEntry | null
}

export function figure(type: EntityType, start: number, end: number, value: string | null): Mention {
  return { type, start, end, value, entry: null }
}
