import { createRandom, type Random } from '../prng.ts'
import { plantsOfCarrying } from './carry-plants.ts'
import { lookAlikes, type LookAlike } from './look-alikes.ts'
import { lookAlikesOfTenders, plantsOfTenders, published, tender } from './tender-plants.ts'
import { plants } from './plants.ts'
import { regionLookAlikes, regionPlants } from './region-plants.ts'
import { RegionYear } from './region-year.ts'
import { plantsOfPurpose } from './purpose-plants.ts'
import { UnitYear, type SourceRecord } from './unit-year.ts'

export interface ScaleOptions {
  readonly seed: string
  /** How many payments, nearly. */
  readonly payments: number
  /** How many times each anomaly and each look-alike is planted; 0 for a clean budget. */
  readonly plantings: number
}

/** What a check must find (rule, unit, year), or, for `mustFind` false, what it may find besides. */
export interface Planted {
  readonly rule: string
  readonly unit: string
  readonly year: number
  readonly mustFind: boolean
}

export const scaleKinds = [
  'payments',
  'budget_lines',
  'budget_adjustments',
  'procurements',
  'units',
  'transfers',
  'revenues',
  'expenditures',
  'debts',
  'treasury_months',
  'investments',
  'receivables',
  'bids',
  'disclosures',
  'disclosure_lines',
] as const

export type ScaleKind = (typeof scaleKinds)[number]

/** One unit's or one government's budget year as records of each source kind; a unit's entry in the register comes with the first of its years only. */
export interface ScalePart extends Readonly<Record<ScaleKind, readonly SourceRecord[]>> {
  readonly truth: readonly Planted[]
}

export const scaleYears: readonly number[] = [2024, 2025]
const allPlants = [...plants, ...plantsOfPurpose, ...plantsOfCarrying, ...plantsOfTenders]
const allLookAlikes: readonly LookAlike[] = [...lookAlikes, ...lookAlikesOfTenders]
/** Payments of a unit in a year, when there are enough for more than the fewest units. */
const perUnitYear = 2_500

/**
 * An invented budget of any size, unit by unit and then government by government, with every kind of anomaly that a rule
 * covers, and what only looks like one. One plant or look-alike to a unit's or a government's year, in places the seed
 * picks; equal options give equal records. Nothing is kept: a part is made when it is asked for.
 */
export function* scaleBudget(options: ScaleOptions): Generator<ScalePart> {
  yield* unitParts(options)
  yield* regionParts(options)
}

function* unitParts({ seed, payments, plantings }: ScaleOptions): Generator<ScalePart> {
  const changes = repeated([...allPlants, ...allLookAlikes], plantings)
  const units = Math.max(fewestFor(changes), Math.round(payments / (scaleYears.length * perUnitYear)))
  const wanted = Math.round(payments / (units * scaleYears.length))
  const random = createRandom(seed)
  for (const { index, year, change } of placesFor(units, changes, random.fork('places'))) {
    const unit = String(100_001 + index)
    const own = random.fork(unit)
    const at = new UnitYear(unit, year, wanted, { own, year: own.fork(String(year)) })
    // Every unit buys something and publishes its accounts in time.
    tender(at, 1)
    change?.apply(at)
    if (at.disclosures.length === 0) published(at, 15)
    yield partOf(at, change)
  }
}

function* regionParts({ seed, plantings }: ScaleOptions): Generator<ScalePart> {
  const changes = repeated([...regionPlants, ...regionLookAlikes], plantings)
  const random = createRandom(`${seed}/regions`)
  for (const { index, year, change } of placesFor(fewestFor(changes), changes, random.fork('places'))) {
    const region = `${String(990_101 + index)}000`
    const own = random.fork(region)
    const at = new RegionYear(region, year, { own, year: own.fork(String(year)) })
    change?.apply(at)
    yield regionPart(at, change)
  }
}

function repeated<C>(changes: readonly C[], times: number): C[] {
  return changes.flatMap((change) => Array<C>(times).fill(change))
}

/** So many that every change finds a year of its own with some to spare. */
function fewestFor(changes: readonly unknown[]): number {
  return Math.ceil((changes.length * 1.25) / scaleYears.length) + 1
}

interface Change {
  readonly onlyYear?: number
}

/** All years of so many units or governments, in order, with the change that falls on each. */
function placesFor<C extends Change>(
  count: number,
  changes: readonly C[],
  random: Random,
): { index: number; year: number; change: C | undefined }[] {
  const places = Array.from({ length: count * scaleYears.length }, (_, at) => at)
  const changeAt = placed(changes, random.shuffle(places))
  return places.map((place) => ({
    index: Math.floor(place / scaleYears.length),
    year: scaleYears[place % scaleYears.length] ?? 0,
    change: changeAt.get(place),
  }))
}

/** Gives each change a place of its own; those that need a year choose first. */
function placed<C extends Change>(changes: readonly C[], places: readonly number[]): Map<number, C> {
  const left = [...places]
  const at = new Map<number, C>()
  const bound = changes.filter(({ onlyYear }) => onlyYear !== undefined)
  for (const change of [...bound, ...changes.filter(({ onlyYear }) => onlyYear === undefined)]) {
    const index = left.findIndex(
      (place) => change.onlyYear === undefined || scaleYears[place % scaleYears.length] === change.onlyYear,
    )
    if (index < 0) throw new RangeError('no place is left for a change')
    const [place] = left.splice(index, 1)
    if (place !== undefined) at.set(place, change)
  }
  return at
}

function unitRecord(at: UnitYear): SourceRecord {
  return {
    agency_code: at.unit,
    agency_name: at.name,
    unit_kind: '行政',
    head_count: String(at.heads),
  }
}

const nothing: ScalePart = {
  payments: [],
  budget_lines: [],
  budget_adjustments: [],
  procurements: [],
  units: [],
  transfers: [],
  revenues: [],
  expenditures: [],
  debts: [],
  treasury_months: [],
  investments: [],
  receivables: [],
  bids: [],
  disclosures: [],
  disclosure_lines: [],
  truth: [],
}

/** What the rules must find of a change, and what they may find besides. */
function truthOf(
  place: { unit: string; year: number },
  change: { name?: string; rule?: string; quality?: string; alsoRaises?: readonly string[] } | undefined,
): Planted[] {
  const rule = change?.rule ?? change?.quality
  return [
    ...(rule === undefined ? [] : [{ ...place, rule, mustFind: true }]),
    ...(change?.alsoRaises ?? []).map((other) => ({ ...place, rule: other, mustFind: false })),
  ]
}

function partOf(at: UnitYear, change: (typeof allPlants)[number] | LookAlike | undefined): ScalePart {
  return {
    ...nothing,
    payments: at.paymentRecords(),
    budget_lines: at.lineRecords(),
    budget_adjustments: at.adjustments,
    procurements: at.procurements,
    investments: at.investments,
    receivables: at.receivables,
    bids: at.bids,
    disclosures: at.disclosures,
    disclosure_lines: at.disclosureLines,
    units: at.year === scaleYears[0] ? [unitRecord(at)] : [],
    truth: truthOf({ unit: at.unit, year: at.year }, change),
  }
}

function regionPart(
  at: RegionYear,
  change: (typeof regionPlants)[number] | (typeof regionLookAlikes)[number] | undefined,
): ScalePart {
  return {
    ...nothing,
    transfers: at.transferRecords(),
    revenues: at.revenueRecords(),
    expenditures: at.expenditureRecords(),
    debts: at.debtRecords(),
    treasury_months: at.treasuryRecords(),
    truth: truthOf({ unit: at.region, year: at.year }, change),
  }
}
