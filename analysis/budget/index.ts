export {
  type CandidateAnswers,
  type LedgerAnswers,
  type TotalAnswers,
  allOf,
  candidatesOf,
  factsOf,
  rowsOf,
} from './answers.ts'
export { type Backtest, type ThresholdTrial, backtest, tryOut } from './backtest.ts'
export { type CatalogueEntry, ruleCatalogue } from './catalogue.ts'
export { type BudgetDataset, type BudgetKind, type SourcePlace } from './dataset.ts'
export { buildDataset } from './build-dataset.ts'
export { type BudgetReport, type RuleStatus, checkBudget } from './engine.ts'
export { type CheckOptions } from './options.ts'
export { findingTables } from './finding-tables.ts'
export { type Demand, demands, earlyPeriods, watchedCodes } from './candidates.ts'
export { type Narrowing } from './narrowing.ts'
export { type Finding } from './findings.ts'
export { demandAgainstMoney } from './demand/gap.ts'
export { type YearEndForecast, forecastYearEnd } from './forecast/year-end.ts'
export { parseCents, toDecimal } from './money.ts'
export { wholeMonthOf } from './seasonal-curve.ts'
export {
  type AdjustmentRow,
  type BudgetLineRow,
  type BudgetFacts,
  type DayRow,
  type Candidates,
  type PaymentFieldCounts,
  type PaymentRow,
  type PaymentTotalRows,
  type ProcurementRow,
  type StaffRow,
  type ReceivableRow,
  type InvestmentRow,
  type TreasuryRow,
  type DebtRow,
  type ExpenditureRow,
  type RevenueRow,
  type BidRow,
  type DisclosureRow,
  type DisclosureLineRow,
  type TransferRow,
} from './rows.ts'
export {
  type Certainty,
  type Clause,
  type EvidenceRow,
  type Rule,
  type Severity,
  type Threshold,
} from './rule.ts'
export { type DisclosureReport, checkDisclosure } from './disclosure/check.ts'
export { linesOf } from './disclosure/document.ts'
export { budgetRules } from './rules/index.ts'
export { BudgetSettingError, type ThresholdSettings, thresholdsFor } from './settings.ts'
export {
  type ChangeOutcome,
  type ThresholdChange,
  type TrialFigures,
  inForceFrom,
  inForceOn,
  laidOver,
} from './threshold-changes.ts'
export { type WhitelistEntry } from './suppression.ts'
