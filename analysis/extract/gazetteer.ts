import type { EntityConfig, NamedType, ProjectName, RegionName, UnitName } from './entity.ts'

/** How a text stands for a record: as its name, as an alias of it, or in a form cut down from the name. */
export type NameForm = 'name' | 'alias' | 'short' | 'bare'

export interface NameEntry {
  type: NamedType
  form: NameForm
  /** Every record the text can stand for, in the order of their codes. */
  codes: readonly string[]
}

/** Texts and what they can stand for. */
export type Gazetteer = ReadonlyMap<string, NameEntry>

const FORM_RANK: Readonly<Record<NameForm, number>> = { name: 0, alias: 1, short: 2, bare: 3 }

/**
 * Every way in which letters write the regions, units and projects: names and aliases of the master data, and the
 * customary short forms: 岭东 for 岭东区, 望湖街道办 for 望湖街道, 市住建局 and 住建局 for 云岭市住房和城乡建设局.
 */
export function buildGazetteer(config: EntityConfig): Gazetteer {
  const draft = new GazetteerDraft()
  for (const region of config.regions) addRegion(draft, region)
  for (const unit of config.units) addUnit(draft, unit, config)
  for (const project of config.projects) addProject(draft, project)
  for (const { type, text, action, target } of config.decisions) {
    if (action === 'alias' && target !== null) draft.add(text, type, target, 'name')
  }
  return draft.entries
}

class GazetteerDraft {
  readonly entries = new Map<string, NameEntry>()

  /** A clearer form displaces a cut-down one; equal forms share the text. */
  add(text: string, type: NamedType, code: string, form: NameForm): void {
    if (text.length < 2) return
    const known = this.entries.get(text)
    if (known === undefined || FORM_RANK[form] < FORM_RANK[known.form]) {
      this.entries.set(text, { type, form, codes: [code] })
    } else if (known.type === type && known.form === form && !known.codes.includes(code)) {
      this.entries.set(text, { ...known, codes: [...known.codes, code].sort() })
    }
  }
}

function addRegion(draft: GazetteerDraft, { code, name }: RegionName): void {
  draft.add(name, 'place', code, 'name')
  if (/^.{2,}[市区县旗州盟]$/u.test(name)) draft.add(name.slice(0, -1), 'place', code, 'short')
  if (!name.endsWith('街道')) return
  draft.add(`${name}办事处`, 'place', code, 'alias')
  draft.add(`${name}办`, 'place', code, 'alias')
  draft.add(`${name.slice(0, -1)}办`, 'place', code, 'alias')
}

function addUnit(draft: GazetteerDraft, unit: UnitName, config: EntityConfig): void {
  const region = ownerOf(unit.name, config.regions)
  const rest = region === null ? '' : unit.name.slice(region.name.length)
  const forms = (text: string): string[] => [text, ...abbreviate(text, config.abbreviations)]
  for (const text of forms(unit.name)) draft.add(text, 'unit', unit.code, 'name')
  for (const alias of unit.aliases)
    for (const text of forms(alias)) draft.add(text, 'unit', unit.code, 'alias')
  if (region === null || rest.length < 3) return
  for (const text of forms(rest)) {
    draft.add(region.name.slice(0, -1) + text, 'unit', unit.code, 'short')
    draft.add(region.name.slice(-1) + text, 'unit', unit.code, 'short')
    if (text.length >= 3) draft.add(text, 'unit', unit.code, 'bare')
  }
}

/** The region whose name a unit's name begins with, the longest if there are several. */
function ownerOf(name: string, regions: readonly RegionName[]): RegionName | null {
  let owner: RegionName | null = null
  for (const region of regions) {
    if (name.startsWith(region.name) && region.name.length > (owner?.name.length ?? 0)) owner = region
  }
  return owner
}

function abbreviate(text: string, abbreviations: EntityConfig['abbreviations']): string[] {
  return abbreviations.flatMap(([full = '', ...shorts]) =>
    text.endsWith(full) ? shorts.map((short) => text.slice(0, -full.length) + short) : [],
  )
}

/** Names that say nothing by themselves: every unit has them. */
const COMMON_PROJECT =
  /^(?:基本支出|人员经费|人员支出|公用经费|日常公用|工资福利|办公费|会议|培训|其他|专项业务费)/u

function addProject(draft: GazetteerDraft, { code, name }: ProjectName): void {
  if (name.length >= 4 && !COMMON_PROJECT.test(name)) draft.add(name, 'project', code, 'name')
}
