import { type TObject, type TProperties, Type } from 'typebox'
import { defineQuery } from '../../query.ts'

const money = Type.String()
const years = { first_year: Type.Integer() }
const codes = { codes: Type.Array(Type.String()) }
const id = Type.Object({ payment_id: Type.String() })

const narrow = <P extends TProperties>(file: string, params: TObject<P>) =>
  defineQuery({ file: `budget/narrow/${file}.sql`, params, row: id })

/**
 * Which payments a rule has to look at one by one: each query leaves out only payments that cannot change what the rule
 * finds. Money is decimal 元 text; `first_year` leaves out earlier budget years.
 */
export const narrowingQueries = {
  amounts: narrow('amounts', Type.Object({ floor: money, ceiling: money, currency: Type.String() })),
  crowded: narrow('crowded', Type.Object({ floor: money, limit: money, currency: Type.String() })),
  cash: narrow('cash', Type.Object({ least: money, ...years })),
  persons: narrow('persons', Type.Object({ least: money, ...years })),
  round: narrow('round', Type.Object({ least: money, step: money, ...years })),
  days: narrow('days', Type.Object({ days: Type.Array(Type.String()), ...years })),
  strays: narrow('strays', Type.Object(years)),
  overspent: narrow('overspent', Type.Object({ tolerance: money, ...years })),
  december: narrow('december', Type.Object({ share: Type.Number(), times: Type.Number(), ...years })),
  codes: narrow('codes', Type.Object({ ...codes, ...years })),
  misplaced: narrow(
    'misplaced',
    Type.Object({
      words: Type.Array(Type.String()),
      allowed: Type.Array(Type.String()),
      least: money,
      ...years,
    }),
  ),
  contracts: narrow('contracts', Type.Object({})),
  bonds: narrow('bonds', Type.Object(years)),
  ownAccounts: narrow('own-accounts', Type.Object({ least: money, ...years })),
  cardless: narrow('cardless', Type.Object({ ...codes, least: money, most: money, ...years })),
  heavy: narrow('heavy', Type.Object({ ...codes, times: Type.Number(), ...years })),
  early: narrow(
    'early',
    Type.Object({
      years: Type.Array(Type.Integer()),
      days: Type.Array(Type.String()),
      earlier: Type.Array(Type.String()),
      ...years,
    }),
  ),
  repeats: narrow('repeats', Type.Object({ days: Type.Integer() })),
  reversals: narrow('reversals', Type.Object({})),
  loose: narrow('loose', Type.Object({})),
  oddMonths: narrow('odd-months', Type.Object({})),
  doubledMonths: narrow('doubled-months', Type.Object({})),
  retired: narrow('retired', Type.Object(codes)),
}
