import {
  backtest,
  candidatesOf,
  factsOf,
  type Backtest,
  type BudgetLedgers,
  type CheckOptions,
  type ThresholdTrial,
} from '../../budget/index.ts'
import {
  unpackCandidates,
  unpackTotals,
  type PackedCandidates,
  type PackedTotals,
} from '../packed-answers.ts'

export interface BacktestInput {
  ledgers: BudgetLedgers
  totals: PackedTotals
  candidates: { now: PackedCandidates; tried: PackedCandidates }
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
  const facts = factsOf(ledgers, unpackTotals(totals))
  const read = {
    now: candidatesOf(unpackCandidates(candidates.now)),
    tried: candidatesOf(unpackCandidates(candidates.tried)),
  }
  return backtest(facts, read, options, trial)
}
