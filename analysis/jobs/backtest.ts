import { shanghaiDay } from '#calendar'
import { type Backtest, demands, type ThresholdTrial, tryOut } from '../budget/index.ts'
import type { AnalysisContext } from './job.ts'
import { readCandidates, readFacts } from './budget-data.ts'
import { readBudgetSettings } from './budget-settings.ts'
import { offThread } from './off-thread.ts'
import type runBacktest from './workers/backtest.ts'

/** What one rule would find with other thresholds on the present data; writes nothing. @throws BudgetSettingError */
export async function backtestThreshold(
  context: Pick<AnalysisContext, 'warehouse' | 'modelsDir' | 'now' | 'signal'>,
  trial: ThresholdTrial,
): Promise<Backtest> {
  const { warehouse, now, signal } = context
  const { settings } = await readBudgetSettings(context)
  const options = { ...settings, today: shanghaiDay(now), only: [trial.rule] }
  const tried = { ...options, thresholds: tryOut(settings.thresholds ?? {}, trial) }
  const facts = await readFacts(warehouse)
  const candidates = {
    now: await readCandidates(warehouse, demands(facts.totals, options)),
    tried: await readCandidates(warehouse, demands(facts.totals, tried)),
  }
  return offThread<typeof runBacktest>('backtest', { facts, candidates, options, trial }, signal)
}
