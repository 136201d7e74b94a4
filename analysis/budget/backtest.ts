import { type BudgetDataset } from './dataset.ts'
import { checkBudget } from './engine.ts'
import { type Finding } from './findings.ts'
import { type CheckOptions } from './options.ts'
import { type Candidates } from './rows.ts'
import { type Threshold } from './rule.ts'
import { budgetRules } from './rules/index.ts'
import { BudgetSettingError, type ThresholdSettings, thresholdsFor } from './settings.ts'

/** New values of one rule's thresholds, to be tried on the data at hand. */
export interface ThresholdTrial {
  readonly rule: string
  readonly values: Readonly<Record<string, number>>
}

/** What the rule finds now, and what it would find with the new values. */
export interface Backtest {
  readonly before: readonly Finding[]
  readonly after: readonly Finding[]
  readonly gained: readonly Finding[]
  readonly lost: readonly Finding[]
  /** Each threshold tried: its present value and the new one. */
  readonly changes: readonly { readonly threshold: Threshold; readonly value: number }[]
}

/** The present settings with a trial laid over them. @throws BudgetSettingError for an unknown rule or threshold, or a legal one */
export function tryOut(settings: ThresholdSettings, { rule: id, values }: ThresholdTrial): ThresholdSettings {
  const tried = { ...settings, [id]: { ...settings[id], ...values } }
  const rule = budgetRules.find((one) => one.id === id)
  if (!rule)
    throw new BudgetSettingError('BUD_THRESHOLD_UNKNOWN', id, `没有编号为 ${id} 的规则，或该规则尚未实现。`)
  thresholdsFor(rule, tried)
  return tried
}

/** Runs one rule twice on the same data; each run has the candidates its own thresholds ask for. */
export function backtest(
  dataset: BudgetDataset,
  candidates: { readonly now: Candidates; readonly tried: Candidates },
  options: CheckOptions,
  trial: ThresholdTrial,
): Backtest {
  const run = (given: Candidates, thresholds: ThresholdSettings): Finding[] =>
    checkBudget(dataset, given, { ...options, thresholds, only: [trial.rule] }).findings.filter(
      ({ rule }) => rule === trial.rule,
    )
  const settings = options.thresholds ?? {}
  const before = run(candidates.now, settings)
  const after = run(candidates.tried, tryOut(settings, trial))
  const idsOf = (findings: readonly Finding[]): Set<string> => new Set(findings.map(({ id }) => id))
  const [old, fresh] = [idsOf(before), idsOf(after)]
  return {
    before,
    after,
    gained: after.filter(({ id }) => !old.has(id)),
    lost: before.filter(({ id }) => !fresh.has(id)),
    changes: changesOf(settings, trial),
  }
}

function changesOf(settings: ThresholdSettings, { rule: id, values }: ThresholdTrial): Backtest['changes'] {
  const rule = budgetRules.find((one) => one.id === id)
  const declared = rule ? thresholdsFor(rule, settings).declared : []
  return Object.entries(values).flatMap(([key, value]) => {
    const threshold = declared.find((one) => one.key === key || one.key === key.split('.')[0])
    return threshold ? [{ threshold, value }] : []
  })
}
