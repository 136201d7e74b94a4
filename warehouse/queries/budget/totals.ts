import { Type } from 'typebox'
import { integer as count, optionalNumber, optionalText, text } from '../../shapes.ts'
import { months, years } from './shapes.ts'
import { defineYearQuery } from './year-query.ts'

const unitYear = { unit_key: text, fiscal_year: count }

/** Sums over all payments of the budget years or months asked for, that the rules judge by; money is decimal 元 text. */
export const budgetTotals = {
  units: defineYearQuery(['payments'], {
    file: 'budget/totals/units.sql',
    params: Type.Object(years),
    row: Type.Object({ ...unitYear, agency_code: optionalText, agency_name: optionalText }),
  }),
  days: defineYearQuery(['payments'], {
    file: 'budget/totals/days.sql',
    params: Type.Object(years),
    row: Type.Object({ currency: text, fiscal_year: count, pay_date: text, payments: count }),
  }),
  cells: defineYearQuery(['month'], {
    file: 'budget/totals/cells.sql',
    params: Type.Object(months),
    row: Type.Object({
      ...unitYear,
      pay_month: text,
      currency: text,
      economic_class: optionalText,
      is_relief: Type.Boolean(),
      amount: text,
      payments: count,
    }),
  }),
  months: defineYearQuery(['month'], {
    file: 'budget/totals/months.sql',
    params: Type.Object(months),
    row: Type.Object({
      ...unitYear,
      pay_month: text,
      payments: count,
      above_zero: count,
      amount_above_zero: optionalText,
      middle: optionalNumber,
    }),
  }),
  codes: defineYearQuery(['payments'], {
    file: 'budget/totals/codes.sql',
    params: Type.Object({ codes: Type.Array(Type.String()), ...years }),
    row: Type.Object({ ...unitYear, economic_code: text, amount: text, payments: count }),
  }),
  early: defineYearQuery(['first quarter'], {
    file: 'budget/totals/early.sql',
    params: Type.Object({ of_years: Type.Array(count), ends: Type.Array(Type.String()), ...years }),
    row: Type.Object({ ...unitYear, ends_before: text, amount: text }),
  }),
  loose: defineYearQuery(['payments'], {
    file: 'budget/totals/loose.sql',
    params: Type.Object(years),
    row: Type.Object({ ...unitYear, payments: count, amount: text }),
  }),
  projects: defineYearQuery(['payments'], {
    file: 'budget/totals/projects.sql',
    params: Type.Object(years),
    row: Type.Object({ fiscal_year: count, pro_code: text }),
  }),
  digits: defineYearQuery(['payments'], {
    file: 'budget/totals/digits.sql',
    params: Type.Object(years),
    row: Type.Object({ ...unitYear, digits: count, payments: count }),
  }),
  spread: defineYearQuery(['payments'], {
    file: 'budget/totals/spread.sql',
    params: Type.Object(years),
    row: Type.Object({
      ...unitYear,
      payments: count,
      floor: text,
      low: text,
      high: text,
      amount: text,
      near_floor: count,
    }),
  }),
  /** Of all payments, whatever the year. */
  shares: defineYearQuery(['all payments'], {
    file: 'budget/totals/shares.sql',
    params: Type.Object({}),
    row: Type.Object({
      kind: Type.Enum(['purpose', 'receiver']),
      item: text,
      payments: count,
      repeated: count,
    }),
  }),
  rhythms: defineYearQuery(['payments'], {
    file: 'budget/totals/rhythms.sql',
    params: Type.Object(years),
    row: Type.Object({ fiscal_year: count, weekday: count, gap: count, pairs: count }),
  }),
}
