/**
 * What the engine is given: rows of the budget marts and sums over them. Money is decimal 元 text, dates are 'YYYY-MM-DD',
 * a field the source did not have is null. Column names are those of the marts.
 */
export interface SourceColumns {
  record_key: string
  source_file: string
  sheet: string | null
  row_number: number
}

export interface BudgetLineRow extends SourceColumns {
  bgt_id: string
  fiscal_year: number | null
  agency_code: string | null
  agency_name: string | null
  /** Code of the unit, or its name when no code is known: what everything groups by. */
  unit_key: string
  pro_code: string | null
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  fund_type_code: string | null
  source_type_code: string | null
  amount: string | null
  /** The line's own increase plus all later adjustments. */
  added_amount: string | null
  reduced_amount: string | null
  /** What was paid on the line, and in how many payments. */
  paid_amount: string
  payments: number
  first_paid_on: string | null
  doc_date: string | null
}

export interface AdjustmentRow extends SourceColumns {
  adj_id: string
  bgt_id: string | null
  adj_date: string | null
  add_amount: string | null
  dis_amount: string | null
  doc_no: string | null
  approved_by: string | null
}

export interface PaymentRow extends SourceColumns {
  pay_cert_no: string | null
  bgt_id: string | null
  fiscal_year: number
  /** As on budget lines; a unit renamed or merged mid-year is the unit whose lines it spends. */
  unit_key: string
  pro_code: string | null
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  payee_name: string | null
  payee_acct_no: string | null
  amount: string
  pay_date: string
  set_mode: string | null
  use_des: string | null
  contract_no: string | null
  invoice_no: string | null
  currency: string | null
}

export interface TransferRow extends SourceColumns {
  doc_no: string
  from_div: string | null
  to_div: string | null
  transfer_kind: string | null
  amount: string | null
  received_at: string | null
  issued_at: string | null
  fiscal_year: number | null
}

export interface ProcurementRow extends SourceColumns {
  contract_no: string
  agency_code: string | null
  agency_name: string | null
  pro_code: string | null
  item: string | null
  method: string | null
  supplier: string | null
  supplier_size: string | null
  bidders: number | null
  bid_deposit: string | null
  performance_deposit: string | null
  agreed_days: number | null
  estimate: string | null
  amount: string | null
  supplement_amount: string | null
  signed_at: string | null
  published_at: string | null
  accepted_at: string | null
}

/** A unit as the register of units has it. */
export interface StaffRow {
  agency_code: string
  agency_name: string | null
  unit_kind: string | null
  parent_code: string | null
  head_count: number | null
}

export interface RevenueRow extends SourceColumns {
  region: string | null
  region_code: string | null
  fiscal_year: number | null
  account: string | null
  subject_code: string | null
  subject_name: string | null
  budget_amount: string | null
  adjusted_amount: string | null
  executed_amount: string | null
  approved_by: string | null
  as_of: string | null
}

export interface ExpenditureRow extends SourceColumns {
  region: string | null
  region_code: string | null
  fiscal_year: number | null
  account: string | null
  subject_code: string | null
  subject_name: string | null
  is_key: string | null
  budget_amount: string | null
  adjusted_amount: string | null
  executed_amount: string | null
  approved_by: string | null
  as_of: string | null
}

export interface DebtRow extends SourceColumns {
  region: string | null
  region_code: string | null
  fiscal_year: number | null
  debt_kind: string | null
  limit_amount: string | null
  balance: string | null
  quota: string | null
  issued_new: string | null
  repaid: string | null
  interest: string | null
  capacity: string | null
  product: string | null
  approved_by: string | null
  as_of: string | null
}

export interface TreasuryRow extends SourceColumns {
  region: string | null
  region_code: string | null
  month_end: string | null
  outflow: string | null
  balance: string | null
}

export interface InvestmentRow extends SourceColumns {
  pro_code: string | null
  project_name: string | null
  agency_code: string | null
  agency_name: string | null
  estimate: string | null
  approved_estimate: string | null
  adjusted_estimate: string | null
  approved_by: string | null
  paid_total: string | null
  as_of: string | null
}

export interface ReceivableRow extends SourceColumns {
  receivable_id: string | null
  agency_code: string | null
  agency_name: string | null
  ledger_subject: string | null
  counterparty: string | null
  occurred_at: string | null
  balance: string | null
  as_of: string | null
}

export interface BidRow extends SourceColumns {
  procurement_no: string
  package_no: string | null
  agency_code: string | null
  agency_name: string | null
  item: string | null
  method: string | null
  supplier: string
  supplier_credit_code: string | null
  round: number | null
  amount: string | null
  ceiling: string | null
  bid_status: string | null
  is_winner: string | null
  legal_person: string | null
  contact: string | null
  phone: string | null
  deposit_account: string | null
  file_mark: string | null
  opened_at: string | null
}

export interface DisclosureRow extends SourceColumns {
  agency_code: string | null
  agency_name: string | null
  fiscal_year: number | null
  document_kind: string | null
  approved_at: string | null
  published_at: string | null
  as_of: string | null
}

/** One line of a published file; words are divided by one space. */
export interface DisclosureLineRow extends SourceColumns {
  document: string
  page_number: number
  line_number: number
  text: string | null
  /** When the file was loaded, as a number that grows. */
  load_seq: number
}

/** A spelling of a unit among a year's payments. */
export interface UnitRow {
  fiscal_year: number
  unit_key: string
  agency_code: string | null
  agency_name: string | null
}

/** How many payments there are, and how many fill each field that some rule cannot do without. */
export interface PaymentFieldCounts {
  payments: number
  unreadable: number
  bgt_id: number
  payee_name: number
  set_mode: number
  use_des: number
  dep_bgt_eco_code: number
  contract_no: number
}

export interface DayRow {
  currency: string
  fiscal_year: number
  pay_date: string
  payments: number
}

export interface CellRow {
  unit_key: string
  fiscal_year: number
  /** 'YYYY-MM' */
  pay_month: string
  currency: string
  economic_class: string | null
  is_relief: boolean
  amount: string
  payments: number
}

export interface MonthRow {
  unit_key: string
  fiscal_year: number
  pay_month: string
  payments: number
  above_zero: number
  amount_above_zero: string | null
  middle: number | null
}

export interface CodeRow {
  unit_key: string
  fiscal_year: number
  economic_code: string
  amount: string
  payments: number
}

export interface EarlyRow {
  unit_key: string
  fiscal_year: number
  ends_before: string
  amount: string
}

export interface LooseRow {
  unit_key: string
  fiscal_year: number
  payments: number
  amount: string
}

export interface ProjectRow {
  fiscal_year: number
  pro_code: string
}

export interface DigitRow {
  unit_key: string
  fiscal_year: number
  digits: number
  payments: number
}

export interface SpreadRow {
  unit_key: string
  fiscal_year: number
  payments: number
  floor: string
  low: string
  high: string
  amount: string
  near_floor: number
}

/** How many payments of a purpose or receiver repeat an amount paid to the same receiver. */
export interface ShareRow {
  kind: 'purpose' | 'receiver'
  item: string
  payments: number
  repeated: number
}

/** How often a weekday and gap lie between successive equal payments of one matter. */
export interface RhythmRow {
  fiscal_year: number
  /** 0 Monday */
  weekday: number
  /** In days. */
  gap: number
  pairs: number
}

/** All payments, summed up: what most rules judge by. Long tables are gone through once, when they are typed. */
export interface PaymentTotalRows {
  fields: PaymentFieldCounts
  units: readonly UnitRow[]
  days: readonly DayRow[]
  cells: Iterable<CellRow>
  months: Iterable<MonthRow>
  codes: Iterable<CodeRow>
  early: Iterable<EarlyRow>
  loose: Iterable<LooseRow>
  projects: Iterable<ProjectRow>
  digits: Iterable<DigitRow>
  spread: Iterable<SpreadRow>
  shares: readonly ShareRow[]
  rhythms: readonly RhythmRow[]
}

/** The small source kinds whole (an empty array: never loaded) and the payments summed up. */
export interface BudgetFacts {
  /** Gone through more than once. */
  budgetLines: Iterable<BudgetLineRow>
  adjustments: readonly AdjustmentRow[]
  transfers: readonly TransferRow[]
  procurements: readonly ProcurementRow[]
  staff: readonly StaffRow[]
  receivables: readonly ReceivableRow[]
  investments: readonly InvestmentRow[]
  treasuryMonths: readonly TreasuryRow[]
  debts: readonly DebtRow[]
  expenditures: readonly ExpenditureRow[]
  revenues: readonly RevenueRow[]
  bids: readonly BidRow[]
  disclosures: readonly DisclosureRow[]
  disclosureLines: readonly DisclosureLineRow[]
  totals: PaymentTotalRows
}

/** Payments to be looked at one by one: rows once, and per rule or check the keys of its own. Each is gone through once. */
export interface Candidates {
  payments: Iterable<PaymentRow>
  keysOf: Readonly<Record<string, Iterable<string>>>
}
