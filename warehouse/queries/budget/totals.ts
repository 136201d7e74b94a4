import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalNumber, optionalText, text } from '../../shapes.ts'

const count = Type.Integer()
const unitYear = { unit_key: text, fiscal_year: count }

/** Sums over all payments that the rules judge by; money is decimal 元 text. */
export const budgetTotals = {
  days: defineQuery({
    file: 'budget/totals/days.sql',
    params: none,
    row: Type.Object({ currency: text, fiscal_year: count, pay_date: text, payments: count }),
  }),
  cells: defineQuery({
    file: 'budget/totals/cells.sql',
    params: none,
    row: Type.Object({
      ...unitYear,
      fiscal_month: count,
      currency: text,
      economic_class: optionalText,
      is_relief: Type.Boolean(),
      amount: text,
      payments: count,
    }),
  }),
  months: defineQuery({
    file: 'budget/totals/months.sql',
    params: none,
    row: Type.Object({
      ...unitYear,
      pay_month: text,
      payments: count,
      above_zero: count,
      amount_above_zero: optionalText,
      middle: optionalNumber,
    }),
  }),
  codes: defineQuery({
    file: 'budget/totals/codes.sql',
    params: Type.Object({ codes: Type.Array(Type.String()) }),
    row: Type.Object({ ...unitYear, economic_code: text, amount: text, payments: count }),
  }),
  early: defineQuery({
    file: 'budget/totals/early.sql',
    params: none,
    row: Type.Object({ ...unitYear, pay_date: text, amount: text }),
  }),
  loose: defineQuery({
    file: 'budget/totals/loose.sql',
    params: none,
    row: Type.Object({ ...unitYear, payments: count, amount: text }),
  }),
  projects: defineQuery({
    file: 'budget/totals/projects.sql',
    params: none,
    row: Type.Object({ fiscal_year: count, pro_code: text }),
  }),
  digits: defineQuery({
    file: 'budget/totals/digits.sql',
    params: none,
    row: Type.Object({ unit_key: text, digits: count, payments: count }),
  }),
  spread: defineQuery({
    file: 'budget/totals/spread.sql',
    params: none,
    row: Type.Object({
      unit_key: text,
      payments: count,
      last_year: count,
      floor: text,
      low: text,
      high: text,
      amount: text,
      near_floor: count,
    }),
  }),
  repeats: defineQuery({
    file: 'budget/totals/repeats.sql',
    params: none,
    row: Type.Object({
      kind: Type.Enum(['purpose', 'receiver', 'mark']),
      item: text,
      payments: count,
      repeated: count,
    }),
  }),
}
