/** What is read out of a text. place, unit and project are matched with master data; the rest carry their value. */
export const entityTypes = [
  'place',
  'unit',
  'project',
  'amount',
  'date',
  'document',
  'contract',
  'law',
] as const
export type EntityType = (typeof entityTypes)[number]

/** Types whose failures people settle on the page of names. */
export const namedTypes = ['place', 'unit', 'project'] as const
export type NamedType = (typeof namedTypes)[number]

/** ignored: a person said that this text names nothing of the kind. */
export type EntityStatus = 'resolved' | 'ambiguous' | 'unresolved' | 'ignored'

/** One mention. `start` counts UTF-16 units in `title + "\n" + body`, both normalised. */
export interface Entity {
  start: number
  text: string
  type: EntityType
  /** 元 with two decimals, an ISO day, month, year or interval, a number, a law's article; 区划 or 地点 for a place. */
  value: string | null
  /** Code of the region, unit or project. */
  target: string | null
  status: EntityStatus
  /** Codes that fit as well, when more than one does. */
  candidates: readonly string[]
}

export interface RegionName {
  code: string
  name: string
  parent: string | null
  level: string
}

export interface UnitName {
  code: string
  name: string
  /** Former names and short names, as the master data give them. */
  aliases: readonly string[]
}

export interface ProjectName {
  code: string
  name: string
}

/** What a person decided about a text: it means this record, here and (alias) wherever the text stands; or nothing. */
export interface NameDecision {
  type: NamedType
  text: string
  action: 'map' | 'alias' | 'ignore'
  target: string | null
}

/** All the reader needs; plain data. */
export interface EntityConfig {
  regions: readonly RegionName[]
  units: readonly UnitName[]
  projects: readonly ProjectName[]
  /** Short names of kinds of bodies: full ending first, e.g. ['住房和城乡建设局', '住建局']. */
  abbreviations: readonly (readonly string[])[]
  /** Laws that are cited without title marks. */
  laws: readonly string[]
  decisions: readonly NameDecision[]
}
