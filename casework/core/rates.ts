import type { Case } from './case.ts'

/** Verdicts of one rule: one per case, the latest; a reopened case has none. */
export interface RuleVerdicts {
  readonly rule: string
  readonly confirmed: number
  readonly explained: number
  readonly falseAlarm: number
}

export interface ConfirmedRate {
  readonly verdicts: number
  /** Share of verdicts that confirmed the finding; null without any. */
  readonly rate: number | null
  /** 95 % Wilson interval; null without any verdict. */
  readonly low: number | null
  readonly high: number | null
}

/** Confirmed rate assumed before any verdict, by how sure the rule's basis is; the budget job's scores rest on it. */
export const priorRates: Readonly<Record<string, number>> = { C: 0.7, P: 0.5 }
const otherPrior = 0.35

export function priorRate(certainty: string | null): number {
  return priorRates[certainty ?? ''] ?? otherPrior
}

/** Counts verdicts by the rule of each case's first finding, rules in order. */
export function countVerdicts(cases: readonly Case[]): RuleVerdicts[] {
  const counts = new Map<string, { confirmed: number; explained: number; falseAlarm: number }>()
  for (const one of cases) {
    if (one.verdict === null) continue
    const count = counts.get(one.findings[0].rule) ?? { confirmed: 0, explained: 0, falseAlarm: 0 }
    if (one.verdict.outcome === 'confirmed') count.confirmed += 1
    else if (one.verdict.outcome === 'explained') count.explained += 1
    else count.falseAlarm += 1
    counts.set(one.findings[0].rule, count)
  }
  return [...counts].map(([rule, count]) => ({ rule, ...count })).sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

/**
 * Confirmed share with the Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001 recommend it for small
 * counts), z = 1.96.
 */
export function confirmedRate(verdicts: Omit<RuleVerdicts, 'rule'>): ConfirmedRate {
  const n = verdicts.confirmed + verdicts.explained + verdicts.falseAlarm
  if (n === 0) return { verdicts: 0, rate: null, low: null, high: null }
  const rate = verdicts.confirmed / n
  const z = 1.959964
  const centre = (rate + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return { verdicts: n, rate, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/**
 * Mean of the Beta posterior: the prior rate counts like `strength` verdicts, so that a rule's rank moves with its
 * verdicts but not with the first one alone.
 */
export function posteriorRate(prior: number, strength: number, confirmed: number, verdicts: number): number {
  return (prior * strength + confirmed) / (strength + verdicts)
}

/** A rule that is seldom confirmed after many verdicts needs a change, not more patience. */
export function needsChange(rate: ConfirmedRate, limits: { below: number; after: number }): boolean {
  return rate.rate !== null && rate.verdicts >= limits.after && rate.rate < limits.below
}
