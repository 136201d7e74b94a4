import type { TObject } from 'typebox'
import { defineQuery, type NamedQuery } from '../../query.ts'

/**
 * What an answer about a budget year depends on: the payments of the year with their lines, or of the year before too,
 * or only those paid in the first quarter of either; all lines of the year; the years and projects that have lines; the
 * register of units; what was paid back to whom, in whatever year. Two do not divide into years: `all payments` with
 * their lines, and `everything`, which may be any of the data.
 */
export type YearInput =
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
 * A query about the budget years asked for in the parameter `years`. Each row names its year in `fiscal_year`, or in `asked_year` where the row
 * may be of another, and the rows of a year are the same whatever other years are asked for with it.
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
