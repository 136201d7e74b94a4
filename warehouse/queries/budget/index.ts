import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalInteger, optionalText, text } from '../../shapes.ts'
import { place, unit, years } from './shapes.ts'
import { tenderQueries } from './tenders.ts'
import { defineYearQuery } from './year-query.ts'

export { narrowingQueries } from './narrowings.ts'
export { budgetTotals } from './totals.ts'
export type { YearQuery } from './year-query.ts'

const government = { region: optionalText, region_code: optionalText }
const subject = {
  pro_code: optionalText,
  project_name: optionalText,
  exp_func_code: optionalText,
  dep_bgt_eco_code: optionalText,
}
/** A line of a government's budget, and how it was carried out. */
const accountLine = {
  fiscal_year: optionalInteger,
  account: optionalText,
  subject_code: optionalText,
  subject_name: optionalText,
}
const execution = {
  budget_amount: optionalText,
  adjusted_amount: optionalText,
  executed_amount: optionalText,
  approved_by: optionalText,
  as_of: optionalText,
}

/** The budget marts for the rule engine: small kinds whole, payments by id; money is decimal 元 text. */
export const budgetQueries = {
  months: defineQuery({
    file: 'budget/months.sql',
    params: none,
    row: Type.Object({
      fiscal_year: optionalInteger,
      pay_month: optionalText,
      payments: Type.Integer(),
      unreadable: Type.Integer(),
      bgt_id: Type.Integer(),
      payee_name: Type.Integer(),
      set_mode: Type.Integer(),
      use_des: Type.Integer(),
      dep_bgt_eco_code: Type.Integer(),
      contract_no: Type.Integer(),
      content: text,
    }),
  }),
  references: defineQuery({
    file: 'budget/references.sql',
    params: none,
    row: Type.Object({
      name: Type.Enum(['lines', 'projects', 'units']),
      fiscal_year: optionalInteger,
      content: optionalText,
    }),
  }),
  keptIds: defineQuery({
    file: 'budget/kept-ids.sql',
    params: none,
    row: Type.Object({ answer_id: text }),
  }),
  keptAnswers: defineQuery({
    file: 'budget/kept-answers.sql',
    params: Type.Object({ ids: Type.Array(Type.String()) }),
    row: Type.Object({ answer_id: text, answer: text }),
  }),
  payments: defineYearQuery(['payments'], {
    file: 'budget/check-payments.sql',
    params: Type.Object({ ids: Type.String(), ...years }),
    row: Type.Object({
      ...place,
      pay_cert_no: optionalText,
      bgt_id: optionalText,
      fiscal_year: Type.Integer(),
      unit_key: text,
      ...subject,
      payee_name: optionalText,
      payee_acct_no: optionalText,
      amount: text,
      pay_date: text,
      set_mode: optionalText,
      use_des: optionalText,
      contract_no: optionalText,
      invoice_no: optionalText,
      currency: optionalText,
    }),
  }),
  lines: defineQuery({
    file: 'budget/check-lines.sql',
    params: none,
    row: Type.Object({
      ...place,
      bgt_id: text,
      fiscal_year: optionalInteger,
      ...unit,
      unit_key: text,
      ...subject,
      fund_type_code: optionalText,
      source_type_code: optionalText,
      amount: optionalText,
      added_amount: optionalText,
      reduced_amount: optionalText,
      paid_amount: text,
      payments: Type.Integer(),
      first_paid_on: optionalText,
      doc_date: optionalText,
    }),
  }),
  adjustments: defineQuery({
    file: 'budget/check-adjustments.sql',
    params: none,
    row: Type.Object({
      ...place,
      adj_id: text,
      bgt_id: optionalText,
      adj_date: optionalText,
      add_amount: optionalText,
      dis_amount: optionalText,
      doc_no: optionalText,
      approved_by: optionalText,
    }),
  }),
  staff: defineQuery({
    file: 'budget/check-staff.sql',
    params: none,
    row: Type.Object({
      agency_code: text,
      agency_name: optionalText,
      unit_kind: optionalText,
      parent_code: optionalText,
      head_count: optionalInteger,
    }),
  }),
  transfers: defineQuery({
    file: 'budget/check-transfers.sql',
    params: none,
    row: Type.Object({
      ...place,
      doc_no: text,
      from_div: optionalText,
      to_div: optionalText,
      transfer_kind: optionalText,
      amount: optionalText,
      received_at: optionalText,
      issued_at: optionalText,
      fiscal_year: optionalInteger,
    }),
  }),
  procurements: defineQuery({
    file: 'budget/check-procurements.sql',
    params: none,
    row: Type.Object({
      ...place,
      contract_no: text,
      ...unit,
      pro_code: optionalText,
      item: optionalText,
      method: optionalText,
      supplier: optionalText,
      supplier_size: optionalText,
      bidders: optionalInteger,
      bid_deposit: optionalText,
      performance_deposit: optionalText,
      agreed_days: optionalInteger,
      estimate: optionalText,
      amount: optionalText,
      supplement_amount: optionalText,
      signed_at: optionalText,
      published_at: optionalText,
      accepted_at: optionalText,
    }),
  }),
  revenues: defineQuery({
    file: 'budget/check-revenues.sql',
    params: none,
    row: Type.Object({
      ...place,
      ...government,
      ...accountLine,
      ...execution,
    }),
  }),
  expenditures: defineQuery({
    file: 'budget/check-expenditures.sql',
    params: none,
    row: Type.Object({
      ...place,
      ...government,
      ...accountLine,
      is_key: optionalText,
      ...execution,
    }),
  }),
  debts: defineQuery({
    file: 'budget/check-debts.sql',
    params: none,
    row: Type.Object({
      ...place,
      ...government,
      fiscal_year: optionalInteger,
      debt_kind: optionalText,
      limit_amount: optionalText,
      balance: optionalText,
      quota: optionalText,
      issued_new: optionalText,
      repaid: optionalText,
      interest: optionalText,
      capacity: optionalText,
      product: optionalText,
      approved_by: optionalText,
      as_of: optionalText,
    }),
  }),
  treasuryMonths: defineQuery({
    file: 'budget/check-treasury-months.sql',
    params: none,
    row: Type.Object({
      ...place,
      ...government,
      month_end: optionalText,
      outflow: optionalText,
      balance: optionalText,
    }),
  }),
  investments: defineQuery({
    file: 'budget/check-investments.sql',
    params: none,
    row: Type.Object({
      ...place,
      pro_code: optionalText,
      project_name: optionalText,
      ...unit,
      estimate: optionalText,
      approved_estimate: optionalText,
      adjusted_estimate: optionalText,
      approved_by: optionalText,
      paid_total: optionalText,
      as_of: optionalText,
    }),
  }),
  receivables: defineQuery({
    file: 'budget/check-receivables.sql',
    params: none,
    row: Type.Object({
      ...place,
      receivable_id: optionalText,
      ...unit,
      ledger_subject: optionalText,
      counterparty: optionalText,
      occurred_at: optionalText,
      balance: optionalText,
      as_of: optionalText,
    }),
  }),
  ...tenderQueries,
}
