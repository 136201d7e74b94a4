import type { ResultTable } from '#warehouse'
import { checkBudget, findingTables, type CheckOptions } from '../../budget/index.ts'
import { unpackCandidates, unpackFacts, type PackedCandidates, type PackedFacts } from '../packed-answers.ts'

export interface BudgetInput {
  facts: PackedFacts
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

/** Checks the rules and gives the result tables, with the counts for the log. */
export default function checkRules({ facts, candidates, options, now }: BudgetInput): BudgetOutcome {
  const report = checkBudget(unpackFacts(facts), unpackCandidates(candidates), options)
  return {
    tables: findingTables(report, now),
    payments: report.payments,
    findings: report.findings.length,
    suppressed: report.suppressed.length,
    notApplicable: report.notApplicable.length,
  }
}
