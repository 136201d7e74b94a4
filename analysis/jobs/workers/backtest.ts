import {
  backtest,
  buildDataset,
  type Backtest,
  type CheckOptions,
  type ThresholdTrial,
} from '../../budget/index.ts'
import { unpackCandidates, unpackFacts, type PackedCandidates, type PackedFacts } from '../packed-answers.ts'

export interface BacktestInput {
  facts: PackedFacts
  candidates: { now: PackedCandidates; tried: PackedCandidates }
  options: CheckOptions
  trial: ThresholdTrial
}

/** Runs one rule with the present and with other thresholds. */
export default function runBacktest({ facts, candidates, options, trial }: BacktestInput): Backtest {
  const read = { now: unpackCandidates(candidates.now), tried: unpackCandidates(candidates.tried) }
  return backtest(buildDataset(unpackFacts(facts)), read, options, trial)
}
