import {
  type BudgetMarts,
  type BudgetRecords,
  type LineRecord,
  type PaymentRecord,
} from '../../../bench/budget/marts.ts'

const place = (key: string) => ({ record_key: key, source_file: '示例.csv', sheet: null, row_number: 2 })

/** A payment of 示例局 on its line L1 unless told otherwise. */
export function payment(key: string, given: Partial<PaymentRecord> = {}): PaymentRecord {
  return {
    ...place(key),
    pay_cert_no: key,
    bgt_id: 'L1',
    fiscal_year: 2025,
    agency_code: '101',
    agency_name: '示例局',
    pro_code: 'P1',
    project_name: '示例项目',
    exp_func_code: '2010301',
    dep_bgt_eco_code: '30227',
    payee_name: '云岭示例公司',
    payee_acct_no: '62000001',
    amount: '1000.00',
    pay_date: '2025-03-12',
    set_mode: '电子转账支付',
    use_des: '服务费',
    contract_no: null,
    invoice_no: null,
    currency: null,
    ...given,
  }
}

export function line(id: string, given: Partial<LineRecord> = {}): LineRecord {
  return {
    ...place(id),
    bgt_id: id,
    fiscal_year: 2025,
    agency_code: '101',
    agency_name: '示例局',
    pro_code: 'P1',
    project_name: '示例项目',
    exp_func_code: '2010301',
    dep_bgt_eco_code: '30227',
    source_type_code: '年初',
    amount: '100000.00',
    added_amount: '0.00',
    reduced_amount: '0.00',
    doc_date: '2025-01-10',
    ...given,
  }
}

export function rowsOf(
  payments: readonly PaymentRecord[],
  budgetLines: readonly LineRecord[] = [],
): BudgetRecords {
  return { payments, budgetLines, adjustments: [], transfers: [], procurements: [] }
}

/** Findings of one rule, as '红 12.00 元'-like facts. */
export async function found(
  marts: BudgetMarts,
  rows: BudgetRecords,
  rule: string,
): Promise<{ severity: string; cents: number; keys: string[] }[]> {
  const { findings } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, cents, rows: evidence }) => ({
      severity,
      cents,
      keys: evidence.filter(({ place: { kind } }) => kind === 'payments').map(({ place: { key } }) => key),
    }))
}
