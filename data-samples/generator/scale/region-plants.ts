import { type RegionYear } from './region-year.ts'

/** Changes a government's year so that one rule must speak. */
export interface RegionPlant {
  readonly rule: string
  readonly alsoRaises?: readonly string[]
  readonly onlyYear?: number
  apply(at: RegionYear): void
}

/** What looks like a plant of a government's year and is none. */
export interface RegionLookAlike {
  readonly name: string
  readonly onlyYear?: number
  apply(at: RegionYear): void
}

/** Issues a part of the advance of one kind only once the year has begun. */
function issueLater(at: RegionYear, kind: string, share: number): void {
  for (const one of at.transfers.filter((item) => item.kind === kind && item.isAdvance)) {
    const late = Math.round(one.amount * share)
    one.amount -= late
    at.transfers.push({ ...one, amount: late, isAdvance: false })
  }
}

export const regionPlants: readonly RegionPlant[] = [
  {
    rule: 'B07',
    onlyYear: 2025,
    apply: (at) => {
      issueLater(at, at.random.pick(['一般', '专项']), 0.15 + at.random.next() * 0.7)
    },
  },
]

export const regionLookAlikes: readonly RegionLookAlike[] = [
  {
    name: '据实结算的专项不计入提前下达',
    onlyYear: 2025,
    apply: (at) => {
      const amount = at.random.int(2_000_000_000, 4_000_000_000)
      const to = `${at.region.slice(0, 6)}001`
      at.transfers.push({ kind: '专项（据实结算）', amount, to, isAdvance: false, year: at.year - 1 })
    },
  },
]
