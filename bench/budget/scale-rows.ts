import { type ScaleKind, type ScalePart } from '../../data-samples/generator/scale/index.ts'
import { type BudgetRecords, type LineRecord, type PaymentRecord } from './marts.ts'
import { rawColumns, type Kind } from '#warehouse'
import {
  type AdjustmentRow,
  type BidRow,
  type DisclosureLineRow,
  type DisclosureRow,
  type DebtRow,
  type ExpenditureRow,
  type InvestmentRow,
  type ProcurementRow,
  type ReceivableRow,
  type RevenueRow,
  type TransferRow,
  type TreasuryRow,
} from '../../analysis/budget/index.ts'

type Field = Readonly<Record<string, string | null>>

const text = (record: Field, name: string): string | null => record[name] ?? null
const must = (record: Field, name: string): string => record[name] ?? ''
const place = (key: string, kind: string, index: number) => ({
  record_key: key,
  source_file: `${kind}.csv`,
  sheet: null,
  row_number: index + 2,
})

/** The parts of an invented budget as the marts hold them: a renamed unit is the unit whose lines it spends. */
export function scaleRecords(parts: readonly ScalePart[]): BudgetRecords {
  const kindOf = (kind: ScaleKind) => parts.flatMap((part) => part[kind])
  const unitOf = new Map(
    parts.flatMap((part) => {
      const unit = part.budget_lines[0]?.['agency_code'] ?? ''
      return part.payments.map((record) => [record, unit] as const)
    }),
  )
  return {
    payments: kindOf('payments').map((record, index) => ({
      unit_key: unitOf.get(record) ?? '',
      pay_cert_no: text(record, 'pay_cert_no'),
      bgt_id: text(record, 'bgt_id'),
      payee_name: text(record, 'payee_name'),
      payee_acct_no: text(record, 'payee_acct_no'),
      amount: must(record, 'amount'),
      pay_date: must(record, 'pay_date'),
      set_mode: text(record, 'set_mode'),
      use_des: text(record, 'use_des'),
      contract_no: text(record, 'contract_no'),
      invoice_no: text(record, 'invoice_no'),
      currency: null,
      // Spread last: a literal that begins with a spread is ten times as slow to make.
      ...subject(record),
      ...place(must(record, 'pay_cert_no'), 'payments', index),
    })),
    budgetLines: kindOf('budget_lines').map((record, index) => ({
      ...subject(record),
      ...place(must(record, 'bgt_id'), 'lines', index),
      bgt_id: must(record, 'bgt_id'),
      fund_type_code: text(record, 'fund_type_code'),
      source_type_code: text(record, 'source_type_code'),
      amount: must(record, 'amount'),
      added_amount: '0.00',
      reduced_amount: '0.00',
      doc_date: text(record, 'doc_date'),
    })),
    adjustments: kindOf('budget_adjustments').map((record, index): AdjustmentRow => ({
      ...place(must(record, 'adj_id'), 'adjustments', index),
      adj_id: must(record, 'adj_id'),
      bgt_id: text(record, 'bgt_id'),
      adj_date: text(record, 'adj_date'),
      add_amount: text(record, 'add_amount'),
      dis_amount: text(record, 'dis_amount'),
      doc_no: text(record, 'doc_no'),
      approved_by: null,
    })),
    procurements: kindOf('procurements').map((record, index): ProcurementRow => ({
      ...place(must(record, 'contract_no'), 'procurements', index),
      contract_no: must(record, 'contract_no'),
      agency_code: text(record, 'agency_code'),
      agency_name: text(record, 'agency_name'),
      pro_code: text(record, 'pro_code'),
      item: text(record, 'item'),
      method: text(record, 'method'),
      supplier: text(record, 'supplier'),
      supplier_size: text(record, 'supplier_size'),
      agreed_days: text(record, 'agreed_days') === null ? null : Number(text(record, 'agreed_days')),
      bidders: text(record, 'bidders') === null ? null : Number(text(record, 'bidders')),
      bid_deposit: text(record, 'bid_deposit'),
      performance_deposit: text(record, 'performance_deposit'),
      estimate: text(record, 'estimate'),
      amount: text(record, 'amount'),
      supplement_amount: text(record, 'supplement_amount'),
      signed_at: text(record, 'signed_at'),
      published_at: text(record, 'published_at'),
      accepted_at: text(record, 'accepted_at'),
    })),
    staff: kindOf('units').map((record) => ({
      agency_code: must(record, 'agency_code'),
      agency_name: text(record, 'agency_name'),
      unit_kind: text(record, 'unit_kind'),
      parent_code: text(record, 'parent_code'),
      head_count: Number(must(record, 'head_count')),
    })),
    transfers: kindOf('transfers').map(transferRow),
    ...fiscalRecords(kindOf),
  }
}

function subject(
  record: Field,
): Pick<
  PaymentRecord & LineRecord,
  | 'fiscal_year'
  | 'agency_code'
  | 'agency_name'
  | 'pro_code'
  | 'project_name'
  | 'exp_func_code'
  | 'dep_bgt_eco_code'
> {
  return {
    fiscal_year: Number(must(record, 'fiscal_year')),
    agency_code: text(record, 'agency_code'),
    agency_name: text(record, 'agency_name'),
    pro_code: text(record, 'pro_code'),
    project_name: text(record, 'project_name'),
    exp_func_code: text(record, 'exp_func_code'),
    dep_bgt_eco_code: text(record, 'dep_bgt_eco_code'),
  }
}

function transferRow(record: Field, index: number): TransferRow {
  return {
    ...place(must(record, 'doc_no'), 'transfers', index),
    doc_no: must(record, 'doc_no'),
    from_div: text(record, 'from_div'),
    to_div: text(record, 'to_div'),
    transfer_kind: text(record, 'kind'),
    amount: text(record, 'amount'),
    received_at: text(record, 'received_at'),
    issued_at: text(record, 'issued_at'),
    fiscal_year: Number(must(record, 'fiscal_year')),
  }
}

/** The kinds that no rule on payments reads. */
function fiscalRecords(kindOf: (kind: ScaleKind) => readonly Field[]) {
  return {
    revenues: kindOf('revenues').map(
      fiscalRow('revenues', { inc_sub_code: 'subject_code', inc_sub_name: 'subject_name' }),
    ),
    expenditures: kindOf('expenditures').map(fiscalRow('expenditures')),
    debts: kindOf('debts').map(fiscalRow('debts')),
    treasuryMonths: kindOf('treasury_months').map(fiscalRow('treasury_months')),
    investments: kindOf('investments').map(fiscalRow('investments')),
    receivables: kindOf('receivables').map(fiscalRow('receivables')),
    bids: kindOf('bids').map(fiscalRow('bids')),
    disclosures: kindOf('disclosures').map(fiscalRow('disclosures')),
    disclosureLines: kindOf('disclosure_lines').map((record, index) => ({
      ...fiscalRow('disclosure_lines')(record, index),
      load_seq: 1,
    })),
  }
}

type AnyFiscalRow = RevenueRow &
  ExpenditureRow &
  DebtRow &
  TreasuryRow &
  InvestmentRow &
  ReceivableRow &
  BidRow &
  DisclosureRow &
  DisclosureLineRow

/** A row of a kind whose columns the engine reads under their own names, but for those that the marts name otherwise. */
function fiscalRow(
  kind: Kind,
  named: Readonly<Record<string, string>> = {},
): (record: Field, index: number) => AnyFiscalRow {
  const columns = rawColumns(kind)
  return (record, index) => {
    const key = columns.map((name) => text(record, name) ?? '').join('|')
    const cells = Object.fromEntries(columns.map((name) => [named[name] ?? name, text(record, name)]))
    const year = 'fiscal_year' in cells ? { fiscal_year: Number(must(record, 'fiscal_year')) } : {}
    return { ...place(key, kind, index), ...cells, ...year } as unknown as AnyFiscalRow
  }
}
