import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const text = Type.String()
const optionalText = Type.Union([Type.String(), Type.Null()])
const optionalInteger = Type.Union([Type.Integer(), Type.Null()])
const place = { record_key: text, source_file: text, sheet: optionalText, row_number: Type.Integer() }
const none = Type.Object({})

/** Offers of suppliers, and what units publish of their budgets. */
export const tenderQueries = {
  bids: defineQuery({
    file: 'budget/check-bids.sql',
    params: none,
    row: Type.Object({
      ...place,
      procurement_no: text,
      package_no: optionalText,
      contract_no: optionalText,
      agency_code: optionalText,
      agency_name: optionalText,
      item: optionalText,
      method: optionalText,
      supplier: text,
      supplier_credit_code: optionalText,
      round: optionalInteger,
      amount: optionalText,
      ceiling: optionalText,
      bid_status: optionalText,
      is_winner: optionalText,
      legal_person: optionalText,
      contact: optionalText,
      phone: optionalText,
      deposit_account: optionalText,
      file_mark: optionalText,
      opened_at: optionalText,
    }),
  }),
  disclosures: defineQuery({
    file: 'budget/check-disclosures.sql',
    params: none,
    row: Type.Object({
      ...place,
      agency_code: optionalText,
      agency_name: optionalText,
      fiscal_year: optionalInteger,
      document_kind: optionalText,
      approved_at: optionalText,
      published_at: optionalText,
      as_of: optionalText,
    }),
  }),
  disclosureLines: defineQuery({
    file: 'budget/check-disclosure-lines.sql',
    params: none,
    row: Type.Object({
      ...place,
      document: text,
      page_number: Type.Integer(),
      line_number: Type.Integer(),
      text: optionalText,
      load_seq: Type.Integer(),
    }),
  }),
}
