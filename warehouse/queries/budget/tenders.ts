import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalInteger, optionalText, text } from '../../shapes.ts'
import { place, unit } from './shapes.ts'

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
      ...unit,
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
      ...unit,
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
