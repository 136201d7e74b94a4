import { shanghaiDay } from '#calendar'
import { type Backtest, backtest, demands, type ThresholdTrial, tryOut } from '../budget/index.ts'
import type { AnalysisContext } from './job.ts'
import { readCandidates, readFacts } from './budget-data.ts'
import { readBudgetSettings } from './budget-settings.ts'

/** What one rule would find with other thresholds on the present data; writes nothing. @throws BudgetSettingError */
export async function backtestThreshold(
  { warehouse, modelsDir, now }: AnalysisContext,
  trial: ThresholdTrial,
): Promise<Backtest> {
  const { settings } = await readBudgetSettings(modelsDir)
  const options = { ...settings, today: shanghaiDay(now), only: [trial.rule] }
  const tried = { ...options, thresholds: tryOut(settings.thresholds ?? {}, trial) }
  const facts = await readFacts(warehouse)
  const candidates = {
    now: await readCandidates(warehouse, demands(facts.totals, options)),
    tried: await readCandidates(warehouse, demands(facts.totals, tried)),
  }
  return backtest(facts, candidates, options, trial)
}
