import {
  backtest,
  candidatesOf,
  factsOf,
  type Backtest,
  type BudgetLedgers,
  type CandidateAnswers,
  type CheckOptions,
  type ThresholdTrial,
  type TotalAnswers,
} from '../../budget/index.ts'

export interface BacktestInput {
  ledgers: BudgetLedgers
  totals: TotalAnswers
  candidates: { now: CandidateAnswers; tried: CandidateAnswers }
  options: CheckOptions
  trial: ThresholdTrial
}

/** Runs one rule with the present and with other thresholds. */
export default function runBacktest({
  ledgers,
  totals,
  candidates,
  options,
  trial,
}: BacktestInput): Backtest {
  const facts = factsOf(ledgers, totals)
  const read = { now: candidatesOf(candidates.now), tried: candidatesOf(candidates.tried) }
  return backtest(facts, read, options, trial)
}
