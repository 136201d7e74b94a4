import type { Cents } from '../money.ts'
import { median } from '../../stats/robust-scale.ts'

/** What one unit paid for one class of spending in one month of a fiscal year. */
export interface ClassMonth {
  readonly unit: string
  readonly spending: string
  readonly year: number
  /** 1–12. */
  readonly month: number
  readonly cents: Cents
}

export interface ClassBudget {
  readonly unit: string
  readonly spending: string
  /** After adjustment. */
  readonly cents: Cents
}

/** Three readings: what the past years would have it be at the least, in the middle, at the most. */
export interface Interval {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** Whose past the interval comes from: the unit's own, that of every unit's spending of the class, or nobody's. */
export type ForecastBasis = 'own' | 'peers' | 'none'

export interface YearEndForecast {
  readonly unit: string
  readonly spending: string
  readonly budget: Cents
  /** Paid to the end of `month`. */
  readonly paid: Cents
  /** 分 that December would have to pay for the whole budget to be used; never below zero. Null without a past. */
  readonly december: Interval | null
  /** 分 that December would pay at the pace of past years. */
  readonly usual: Interval | null
  /** `december.middle` as a share of the budget. */
  readonly share: number | null
  /** December's share of the year's payments in the unit's own past years of the class, oldest first. */
  readonly pastShares: readonly { readonly year: number; readonly share: number }[]
  readonly basis: ForecastBasis
  /** Years (or unit-years) the interval comes from. */
  readonly years: number
  /** Even the least that is needed is `farTimes` the most that is usual: the money will be rushed or left. */
  readonly isFarAboveUsual: boolean
}

export interface YearEndInput {
  readonly year: number
  /** The last whole month of the year, 1–11. */
  readonly month: number
  /** Past years whose payments are whole. */
  readonly wholeYears: ReadonlySet<number>
  readonly months: readonly ClassMonth[]
  readonly budgets: readonly ClassBudget[]
}

/** Units leave a few per cent of their budgets every year, half a December; twice the usual is more than that. */
const farTimes = 2
/** Own years below this many borrow the class's. */
const leastOwnYears = 2
/** Unit-years of a class below this many say nothing. */
const leastPeerYears = 5

/**
 * What December would have to pay, per unit and class, for the adjusted budget to be used whole.
 *
 * december = budget − paid(1…m) − paid(1…m) × g, where g is the ratio in which a past whole year went on from month m
 * to November; usual = paid(1…m) × d, where d is the ratio of a past December. The middle reading takes the median of
 * the past years' ratios, the interval their least and greatest (for peers the 10th and 90th percentile): an empirical
 * interval, no distribution assumed.
 */
export function forecastYearEnd(input: YearEndInput): YearEndForecast[] {
  const paid = new PaidBook(input)
  return input.budgets
    .filter((budget) => budget.cents > 0)
    .map((budget) => forecastOne(input, paid, budget))
    .sort(
      (a, b) =>
        Number(b.isFarAboveUsual) - Number(a.isFarAboveUsual) ||
        (b.december?.middle ?? -1) - (a.december?.middle ?? -1) ||
        compare(a.unit, b.unit) ||
        compare(a.spending, b.spending),
    )
}

function forecastOne(
  input: YearEndInput,
  book: PaidBook,
  { unit, spending, cents }: ClassBudget,
): YearEndForecast {
  const paid = book.between(unit, spending, input.year, 1, input.month)
  const pace = book.paceOf(unit, spending)
  const base = Math.max(0, paid)
  const december =
    pace && mapSpan(pace.untilNovember, (ratio) => Math.max(0, cents - paid - Math.round(base * ratio)))
  const usual = pace && mapSpan(pace.december, (ratio) => Math.round(base * ratio))
  return {
    unit,
    spending,
    budget: cents,
    paid,
    december,
    usual,
    share: december && december.middle / cents,
    pastShares: book.decemberShares(unit, spending),
    basis: pace?.basis ?? 'none',
    years: pace?.years ?? 0,
    isFarAboveUsual: december !== null && usual !== null && december.low > farTimes * usual.high,
  }
}

/** How past years went on from the month, as ratios of what had been paid by then. */
interface Pace {
  readonly basis: 'own' | 'peers'
  readonly years: number
  readonly untilNovember: Interval
  readonly december: Interval
}

interface Ratios {
  readonly untilNovember: number
  readonly december: number
}

/** Payments by unit, class, year and month, and what past years say from them. */
class PaidBook {
  private readonly sums = new Map<string, number[]>()
  private readonly peers = new Map<string, Ratios[]>()
  private readonly input: YearEndInput
  private readonly pastYears: readonly number[]

  constructor(input: YearEndInput) {
    this.input = input
    this.pastYears = [...input.wholeYears].filter((year) => year < input.year).sort((a, b) => a - b)
    const pairs = new Map<string, { unit: string; spending: string }>()
    for (const { unit, spending, year, month, cents } of input.months) {
      const key = keyOf(unit, spending, year)
      const months = this.sums.get(key) ?? new Array<number>(13).fill(0)
      months[month] = (months[month] ?? 0) + cents
      this.sums.set(key, months)
      pairs.set(keyOf(unit, spending, 0), { unit, spending })
    }
    for (const { unit, spending } of pairs.values())
      this.peers.set(spending, [...(this.peers.get(spending) ?? []), ...this.ratiosOf(unit, spending)])
  }

  between(unit: string, spending: string, year: number, from: number, to: number): Cents {
    const months = this.sums.get(keyOf(unit, spending, year)) ?? []
    let total = 0
    for (let month = from; month <= to; month++) total += months[month] ?? 0
    return total
  }

  /** The unit's own past when it is long enough, else its class's, else null. */
  paceOf(unit: string, spending: string): Pace | null {
    const own = this.ratiosOf(unit, spending)
    if (own.length >= leastOwnYears) return toPace('own', own, 0)
    const peers = this.peers.get(spending) ?? []
    return peers.length >= leastPeerYears ? toPace('peers', peers, 0.1) : null
  }

  /** Of each past whole year in which something was paid by the month, oldest first. */
  private ratiosOf(unit: string, spending: string): Ratios[] {
    const { month } = this.input
    return this.pastYears.flatMap((year) => {
      const before = this.between(unit, spending, year, 1, month)
      const share = (from: number, to: number) =>
        Math.max(0, this.between(unit, spending, year, from, to)) / before
      return before > 0 ? [{ untilNovember: share(month + 1, 11), december: share(12, 12) }] : []
    })
  }

  decemberShares(unit: string, spending: string): { year: number; share: number }[] {
    return this.pastYears.flatMap((year) => {
      const total = this.between(unit, spending, year, 1, 12)
      return total > 0 ? [{ year, share: this.between(unit, spending, year, 12, 12) / total }] : []
    })
  }
}

function keyOf(unit: string, spending: string, year: number): string {
  return `${unit}\u0000${spending}\u0000${String(year)}`
}

function toPace(basis: Pace['basis'], ratios: readonly Ratios[], tail: number): Pace {
  return {
    basis,
    years: ratios.length,
    untilNovember: spanOf(
      ratios.map(({ untilNovember }) => untilNovember),
      tail,
    ),
    december: spanOf(
      ratios.map(({ december }) => december),
      tail,
    ),
  }
}

/** The median, and the quantiles (nearest rank) that leave `tail` on either side. */
function spanOf(values: readonly number[], tail: number): Interval {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { low: at(tail), middle: median(sorted), high: at(1 - tail) }
}

/** The span of a monotone function of a ratio. */
function mapSpan({ low, middle, high }: Interval, of: (ratio: number) => number): Interval {
  const [one, other] = [of(low), of(high)]
  return { low: Math.min(one, other), middle: of(middle), high: Math.max(one, other) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
