export type BudgetKind =
  | 'budget_lines'
  | 'budget_adjustments'
  | 'payments'
  | 'transfers'
  | 'procurements'
  | 'units'
  | 'receivables'
  | 'investments'
  | 'treasury_months'
  | 'debts'
  | 'expenditures'
  | 'revenues'
  | 'bids'
  | 'disclosures'
  | 'disclosure_lines'

/** Where a record stands in the file it came from; `row` counts from 1 at the file's (or sheet's) first line. */
export interface SourcePlace {
  readonly kind: BudgetKind
  readonly key: string
  readonly file: string
  readonly sheet: string | null
  readonly row: number
}
