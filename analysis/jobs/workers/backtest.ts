import {
  backtest,
  candidatesOf,
  factsOf,
  type Backtest,
  type CheckOptions,
  type ThresholdTrial,
} from '../../budget/index.ts'
import {
  unpackCandidates,
  unpackLedgers,
  unpackTotals,
  type PackedCandidates,
  type PackedLedgers,
  type PackedTotals,
} from '../packed-answers.ts'

export interface BacktestInput {
  ledgers: PackedLedgers
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
  const facts = factsOf(unpackLedgers(ledgers), unpackTotals(totals))
  const read = {
    now: candidatesOf(unpackCandidates(candidates.now)),
    tried: candidatesOf(unpackCandidates(candidates.tried)),
  }
  return backtest(facts, read, options, trial)
}
