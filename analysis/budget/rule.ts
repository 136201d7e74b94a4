import { type BudgetDataset, type BudgetKind, type Payment, type SourcePlace } from './dataset.ts'
import { type Narrowing } from './narrowing.ts'
import { type Cents } from './money.ts'

export type Severity = '红' | '橙' | '黄'

/** C: the clause was read. P: a known monitoring practice. I: our own inference. */
export type Certainty = 'C' | 'P' | 'I'

/** An article as printed in the statute; `text` is quoted word for word. */
export interface Clause {
  readonly law: string
  readonly edition: string
  readonly article: string
  readonly text: string
}

export interface Threshold {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly unit: string
  /** 法定 thresholds cannot be loosened by a setting. */
  readonly origin: '法定' | '内部默认' | '本机构设定'
  readonly basis: string
}

export type ThresholdValues = Readonly<Record<string, number>>

/** Kinds and fields without which the rule cannot speak; a field counts as present when one row has it. */
export interface Requirement {
  readonly kind: BudgetKind
  readonly fields: readonly string[]
}

export interface EvidenceRow {
  readonly place: SourcePlace
  readonly cents: Cents
  readonly note: string
}

/** What a rule found, before the engine adds the rule's own words, the ranking and the suppression. */
export interface Suspicion {
  readonly unit: string
  readonly year: number
  /** Repeats on one matter join into one finding, so this names the matter, not the occurrence. */
  readonly matter: string
  /** What people call the matter, where `matter` is a code. */
  readonly matterName?: string | null
  readonly severity: Severity
  readonly cents: Cents
  readonly text: string
  readonly formulaFilled: string
  readonly rows: readonly EvidenceRow[]
  /** Supporting statistics, as sentences. */
  readonly evidence?: readonly string[]
  readonly currency?: string
}

export interface Suppression {
  readonly unit: string
  readonly year: number
  readonly matter: string
  readonly reason: string
  readonly rows: number
}

/** What a rule looked at and let pass: how near the closest came, or which precondition held it back. */
export interface Spared {
  readonly unit: string
  readonly year: number
  readonly matter: string
  readonly kind: 'below' | 'precondition'
  /** What was measured, in words and numbers: '12 月支付占全年 18.2%'. */
  readonly measured: string
  /** The limit it did not reach, empty for a precondition: '25%'. */
  readonly limit: string
  /** How much is missing: '6.8 个百分点'. */
  readonly short: string
  /** 0 far away, 1 at the limit; of several the nearest is kept. */
  readonly nearness: number
}

type Miss = Pick<Spared, 'unit' | 'year' | 'kind' | 'nearness'>

export interface RuleOutcome {
  readonly suspicions: readonly Suspicion[]
  readonly suppressed: readonly Suppression[]
  /** One per unit and year, the nearest. */
  readonly spared: readonly Spared[]
  /** Parts of the data the rule could not judge (a year without budget lines, a currency without a limit). */
  readonly limits: readonly string[]
  /** Budget years that could not be judged for any unit, and why. */
  readonly unjudged: ReadonlyMap<number, string>
  /** False when no part of the data could be judged: the rule is then 不适用 and `limits` says why. */
  readonly isApplicable: boolean
}

/** `restDays`: days with payments on which offices are closed, 'YYYY-MM-DD'. */
export type Narrow = (thresholds: ThresholdValues, known: { restDays: readonly string[] }) => Narrowing[]

export interface Rule {
  readonly id: string
  readonly name: string
  readonly version: string
  /** `support` rules add weight to other findings and never make one of their own. */
  readonly role: 'finding' | 'support'
  readonly severity: Severity
  readonly certainty: Certainty
  readonly clauses: readonly Clause[]
  readonly formula: string
  readonly thresholds: readonly Threshold[]
  /** A threshold that holds for several rules and is set once, under the named rule. */
  readonly shares?: { readonly rule: string; readonly key: string }
  readonly exceptions: readonly string[]
  readonly innocentCauses: readonly string[]
  readonly requires: readonly Requirement[]
  /** What the rule looks at, for a unit that has none of it: '单笔 500 元以上的现金支付'. */
  readonly scope: string
  /** Which payments the rule must see one by one; absent when sums suffice. */
  readonly narrow?: Narrow
  /** `payments`: those `narrow` asked for, in the order of their source places. */
  evaluate(dataset: BudgetDataset, thresholds: ThresholdValues, payments: readonly Payment[]): RuleOutcome
}

/** Collects a rule's outcome; `limit` sentences are kept once. */
export class OutcomeBuilder {
  readonly suspicions: Suspicion[] = []
  readonly suppressed: Suppression[] = []
  private readonly spared = new Map<string, Spared>()
  private readonly unjudged = new Map<number, string>()
  private readonly limits = new Set<string>()

  suspect(suspicion: Suspicion): void {
    this.suspicions.push(suspicion)
  }

  suppress(suppression: Suppression): void {
    this.suppressed.push(suppression)
  }

  /** Remembers the nearest miss of a unit's year; a measured one before a precondition. */
  spare(spared: Spared): void {
    this.spareNearer(spared, () => spared)
  }

  /** The same where there are many misses to a unit: only one that is nearer than those before is put into words. */
  spareNearer(miss: Miss, told: () => Spared): void {
    const key = `${miss.unit}\u0000${String(miss.year)}`
    const known = this.spared.get(key)
    if (known === undefined || weightOf(miss) > weightOf(known)) this.spared.set(key, told())
  }

  /** `year`: the whole budget year could not be judged. */
  limit(sentence: string, year?: number): void {
    this.limits.add(sentence)
    if (year !== undefined) this.unjudged.set(year, sentence)
  }

  /** `isApplicable`: whether any part of the data could be judged. */
  done(isApplicable = true): RuleOutcome {
    return {
      suspicions: this.suspicions,
      suppressed: this.suppressed,
      spared: [...this.spared.values()],
      limits: [...this.limits],
      unjudged: this.unjudged,
      isApplicable,
    }
  }
}

function weightOf({ kind, nearness }: Miss): number {
  return kind === 'below' ? 1 + nearness : nearness
}

/** A threshold's value; an unknown key is a programming mistake, not an input error. */
export function limitOf(thresholds: ThresholdValues, key: string): number {
  const value = thresholds[key]
  if (value === undefined) throw new RangeError(`threshold ${key} is not declared`)
  return value
}
