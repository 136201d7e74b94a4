import { type BudgetDataset, type Payment } from './dataset.ts'
import { findDuplicatedLoads } from './quality/duplicated-load.ts'
import { findFiscalOutliers } from './quality/fiscal-outlier.ts'
import { findMissingLines } from './quality/missing-lines.ts'
import { findRetiredCodes } from './quality/retired-codes.ts'
import { findUnitMix } from './quality/unit-mix.ts'
import { findZeroAsMissing } from './quality/zero-as-missing.ts'
import { type QualityCheck, type QualityIssue } from './quality/issue.ts'

export const qualityChecks: readonly QualityCheck[] = [
  findUnitMix,
  findDuplicatedLoads,
  findZeroAsMissing,
  findMissingLines,
  findRetiredCodes,
  findFiscalOutliers,
]

export interface QualityReport {
  readonly issues: readonly (QualityIssue & { readonly check: QualityCheck })[]
  /** Second copies that the rules must not see. */
  readonly copies: ReadonlySet<Payment>
  /** The issue that forbids a rule to speak about a unit, year and matter; undefined when it may. */
  blockedBy(rule: string, unit: string, year: number, matter: string): QualityIssue | undefined
}

/** Runs before every rule: what is wrong with the data is reported as that, not as somebody's breach. */
export function inspectQuality(
  dataset: BudgetDataset,
  paymentsOf: (check: string) => readonly Payment[],
): QualityReport {
  const issues = qualityChecks.flatMap((check) =>
    check.find(dataset, paymentsOf(check.id)).map((issue) => ({ ...issue, check })),
  )
  return {
    issues,
    copies: new Set(issues.flatMap((issue) => issue.copies ?? [])),
    blockedBy: (rule, unit, year, matter) =>
      issues.find(
        (issue) =>
          issue.unit === unit &&
          issue.year === year &&
          issue.blocks.some(
            (block) => block.rule === rule && (block.matter === undefined || block.matter === matter),
          ),
      ),
  }
}
