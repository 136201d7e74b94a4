import { Type } from 'typebox'
import { backtestThreshold } from '#analysis'
import { defineCommand } from '../command.ts'
import { analysisContext } from './analysis-context.ts'

const sentencesListed = 20

/** `huizhi budget backtest`: what a rule would find with other thresholds on the present data; changes nothing. */
export const budgetBacktestCommand = defineCommand(
  'budget backtest',
  Type.Object({ rule: Type.String(), values: Type.Record(Type.String(), Type.Number()) }),
  async (context, trial) => {
    const { before, after, gained, lost, changes } = await backtestThreshold(analysisContext(context), trial)
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
