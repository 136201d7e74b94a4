import { quoteIdentifier } from '../engine/sql-file.ts'
import { rawColumns, type Kind } from './contract.ts'

interface Stage {
  /** The column that dates the step. */
  readonly at: string
  /** What the step brought: unknown before its date. */
  readonly brings: readonly string[]
}

interface Course {
  /** The column that dates the record itself: before it the record does not exist. */
  readonly born: string | null
  readonly stages: readonly Stage[]
  /** The column that names the day a state reports on; of two states the one of the later day counts. */
  readonly reported?: string
}

/** What a record's own dates say of its past, for days on which nobody looked at it yet. */
const courses: Readonly<Record<Kind, Course>> = {
  suggestions: {
    born: 'submitted_at',
    stages: [
      { at: 'assigned_at', brings: [] },
      { at: 'signed_at', brings: [] },
      {
        at: 'replied_at',
        brings: ['reply', 'result_class', 'attitude_rating', 'result_rating', 'status'],
      },
    ],
  },
  petitions: {
    born: 'created_at',
    stages: [{ at: 'replied_at', brings: ['reply', 'rating', 'status'] }],
  },
  comments: { born: 'created_at', stages: [] },
  budget_lines: { born: 'doc_date', stages: [] },
  budget_adjustments: { born: 'adj_date', stages: [] },
  payments: { born: 'pay_date', stages: [] },
  transfers: { born: 'issued_at', stages: [{ at: 'received_at', brings: [] }] },
  procurements: {
    born: 'signed_at',
    stages: [
      { at: 'published_at', brings: [] },
      { at: 'accepted_at', brings: [] },
    ],
  },
  regions: { born: null, stages: [] },
  units: { born: null, stages: [] },
  proceedings: { born: 'held_on', stages: [] },
  revenues: { born: null, stages: [{ at: 'as_of', brings: ['executed_amount'] }], reported: 'as_of' },
  expenditures: { born: null, stages: [{ at: 'as_of', brings: ['executed_amount'] }], reported: 'as_of' },
  debts: {
    born: null,
    stages: [{ at: 'as_of', brings: ['balance', 'issued_new', 'issued_refinancing', 'repaid', 'interest'] }],
    reported: 'as_of',
  },
  treasury_months: { born: 'month_end', stages: [] },
  investments: { born: null, stages: [{ at: 'as_of', brings: ['paid_total'] }], reported: 'as_of' },
  receivables: { born: 'occurred_at', stages: [], reported: 'as_of' },
  bids: { born: 'opened_at', stages: [] },
  disclosures: { born: 'approved_at', stages: [{ at: 'published_at', brings: ['url'] }] },
  disclosure_lines: { born: null, stages: [] },
  livelihood_projects: {
    born: null,
    stages: [{ at: 'reported_at', brings: ['progress', 'status'] }],
    reported: 'reported_at',
  },
}

/**
 * The columns of a kind as they were known at `bound.moment_text`, as a select list over `ranked`. Raw dates and times
 * are ISO texts, so that they compare as texts.
 */
export function columnsAsOf(kind: Kind): string {
  const dated = new Map<string, string>()
  for (const { at, brings } of courses[kind].stages) for (const name of [at, ...brings]) dated.set(name, at)
  return rawColumns(kind)
    .map((name) => {
      const at = dated.get(name)
      const column = `ranked.${quoteIdentifier(name)}`
      if (at === undefined) return column
      return `case when ranked.${quoteIdentifier(at)} > bound.moment_text then null else ${column} end as ${quoteIdentifier(name)}`
    })
    .join(',\n  ')
}

/**
 * The newest of a record's states says of each column what it holds, as far as its file has the column; a select list
 * over `shown` and `stored`, one record a group.
 */
export function columnsShown(kind: Kind): string {
  return rawColumns(kind)
    .map((name) => {
      const column = `stored.${quoteIdentifier(name)}`
      const has = `shown.fields is null or list_contains(shown.fields, '${name}') or ${column} is not null`
      return `arg_min_null(${column}, shown.state_rank) filter (where ${has}) as ${quoteIdentifier(name)}`
    })
    .join(',\n    ')
}

/** The day a state of `stored` reports on: a correction of an earlier month does not overtake a later month. */
export function reportedDay(kind: Kind): string {
  const { reported } = courses[kind]
  return reported === undefined ? 'null::varchar' : `stored.${quoteIdentifier(reported)}`
}

/** The condition under which a record existed at `bound.moment_text`; records without a date always did. */
export function bornAsOf(kind: Kind): string {
  const { born } = courses[kind]
  if (born === null) return 'true'
  return `(ranked.${quoteIdentifier(born)} is null or ranked.${quoteIdentifier(born)} <= bound.moment_text)`
}
