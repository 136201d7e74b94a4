import { Type } from 'typebox'
import { integer, optionalText, text } from '../../shapes.ts'

/** Columns that rows of several budget marts begin with. */
export const place = { record_key: text, source_file: text, sheet: optionalText, row_number: integer }
export const unit = { agency_code: optionalText, agency_name: optionalText }
/** The budget years asked for. */
export const years = { years: Type.Array(integer) }
/** The months of payment asked for, 'YYYY-MM'. */
export const months = { months: Type.Array(Type.String()) }
