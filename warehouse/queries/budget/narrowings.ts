import { type TObject, type TProperties, Type } from 'typebox'
import { money } from '../../shapes.ts'
import { months, years } from './shapes.ts'
import { defineYearQuery, type YearInput } from './year-query.ts'

const codes = { codes: Type.Array(Type.String()) }
const id = { payment_id: Type.String(), fiscal_year: Type.Integer() }

const narrow = <P extends TProperties>(file: string, params: TObject<P>, ...others: YearInput[]) =>
  defineYearQuery(['payments', ...others], {
    file: `budget/narrow/${file}.sql`,
    params,
    row: Type.Object(id),
  })

/** Asked of each payment by itself, or of a month by itself. */
const narrowByMonth = <P extends TProperties>(file: string, params: TObject<P>, ...others: YearInput[]) =>
  defineYearQuery(['month', ...others], {
    file: `budget/narrow/${file}.sql`,
    params,
    row: Type.Object({ ...id, pay_month: Type.String() }),
  })

/** Asked of all payments: their answers do not divide into years. */
const undivided = <P extends TProperties>(
  file: string,
  params: TObject<P>,
  input: 'all payments' | 'everything' = 'everything',
) => defineYearQuery([input], { file: `budget/narrow/${file}.sql`, params, row: Type.Object(id) })

/**
 * Which payments a rule has to look at one by one, of the budget years asked for: each query leaves out only payments
 * that cannot change what the rule finds. Money is decimal 元 text.
 */
export const narrowingQueries = {
  amounts: narrowByMonth(
    'amounts',
    Type.Object({ floor: money, ceiling: money, currency: Type.String(), ...months }),
  ),
  cash: narrowByMonth('cash', Type.Object({ least: money, ...months })),
  persons: narrowByMonth('persons', Type.Object({ least: money, ...months })),
  round: narrowByMonth('round', Type.Object({ least: money, step: money, ...months })),
  days: narrow('days', Type.Object({ days: Type.Array(Type.String()), ...years })),
  strays: narrow('strays', Type.Object(years), 'projects'),
  overspent: undivided('overspent', Type.Object({ tolerance: money })),
  december: narrow('december', Type.Object({ share: Type.Number(), times: Type.Number(), ...years })),
  codes: narrow('codes', Type.Object({ ...codes, ...years }), 'lines'),
  grown: narrow(
    'grown',
    Type.Object({ ...codes, share: Type.Number(), floor: money, ...years }),
    'payments before',
  ),
  misplaced: narrowByMonth(
    'misplaced',
    Type.Object({
      words: Type.Array(Type.String()),
      allowed: Type.Array(Type.String()),
      least: money,
      ...months,
    }),
  ),
  contracts: undivided('contracts', Type.Object({})),
  bonds: narrowByMonth('bonds', Type.Object(months)),
  ownAccounts: narrowByMonth('own-accounts', Type.Object({ least: money, ...months }), 'units'),
  cardless: narrowByMonth('cardless', Type.Object({ ...codes, least: money, most: money, ...months })),
  heavy: narrow('heavy', Type.Object({ ...codes, times: Type.Number(), ...years }), 'units'),
  early: defineYearQuery(['first quarter', 'first quarter before', 'lines'], {
    file: 'budget/narrow/early.sql',
    params: Type.Object({
      approved_years: Type.Array(Type.Integer()),
      days: Type.Array(Type.String()),
      earlier: Type.Array(Type.String()),
      times: Type.Number(),
      share: Type.Number(),
      ...years,
    }),
    row: Type.Object(id),
  }),
  repeats: defineYearQuery(['payments', 'payments before', 'refunds'], {
    file: 'budget/narrow/repeats.sql',
    params: Type.Object({ days: Type.Integer(), ...years }),
    row: Type.Object({ ...id, asked_year: Type.Integer() }),
  }),
  reversals: undivided('reversals', Type.Object({}), 'all payments'),
  loose: narrow('loose', Type.Object(years)),
  oddMonths: narrow('odd-months', Type.Object(years)),
  doubledMonths: narrowByMonth('doubled-months', Type.Object(months)),
  clonedMonths: narrow('cloned-months', Type.Object(years)),
  retired: narrow('retired', Type.Object({ ...codes, ...years })),
}
