import { masterQueries, type Kind, type Warehouse } from '#warehouse'

type Master = 'agency_code' | 'agency_name' | 'bgt_id' | 'region_name'

/** What the master data in the warehouse knows, by list. */
export type Masters = ReadonlyMap<Master, ReadonlySet<string>>

/** A field whose text should be known to a list of the master data. */
export interface Reference {
  readonly field: string
  readonly master: Master
  /** Chinese clause for the rows whose text the list does not know. */
  readonly sentence: string
  /** The text may say more than the name: 云岭市东川区望江街道. */
  readonly contains?: true
}

const unitCode: Reference = {
  field: 'agency_code',
  master: 'agency_code',
  sentence: '预算单位代码不在单位名录中',
}
const unitName: Reference = {
  field: 'agency_name',
  master: 'agency_name',
  sentence: '预算单位不在单位名录中（名称和别名都没有）',
}
const budgetLine: Reference = { field: 'bgt_id', master: 'bgt_id', sentence: '指标编号不在预算指标中' }
const region: Reference = {
  field: 'region',
  master: 'region_name',
  sentence: '地区里没有区划名录中的地名',
  contains: true,
}

const references: Readonly<Partial<Record<Kind, readonly Reference[]>>> = {
  suggestions: [region],
  petitions: [region],
  comments: [region],
  budget_lines: [unitCode, unitName],
  budget_adjustments: [budgetLine],
  payments: [unitCode, unitName, budgetLine],
  procurements: [unitCode, unitName, region],
}

/** The references of a kind whose list holds anything: without master data there is nothing to hold a row to. */
export function referencesOf(kind: Kind, masters: Masters): Reference[] {
  return (references[kind] ?? []).filter(({ master }) => (masters.get(master)?.size ?? 0) > 0)
}

/** True for a text that the list does not know; each text is looked up once. */
export function unknownTo(masters: Masters, { master, contains }: Reference): (text: string) => boolean {
  const names = masters.get(master) ?? new Set<string>()
  if (!contains) return (text) => !names.has(text)
  const list = [...names]
  const answers = new Map<string, boolean>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const isUnknown = !list.some((name) => text.includes(name))
    if (answers.size < maxRemembered) answers.set(text, isUnknown)
    return isUnknown
  }
}

const maxRemembered = 10_000

/** A field whose texts fill a list of the master data. */
export interface Lesson {
  readonly field: string
  readonly master: Master
  /** The text holds several names. */
  readonly several?: true
}

const lessons: Readonly<Partial<Record<Kind, readonly Lesson[]>>> = {
  units: [
    { field: 'agency_code', master: 'agency_code' },
    { field: 'agency_name', master: 'agency_name' },
    { field: 'aliases', master: 'agency_name', several: true },
  ],
  regions: [{ field: 'region_name', master: 'region_name' }],
  budget_lines: [{ field: 'bgt_id', master: 'bgt_id' }],
}

/** What the rows of a kind add to the master data. */
export function taughtBy(kind: Kind): readonly Lesson[] {
  return lessons[kind] ?? []
}

/** The lists that rows of a kind are held to. */
export function referencedBy(kind: Kind): Master[] {
  return (references[kind] ?? []).map(({ master }) => master)
}

/** The master data with more texts in its lists. */
export function extendMasters(
  masters: Masters,
  learned: readonly { readonly lesson: Lesson; readonly text: string }[],
): Masters {
  const more = new Map([...masters].map(([master, names]) => [master, new Set(names)]))
  for (const { lesson, text } of learned) {
    const names = more.get(lesson.master) ?? new Set<string>()
    for (const name of lesson.several ? splitAliases(text) : [text]) names.add(name)
    more.set(lesson.master, names)
  }
  return more
}

function splitAliases(text: string): string[] {
  return text.split(/[、，,;；|\s]+/).filter((alias) => alias !== '')
}

/** Reads the master data as it is published; aliases of units count as their names. */
export async function readMasters(warehouse: Warehouse): Promise<Masters> {
  const masters = new Map<Master, Set<string>>()
  const add = (master: Master, name: string) => {
    const names = masters.get(master) ?? new Set<string>()
    masters.set(master, names.add(name))
  }
  for (const { master, name } of await warehouse.query(masterQueries.names, {}))
    if (master !== 'agency_alias') add(master as Master, name)
    else for (const alias of splitAliases(name)) add('agency_name', alias)
  return masters
}
