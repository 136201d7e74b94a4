import { shanghaiDay } from '#calendar'
import { type Backtest, type ThresholdTrial, tryOut } from '../budget/index.ts'
import type { AnalysisContext } from './job.ts'
import { openShelf } from './answer-shelf.ts'
import { readCandidates, readLedgers, readTotals } from './budget-data.ts'
import { readBudgetSettings } from './budget-settings.ts'
import { offThread } from './off-thread.ts'
import type runBacktest from './workers/backtest.ts'
import { YearAnswers } from './year-answers.ts'

/** What one rule would find with other thresholds on the present data; writes nothing. @throws BudgetSettingError */
export async function backtestThreshold(
  context: Pick<AnalysisContext, 'warehouse' | 'modelsDir' | 'now' | 'signal'>,
  trial: ThresholdTrial,
): Promise<Backtest> {
  const { warehouse, now, signal } = context
  const { settings } = await readBudgetSettings(context)
  const options = { ...settings, today: shanghaiDay(now), only: [trial.rule] }
  const tried = { ...options, thresholds: tryOut(settings.thresholds ?? {}, trial) }
  const answers = await YearAnswers.open(warehouse, await openShelf(warehouse))
  const ledgers = await readLedgers(warehouse)
  const totals = await readTotals(answers, options, tried)
  const candidates = {
    now: await readCandidates(answers, totals, options),
    tried: await readCandidates(answers, totals, tried),
  }
  const input = { facts: { ledgers, totals }, candidates, options, trial }
  return offThread<typeof runBacktest>('backtest', input, signal)
}
