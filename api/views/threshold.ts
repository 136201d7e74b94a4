import { inForceFrom, type Backtest, type RuleThresholds, type ThresholdChange } from '#analysis'
import type {
  BacktestResult,
  DataStamp,
  RuleThresholds as RuleThresholdsView,
  ThresholdChange as ThresholdChangeView,
  ThresholdChangeState,
} from '../contract/index.ts'

const sentencesShown = 10

/** Who looks, and on which day. */
export interface ThresholdReader {
  readonly name: string
  readonly today: string
}

export function toRuleThresholds(rule: RuleThresholds, reader: ThresholdReader): RuleThresholdsView {
  return {
    rule: rule.rule,
    name: rule.name,
    thresholds: rule.thresholds.map(({ key, label, value, unit, origin, basis, sharedWith }) => ({
      ...{ key, label, value, unit, origin, basis, sharedWith },
    })),
    changes: rule.changes.map((change) => toThresholdChange(change, rule, reader)),
    today: reader.today,
  }
}

export function toThresholdChange(
  change: ThresholdChange,
  rule: RuleThresholds,
  { name, today }: ThresholdReader,
): ThresholdChangeView {
  const { id, key, valueNow, valueProposed, effectiveOn, reason, proposedBy, proposedAt, outcome } = change
  const threshold =
    rule.thresholds.find((one) => one.key === key) ??
    rule.thresholds.find((one) => one.key === key.split('.')[0])
  return {
    ...{ id, key, valueNow, valueProposed, effectiveOn, reason, proposedAt },
    label: threshold?.label ?? key,
    unit: threshold?.unit ?? '',
    inForceFrom: inForceFrom(change),
    state: stateOf(change, rule, today),
    trial: { ...change.trial },
    proposedBy: proposedBy.displayName,
    isOwn: proposedBy.name === name,
    outcome: outcome && { reason: outcome.reason, by: outcome.by.displayName, at: outcome.at },
  }
}

function stateOf(change: ThresholdChange, rule: RuleThresholds, today: string): ThresholdChangeState {
  const { outcome } = change
  if (outcome === null) return 'open'
  if (outcome.kind !== 'approved') return outcome.kind
  if ((inForceFrom(change) ?? today) > today) return 'coming'
  return rule.thresholds.some((threshold) => threshold.change?.id === change.id) ? 'in_force' : 'replaced'
}

export function toBacktest(
  result: Backtest,
  asked: { key: string; value: number },
  stamp: DataStamp,
): BacktestResult {
  const [tried] = result.changes
  const brief = (findings: Backtest['gained']) =>
    findings.slice(0, sentencesShown).map(({ severity, unitName, year, text }) => ({
      severity,
      unit: unitName,
      fiscalYear: year,
      text,
    }))
  return {
    key: asked.key,
    label: tried?.threshold.label ?? asked.key,
    unit: tried?.threshold.unit ?? '',
    valueNow: tried?.threshold.value ?? 0,
    valueTried: asked.value,
    findingsNow: result.before.length,
    findingsTried: result.after.length,
    gained: result.gained.length,
    lost: result.lost.length,
    gainedFindings: brief(result.gained),
    lostFindings: brief(result.lost),
    ...stamp,
  }
}
