import { Type } from 'typebox'
import { backtestThreshold, BudgetSettingError, type Backtest, type ThresholdTrial } from '#analysis'
import { defineCommand, UsageError, type CommandContext } from '../command.ts'
import { analysisContext } from './analysis-context.ts'

const sentencesListed = 20

/** `huizhi budget backtest`: what a rule would find with other thresholds on the present data; changes nothing. */
export const budgetBacktestCommand = defineCommand(
  'budget backtest',
  Type.Object({ rule: Type.String(), values: Type.Record(Type.String(), Type.Number()) }),
  async (context, trial) => {
    const { before, after, gained, lost, changes } = await tried(context, trial)
    const brief = (findings: typeof before) =>
      findings.slice(0, sentencesListed).map(({ severity, unitName, year, text }) => ({
        severity,
        unit: unitName,
        fiscal_year: year,
        text,
      }))
    return {
      rule: trial.rule,
      changes: changes.map(({ threshold, value }) => ({
        key: threshold.key,
        label: threshold.label,
        unit: threshold.unit,
        now: threshold.value,
        tried: value,
      })),
      findings_now: before.length,
      findings_tried: after.length,
      gained: gained.length,
      lost: lost.length,
      gained_findings: brief(gained),
      lost_findings: brief(lost),
    }
  },
)

/** A threshold that cannot be set is a mistake of the one who typed it, told in the setting's own words. */
async function tried(context: CommandContext, trial: ThresholdTrial): Promise<Backtest> {
  try {
    return await backtestThreshold(analysisContext(context), trial)
  } catch (error) {
    if (error instanceof BudgetSettingError) throw new UsageError(error.advice, { cause: error })
    throw error
  }
}
