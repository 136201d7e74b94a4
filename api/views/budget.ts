import type {
  BudgetLine,
  ExecutionMonth,
  Payment,
  SourceRow,
  UnitExecution,
  UnitMonth,
} from '../contract/index.ts'

interface ExecutionRow {
  unit_code: string
  unit_name: string
  lines: number
  budget: string | null
  adjusted: string | null
  paid: string
  payments: number
  rate: number | null
  linear: number | null
  seasonal: number | null
  findings: number
}

/** `seesFindings` false hides the count from roles that may not read findings. */
export function toUnitExecution(row: ExecutionRow, fiscalYear: number, seesFindings: boolean): UnitExecution {
  return {
    agencyCode: row.unit_code,
    agencyName: row.unit_name,
    fiscalYear,
    lines: row.lines,
    budget: row.budget,
    adjustedBudget: row.adjusted,
    paid: row.paid,
    payments: row.payments,
    rate: row.rate,
    linearProgress: row.linear,
    seasonalProgress: row.seasonal,
    gapToLinear: gap(row.rate, row.linear),
    gapToSeasonal: gap(row.rate, row.seasonal),
    findings: seesFindings ? row.findings : null,
  }
}

function gap(rate: number | null, progress: number | null): number | null {
  return rate === null || progress === null ? null : rate - progress
}

interface MonthRow {
  fiscal_year: number
  month: number
  paid: string
  payments: number
  cumulative: string
  adjusted: string | null
  rate: number | null
  linear: number
  seasonal: number | null
}

export function toUnitMonth(row: MonthRow): UnitMonth {
  const { month, paid, payments, cumulative, rate, linear, seasonal } = row
  return { month, paid, payments, cumulativePaid: cumulative, rate, linear, seasonal }
}

export function toExecutionMonth(row: MonthRow): ExecutionMonth {
  const { month, paid, rate, linear, seasonal } = row
  return {
    fiscalYear: row.fiscal_year,
    month,
    paid,
    cumulativePaid: row.cumulative,
    adjustedBudget: row.adjusted,
    rate,
    linear,
    seasonal,
  }
}

interface SourceColumns {
  record_key: string
  load_id: string | null
  source_file: string
  sheet: string | null
  row_number: number
}

function toSourceRow(row: SourceColumns): SourceRow {
  return {
    recordKey: row.record_key,
    loadId: row.load_id,
    file: row.source_file,
    sheet: row.sheet,
    row: row.row_number,
  }
}

interface LineRow extends SourceColumns {
  bgt_id: string
  project_name: string | null
  exp_func_code: string | null
  dep_bgt_eco_code: string | null
  account: string | null
  source_type_code: string | null
  amount: string
  added_amount: string
  reduced_amount: string
  adjusted_amount: string
  paid_amount: string
  payments: number
  rate: number | null
  doc_no: string | null
  doc_date: string | null
}

export function toBudgetLine(row: LineRow): BudgetLine {
  return {
    bgtId: row.bgt_id,
    projectName: row.project_name,
    functionCode: row.exp_func_code,
    economicCode: row.dep_bgt_eco_code,
    account: row.account,
    sourceType: row.source_type_code,
    amount: row.amount,
    added: row.added_amount,
    reduced: row.reduced_amount,
    adjusted: row.adjusted_amount,
    paid: row.paid_amount,
    payments: row.payments,
    rate: row.rate,
    docNo: row.doc_no,
    docDate: row.doc_date,
    source: toSourceRow(row),
  }
}

interface PaymentRow extends SourceColumns {
  payment_id: string
  pay_cert_no: string | null
  bgt_id: string | null
  agency_name: string | null
  project_name: string | null
  pay_date: string | null
  payee_name: string | null
  amount: string
  currency: string | null
  use_des: string | null
  set_mode: string | null
  pay_type: string | null
  contract_no: string | null
}

export function toPayment(row: PaymentRow): Payment {
  return {
    paymentId: row.payment_id,
    certNo: row.pay_cert_no,
    bgtId: row.bgt_id,
    agencyName: row.agency_name,
    projectName: row.project_name,
    payDate: row.pay_date,
    payee: row.payee_name,
    amount: row.amount,
    currency: row.currency,
    use: row.use_des,
    settlement: row.set_mode,
    payType: row.pay_type,
    contractNo: row.contract_no,
    source: toSourceRow(row),
  }
}
