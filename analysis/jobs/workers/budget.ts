import type { ResultTable } from '#warehouse'
import {
  buildDataset,
  checkBudget,
  findingTables,
  type BudgetDataset,
  type CheckOptions,
} from '../../budget/index.ts'
import { packedTable } from '../packed-rows.ts'
import { unpackCandidates, unpackFacts, type PackedCandidates, type PackedFacts } from '../packed-answers.ts'

export interface BudgetInput {
  candidates: PackedCandidates
  options: CheckOptions
  now: Date
}

export interface BudgetOutcome {
  tables: ResultTable[]
  /** Payments looked at one by one. */
  payments: number
  findings: number
  suppressed: number
  notApplicable: number
}

let dataset: BudgetDataset | null = null

/** Types the facts that the check after it judges by. */
export function takeFacts(facts: PackedFacts): void {
  dataset = buildDataset(unpackFacts(facts))
}

/** Checks the rules on the facts taken last and gives the result tables, with the counts for the log. */
export default function checkRules({ candidates, options, now }: BudgetInput): BudgetOutcome {
  if (dataset === null) throw new Error('rules are checked on facts taken before')
  const report = checkBudget(dataset, unpackCandidates(candidates), options)
  return {
    tables: findingTables(report, now).map(packedTable),
    payments: report.payments,
    findings: report.findings.length,
    suppressed: report.suppressed.length,
    notApplicable: report.notApplicable.length,
  }
}
