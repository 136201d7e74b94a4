import { shanghaiDay } from '#calendar'
import { budgetRules } from './rules/index.ts'
import { BudgetSettingError, type ThresholdSettings, thresholdsFor } from './settings.ts'

/** How many findings the rule had when the change was proposed, and would have had with the new value. */
export interface TrialFigures {
  readonly now: number
  readonly tried: number
  readonly gained: number
  readonly lost: number
}

export type ChangeOutcome = 'approved' | 'declined' | 'withdrawn'

interface Person {
  readonly name: string
  readonly displayName: string
}

/** One proposed change of one threshold and what became of it. Days are Shanghai's, instants UTC. */
export interface ThresholdChange {
  readonly id: string
  readonly rule: string
  readonly key: string
  readonly valueNow: number
  readonly valueProposed: number
  readonly effectiveOn: string
  readonly reason: string
  readonly trial: TrialFigures
  readonly proposedBy: Person
  readonly proposedAt: string
  readonly requestId: string
  readonly outcome: {
    readonly kind: ChangeOutcome
    readonly reason: string
    readonly by: Person
    readonly at: string
    readonly requestId: string
  } | null
}

/**
 * The first day on which an approved change holds, null for any other. A change approved after the day it was meant for
 * holds from its approval: runs before it judged with the old value.
 */
export function inForceFrom({ effectiveOn, outcome }: ThresholdChange): string | null {
  if (outcome?.kind !== 'approved') return null
  const approvedOn = shanghaiDay(new Date(outcome.at))
  return approvedOn > effectiveOn ? approvedOn : effectiveOn
}

/** The approved changes that hold on a day, one to a threshold: the one that came into force last. */
export function inForceOn(changes: readonly ThresholdChange[], day: string): ThresholdChange[] {
  const ranked = changes
    .map((change) => ({
      change,
      rank: `${inForceFrom(change) ?? ''} ${change.outcome?.at ?? ''} ${change.id}`,
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
  const last = new Map<string, ThresholdChange>()
  for (const { change } of ranked) {
    const from = inForceFrom(change)
    if (from !== null && from <= day) last.set(`${change.rule}\u0000${change.key}`, change)
  }
  return [...last.values()]
}

/** Settings with the changes in force laid over them; a change of a threshold that a newer rule no longer has is passed over. */
export function laidOver(
  settings: ThresholdSettings,
  changes: readonly ThresholdChange[],
): ThresholdSettings {
  const laid: Record<string, ThresholdSettings[string]> = { ...settings }
  for (const change of changes) {
    const { rule, key, valueProposed: value } = change
    if (isSettable(rule, key, value)) laid[rule] = { ...laid[rule], [key]: { value, basis: basisOf(change) } }
  }
  return laid
}

function basisOf(change: ThresholdChange): string {
  return `${change.outcome?.by.displayName ?? ''}批准，自 ${inForceFrom(change) ?? ''} 起`
}

function isSettable(id: string, key: string, value: number): boolean {
  const rule = budgetRules.find((one) => one.id === id)
  if (rule === undefined) return false
  try {
    thresholdsFor(rule, { [id]: { [key]: value } })
    return true
  } catch (error) {
    if (error instanceof BudgetSettingError) return false
    throw error
  }
}
