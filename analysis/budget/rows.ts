/**
 * What the engine is given: the budget marts row by row. Money is decimal 元 text, dates are 'YYYY-MM-DD',
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
  pro_code: string | null
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  source_type_code: string | null
  amount: string | null
  /** The line's own increase plus all later adjustments. */
  added_amount: string | null
  reduced_amount: string | null
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
  fiscal_year: number | null
  agency_code: string | null
  agency_name: string | null
  pro_code: string | null
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  payee_name: string | null
  payee_acct_no: string | null
  amount: string | null
  pay_date: string | null
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
  estimate: string | null
  amount: string | null
  supplement_amount: string | null
  signed_at: string | null
  published_at: string | null
  accepted_at: string | null
}

/** One array per source kind; an empty array means the kind was never loaded. */
export interface BudgetRows {
  budgetLines: readonly BudgetLineRow[]
  adjustments: readonly AdjustmentRow[]
  payments: readonly PaymentRow[]
  transfers: readonly TransferRow[]
  procurements: readonly ProcurementRow[]
}
