import { buildPayments } from './build-dataset.ts'
import { type Payment } from './dataset.ts'
import { type CheckOptions } from './options.ts'
import { type Narrowing } from './narrowing.ts'
import { qualityChecks } from './quality-gate.ts'
import { retiredCodes } from './quality/retired-codes.ts'
import { type Candidates, type DayRow, type PaymentFieldCounts } from './rows.ts'
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

/** Whose candidates the refunds and what they take back are; every rule shares them. */
export const reversals = 'reversals'

/** What a rule or check wants to see: `owner` is its id. */
export interface Demand {
  readonly owner: string
  readonly narrowing: Narrowing
}

/** Every question to the store of payments that a check with these options will ask. */
export function demands(
  known: { readonly fields: PaymentFieldCounts; readonly days: readonly DayRow[] },
  options: CheckOptions,
): Demand[] {
  const restDays = [...new Set(known.days.map((day) => day.pay_date))].filter(isRestDay)
  const rules = budgetRules.filter(
    (rule) => (options.only?.includes(rule.id) ?? true) && hasPaymentFields(rule, known.fields),
  )
  return [
    ...qualityChecks.flatMap(({ id, narrowing }) => (narrowing ? [{ owner: id, narrowing }] : [])),
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
  private readonly sorted: readonly Payment[]
  private readonly keysOf: ReadonlyMap<string, ReadonlySet<string>>

  constructor(candidates: Candidates) {
    this.sorted = buildPayments(candidates.payments)
    this.keysOf = new Map(Object.entries(candidates.keysOf).map(([owner, keys]) => [owner, new Set(keys)]))
  }

  of(owner: string, left: ReadonlySet<Payment> = new Set()): readonly Payment[] {
    const keys = this.keysOf.get(owner)
    if (!keys) return []
    return this.sorted.filter((payment) => keys.has(payment.place.key) && !left.has(payment))
  }

  /** The same shelf without some payments. */
  without(left: ReadonlySet<Payment>): Pick<CandidateShelf, 'of'> {
    return { of: (owner) => this.of(owner, left) }
  }
}
