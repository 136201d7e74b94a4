import type { ResultTable } from '#warehouse'
import {
  checkBudget,
  findingTables,
  type BudgetFacts,
  type Candidates,
  type CheckOptions,
} from '../../budget/index.ts'

export interface BudgetInput {
  facts: BudgetFacts
  candidates: Candidates
  options: CheckOptions
  now: Date
}

export interface BudgetOutcome {
  tables: ResultTable[]
  findings: number
  suppressed: number
  notApplicable: number
}

/** Checks the rules and gives the result tables, with the counts for the log. */
export default function checkRules({ facts, candidates, options, now }: BudgetInput): BudgetOutcome {
  const report = checkBudget(facts, candidates, options)
  return {
    tables: findingTables(report, now),
    findings: report.findings.length,
    suppressed: report.suppressed.length,
    notApplicable: report.notApplicable.length,
  }
}
