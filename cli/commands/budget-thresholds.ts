import { Type } from 'typebox'
import { inForceFrom, readRuleThresholds, ThresholdError, type RuleThresholds } from '#analysis'
import { defineCommand, UsageError, type CommandContext } from '../command.ts'
import { analysisContext } from './analysis-context.ts'

/** `huizhi budget thresholds`: what the rules judge by today, where each value comes from, and its changes. */
export const budgetThresholdsCommand = defineCommand(
  'budget thresholds',
  Type.Object({ rule: Type.Optional(Type.String()) }),
  async (context, { rule }) => {
    const rules = await readRules(context, rule ?? null)
    return rules.map(({ rule: id, name, thresholds, changes }) => ({
      rule: id,
      name,
      thresholds: thresholds.map(({ key, label, value, unit, origin, basis }) => ({
        ...{ key, label, value, unit, origin, basis },
      })),
      changes: changes.map((change) => ({
        id: change.id,
        key: change.key,
        value_now: change.valueNow,
        value_proposed: change.valueProposed,
        effective_on: change.effectiveOn,
        in_force_from: inForceFrom(change),
        reason: change.reason,
        trial: change.trial,
        proposed_by: change.proposedBy.displayName,
        proposed_at: change.proposedAt,
        outcome: change.outcome?.kind ?? null,
        outcome_by: change.outcome?.by.displayName ?? null,
        outcome_at: change.outcome?.at ?? null,
        outcome_reason: change.outcome?.reason ?? null,
      })),
    }))
  },
)

async function readRules(context: CommandContext, rule: string | null): Promise<RuleThresholds[]> {
  try {
    return await readRuleThresholds(analysisContext(context), rule)
  } catch (error) {
    if (error instanceof ThresholdError) throw new UsageError(error.userMessage, { cause: error })
    throw error
  }
}
