import { createRandom } from '../prng.ts'
import { lookAlikes } from './look-alikes.ts'
import { plants } from './plants.ts'
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

/** One unit's budget year as records of each source kind. */
export interface ScalePart {
  readonly payments: readonly SourceRecord[]
  readonly budget_lines: readonly SourceRecord[]
  readonly budget_adjustments: readonly SourceRecord[]
  readonly procurements: readonly SourceRecord[]
  /** The unit's entry in the register, with the first of its years only. */
  readonly units: readonly SourceRecord[]
  readonly truth: readonly Planted[]
}

export const scaleYears: readonly number[] = [2024, 2025]
const allPlants = [...plants, ...plantsOfPurpose]
/** Payments of a unit in a year, when there are enough for more than the fewest units. */
const perUnitYear = 2_500

/**
 * An invented budget of any size, unit by unit, with every kind of anomaly that a rule on payments, adjustments or
 * contracts covers, and what only looks like one. One plant or look-alike to a unit's year, in places the seed picks;
 * equal options give equal records. Nothing is kept: a part is made when it is asked for.
 */
export function* scaleBudget({ seed, payments, plantings }: ScaleOptions): Generator<ScalePart> {
  const changes = [...allPlants, ...lookAlikes].flatMap((change) =>
    Array<typeof change>(plantings).fill(change),
  )
  const fewest = Math.ceil((changes.length * 1.25) / scaleYears.length) + 1
  const units = Math.max(fewest, Math.round(payments / (scaleYears.length * perUnitYear)))
  const wanted = Math.round(payments / (units * scaleYears.length))
  const random = createRandom(seed)
  const places = random
    .fork('places')
    .shuffle(Array.from({ length: units * scaleYears.length }, (_, at) => at))
  const changeAt = placed(changes, places)
  for (let place = 0; place < places.length; place += 1) {
    const unit = String(100_001 + Math.floor(place / scaleYears.length))
    const year = scaleYears[place % scaleYears.length] ?? 0
    const at = new UnitYear(unit, year, wanted, random.fork(`${unit}-${String(year)}`))
    const change = changeAt.get(place)
    change?.apply(at)
    yield partOf(at, change)
  }
}

type Change = (typeof allPlants)[number] | (typeof lookAlikes)[number]

/** Gives each change a place of its own; those that need a year choose first. */
function placed(changes: readonly Change[], places: readonly number[]): Map<number, Change> {
  const left = [...places]
  const at = new Map<number, Change>()
  const yearOf = (change: Change): number | undefined => ('onlyYear' in change ? change.onlyYear : undefined)
  const bound = changes.filter((change) => yearOf(change) !== undefined)
  for (const change of [...bound, ...changes.filter((one) => yearOf(one) === undefined)]) {
    const wanted = yearOf(change)
    const index = left.findIndex(
      (place) => wanted === undefined || scaleYears[place % scaleYears.length] === wanted,
    )
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

function partOf(at: UnitYear, change: Change | undefined): ScalePart {
  const payments = at.paymentRecords()
  const place = { unit: at.unit, year: at.year }
  const rule = change === undefined ? undefined : 'rule' in change ? change.rule : change.quality
  const also = change !== undefined && 'rule' in change ? (change.alsoRaises ?? []) : []
  return {
    payments,
    budget_lines: at.lineRecords(),
    budget_adjustments: at.adjustments,
    procurements: at.procurements,
    units: at.year === scaleYears[0] ? [unitRecord(at)] : [],
    truth: [
      ...(rule === undefined ? [] : [{ ...place, rule, mustFind: true }]),
      ...also.map((other) => ({ ...place, rule: other, mustFind: false })),
    ],
  }
}
