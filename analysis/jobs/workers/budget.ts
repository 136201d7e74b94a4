import type { ResultTable } from '#warehouse'
import {
  candidatesOf,
  checkBudget,
  factsOf,
  findingTables,
  type BudgetLedgers,
  type CandidateAnswers,
  type CheckOptions,
  type TotalAnswers,
} from '../../budget/index.ts'

export interface BudgetInput {
  ledgers: BudgetLedgers
  totals: TotalAnswers
  candidates: CandidateAnswers
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
export default function checkRules({
  ledgers,
  totals,
  options,
  now,
  ...answers
}: BudgetInput): BudgetOutcome {
  const candidates = candidatesOf(answers.candidates)
  const report = checkBudget(factsOf(ledgers, totals), candidates, options)
  return {
    tables: findingTables(report, now),
    payments: candidates.payments.length,
    findings: report.findings.length,
    suppressed: report.suppressed.length,
    notApplicable: report.notApplicable.length,
  }
}
