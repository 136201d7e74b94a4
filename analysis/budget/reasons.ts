import { groupBy, unitYearKey } from './dataset.ts'
import { type Rule, type RuleOutcome } from './rule.ts'

/**
 * quality: the data are in doubt; whitelisted: a reviewed exception; excepted: an exception of the rule; below: looked at
 * and short of the limit; precondition: the unit's year could not be judged; year: nobody's was.
 */
export type ReasonKind = 'quality' | 'whitelisted' | 'excepted' | 'below' | 'precondition' | 'year'

/** Why a rule did not speak about a unit in a year, in the words and numbers of the run that judged it. */
export interface Reason {
  readonly rule: string
  /** Empty for kind `year`: it holds for every unit. */
  readonly unit: string
  readonly year: number
  readonly kind: ReasonKind
  readonly matter: string
  readonly text: string
  readonly limit: string
  readonly short: string
  /** 0 far from the limit, 1 at it. */
  readonly nearness: number
  /** How many matters share the reason. */
  readonly matters: number
}

/** A suspicion that the engine held back. */
export interface Barred {
  readonly unit: string
  readonly year: number
  readonly matter: string
  readonly kind: 'quality' | 'whitelisted'
  readonly text: string
}

/** One reason to a unit's year: what held a suspicion back first, then the rule's exceptions, then the nearest miss. */
export function reasonsOf(rule: Rule, outcome: RuleOutcome, barred: readonly Barred[]): Reason[] {
  const known = new Map<string, Reason>()
  const add = (reason: Reason): void => {
    const key = unitYearKey(reason.unit, reason.year)
    if (!known.has(key)) known.set(key, reason)
  }
  const held = [
    ...barred,
    ...outcome.suppressed.map(({ reason, ...one }) => ({ ...one, kind: 'excepted' as const, text: reason })),
  ]
  for (const group of groupBy(
    held,
    ({ unit, year, kind }) => `${unitYearKey(unit, year)}\u0000${kind}`,
  ).values()) {
    const [first] = group
    if (!first) continue
    const texts = [...new Set(group.map(({ text }) => text))].sort()
    const { unit, year, matter, kind } = first
    add({
      ...{
        rule: rule.id,
        unit,
        year,
        kind,
        matter,
        limit: '',
        short: '',
        nearness: 1,
        matters: group.length,
      },
      text: texts.slice(0, 3).join('；') + (texts.length > 3 ? `等 ${String(texts.length)} 种` : ''),
    })
  }
  for (const { unit, year, kind, matter, measured, limit, short, nearness } of outcome.spared)
    add({ rule: rule.id, unit, year, kind, matter, text: measured, limit, short, nearness, matters: 1 })
  for (const [year, text] of outcome.unjudged)
    add({
      rule: rule.id,
      unit: '',
      year,
      kind: 'year',
      matter: '',
      text,
      limit: '',
      short: '',
      nearness: 0,
      matters: 1,
    })
  return [...known.values()]
}
