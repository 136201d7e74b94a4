import {
  backtest,
  type Backtest,
  type BudgetFacts,
  type Candidates,
  type CheckOptions,
  type ThresholdTrial,
} from '../../budget/index.ts'

export interface BacktestInput {
  facts: BudgetFacts
  candidates: { now: Candidates; tried: Candidates }
  options: CheckOptions
  trial: ThresholdTrial
}

/** Runs one rule with the present and with other thresholds. */
export default function runBacktest({ facts, candidates, options, trial }: BacktestInput): Backtest {
  return backtest(facts, candidates, options, trial)
}
