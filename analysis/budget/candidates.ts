import { buildPayments } from './build-payments.ts'
import { type Payment, groupBy } from './dataset.ts'
import { type CheckOptions } from './options.ts'
import { type Narrowing } from './narrowing.ts'
import { qualityChecks } from './quality-gate.ts'
import { retiredCodes } from './quality/retired-codes.ts'
import { type Candidates, type DayRow, type PaymentFieldCounts } from './rows.ts'
import { beforeApproval, earlyEnds } from './rules/b03-before-approval.ts'
import { threePublicCodes } from './rules/b18-three-public.ts'
import { perHeadCodes } from './rules/b21-meeting-travel.ts'
import { isRestDay } from './rules/b38-holiday-payment.ts'
import { budgetRules } from './rules/index.ts'
import { type Rule } from './rule.ts'
import { thresholdsFor } from './settings.ts'

/** Economic codes whose payments are summed unit by unit. */
export const watchedCodes: readonly string[] = [
  ...threePublicCodes,
  ...perHeadCodes,
  ...Object.keys(retiredCodes),
]

/** The days before which payments of a budget year are summed, for every one of these settings. */
export function earlyPeriods(settings: readonly CheckOptions[]): { of_years: number[]; ends: string[] } {
  const periods = settings.flatMap(({ thresholds }) =>
    earlyEnds(thresholdsFor(beforeApproval, thresholds).values),
  )
  const distinct = [...new Set(periods.map(({ year, end }) => `${String(year)} ${end}`))].sort()
  return {
    of_years: distinct.map((period) => Number(period.slice(0, 4))),
    ends: distinct.map((period) => period.slice(5)),
  }
}

/** Whose candidates the refunds and what they take back are; every rule shares them. */
export const reversals = 'reversals'

/** A question about some budget years, and the ids of the rules and checks that want the answer. */
export interface Demand {
  readonly owners: readonly string[]
  readonly narrowing: Narrowing
  readonly years: readonly number[]
}

/** Every question to the store of payments that a check with these options will ask; equal ones once. */
export function demands(
  known: { readonly fields: PaymentFieldCounts; readonly days: readonly DayRow[] },
  options: CheckOptions,
): Demand[] {
  const asked = new Map<string, { owners: Set<string>; narrowing: Narrowing; years: Set<number> }>()
  for (const [year, days] of groupBy(known.days, (day) => day.fiscal_year)) {
    const restDays = [...new Set(days.map((day) => day.pay_date))].filter(isRestDay)
    for (const { owner, narrowing } of demandsOf(restDays, known.fields, options)) {
      const key = JSON.stringify(narrowing)
      const same = asked.get(key) ?? { owners: new Set(), narrowing, years: new Set() }
      asked.set(key, same)
      same.owners.add(owner)
      same.years.add(year)
    }
  }
  return [...asked.values()].map(({ owners, narrowing, years }) => ({
    owners: [...owners],
    narrowing,
    years: [...years].sort((a, b) => a - b),
  }))
}

/** What each rule and check asks about a budget year with these rest days. */
function demandsOf(
  restDays: readonly string[],
  fields: PaymentFieldCounts,
  options: CheckOptions,
): { owner: string; narrowing: Narrowing }[] {
  const rules = budgetRules.filter(
    (rule) => (options.only?.includes(rule.id) ?? true) && hasPaymentFields(rule, fields),
  )
  return [
    ...qualityChecks.flatMap(({ id, narrow = [] }) => narrow.map((narrowing) => ({ owner: id, narrowing }))),
    { owner: reversals, narrowing: { query: 'reversals', params: {} } },
    ...rules.flatMap((rule) =>
      (rule.narrow?.(thresholdsFor(rule, options.thresholds).values, { restDays }) ?? []).map(
        (narrowing) => ({ owner: rule.id, narrowing }),
      ),
    ),
  ]
}

/** A field that no payment fills silences the rule; there is nothing to ask for then. */
function hasPaymentFields(rule: Rule, counts: PaymentFieldCounts): boolean {
  const known: Readonly<Record<string, number>> = { ...counts }
  return rule.requires
    .filter(({ kind }) => kind === 'payments')
    .every(({ fields }) => fields.every((field) => known[field] !== 0))
}

/** Candidate payments, typed once and handed out by owner in the order of their source places. */
export class CandidateShelf {
  /** How many there are. */
  readonly payments: number
  private readonly ofOwner: ReadonlyMap<string, readonly Payment[]>

  constructor(candidates: Candidates) {
    const sorted = buildPayments(candidates.payments)
    const positions = new Map(sorted.map((payment, position) => [payment.place.key, position]))
    this.ofOwner = new Map(
      Object.entries(candidates.keysOf).map(([owner, keys]) => {
        const own = new Set<number>()
        for (const key of keys) own.add(positions.get(key) ?? -1)
        const places = Int32Array.from(own).sort()
        return [owner, [...places].flatMap((place) => sorted[place] ?? [])]
      }),
    )
    this.payments = sorted.length
  }

  of(owner: string): readonly Payment[] {
    return this.ofOwner.get(owner) ?? []
  }

  /** The same shelf without some payments. */
  without(left: ReadonlySet<Payment>): Pick<CandidateShelf, 'of'> {
    return left.size === 0 ? this : { of: (owner) => this.of(owner).filter((payment) => !left.has(payment)) }
  }
}
