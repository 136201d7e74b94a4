import type { ResultTable } from '#warehouse'
import { candidatesOf, checkBudget, factsOf, findingTables, type CheckOptions } from '../../budget/index.ts'
import {
  unpackCandidates,
  unpackLedgers,
  unpackTotals,
  type PackedCandidates,
  type PackedLedgers,
  type PackedTotals,
} from '../packed-answers.ts'

export interface BudgetInput {
  ledgers: PackedLedgers
  totals: PackedTotals
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
export default function checkRules({
  ledgers,
  totals,
  candidates,
  options,
  now,
}: BudgetInput): BudgetOutcome {
  const facts = factsOf(unpackLedgers(ledgers), unpackTotals(totals))
  const report = checkBudget(facts, candidatesOf(unpackCandidates(candidates)), options)
  return {
    tables: findingTables(report, now),
    payments: report.payments,
    findings: report.findings.length,
    suppressed: report.suppressed.length,
    notApplicable: report.notApplicable.length,
  }
}
