import type { TObject } from 'typebox'
import { defineQuery, type NamedQuery } from '../../query.ts'

/**
 * What an answer about a budget year depends on: the payments of the year with their lines, or of the year before too,
 * or only those paid in the first quarter of either; all lines of the year; the years and projects that have lines; the
 * register of units; what was paid back to whom, in whatever year. An answer about a month depends on the payments made
 * in that month, of whatever budget year, with their lines. Two do not divide: `all payments` with their lines, and
 * `everything`, which may be any of the data.
 */
export type YearInput =
  | 'month'
  | 'payments'
  | 'payments before'
  | 'first quarter'
  | 'first quarter before'
  | 'lines'
  | 'projects'
  | 'units'
  | 'refunds'
  | 'all payments'
  | 'everything'

/**
 * A query about the budget years asked for in the parameter `years`, or the months of payment in `months`. Each row
 * names its year in `fiscal_year`, or in `asked_year` where the row may be of another, or its month in `pay_month`; the
 * rows of a year or month are the same whatever others are asked for with it.
 */
export interface YearQuery<P, R> extends NamedQuery<P, R> {
  readonly inputs: readonly YearInput[]
}

/** Names a file like `defineQuery`, with what its answers depend on besides their parameters. */
export function defineYearQuery<P extends TObject, R extends TObject>(
  inputs: readonly YearInput[],
  definition: Parameters<typeof defineQuery<P, R>>[0],
) {
  return Object.assign(defineQuery(definition), { inputs })
}
