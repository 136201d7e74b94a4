import { readSql } from '../engine/sql-file.ts'

/** The source kinds; each has one table `raw.<kind>` whose DDL is `warehouse/raw/<kind>.sql`. */
export const kinds = [
  'suggestions',
  'petitions',
  'comments',
  'budget_lines',
  'budget_adjustments',
  'payments',
  'transfers',
  'procurements',
  'regions',
  'units',
  'proceedings',
  'livelihood_projects',
  'revenues',
  'expenditures',
  'debts',
  'treasury_months',
  'investments',
  'receivables',
  'bids',
  'disclosures',
  'disclosure_lines',
] as const

export type Kind = (typeof kinds)[number]

/** Kinds whose records are voices (one suggestion, petition or comment). */
export const voiceKinds = ['suggestions', 'petitions', 'comments'] as const satisfies readonly Kind[]

/** Kinds that planned and executed budgets are made from. */
export const executionKinds = [
  'budget_lines',
  'budget_adjustments',
  'payments',
] as const satisfies readonly Kind[]

/** Kinds that the budget rules read: every finding, and what is counted of findings, is made from them. */
export const findingKinds = [
  ...executionKinds,
  'transfers',
  'procurements',
  'units',
  'revenues',
  'expenditures',
  'debts',
  'treasury_months',
  'investments',
  'receivables',
  'bids',
  'disclosures',
  'disclosure_lines',
] as const satisfies readonly Kind[]

export function isKind(name: string): name is Kind {
  return (kinds as readonly string[]).includes(name)
}

export interface RawColumn {
  readonly name: string
  readonly type: string
  /** Chinese description, from the comment beside the column. */
  readonly description: string
}

/** All columns of a raw table in DDL order, bookkeeping columns (`_…`) included. */
export function describeRaw(table: string): RawColumn[] {
  return [...readSql(`raw/${table}.sql`).matchAll(/^ {2}(\w+) (\w+)[^-\n]*-- (.+)$/gm)].map(
    ([, name = '', type = '', description = '']) => ({ name, type, description }),
  )
}

const canonical = new Map(
  kinds.map((kind) => [
    kind,
    describeRaw(kind)
      .map((column) => column.name)
      .filter((name) => !name.startsWith('_')),
  ]),
)

/**
 * Columns no two records of a kind share by chance. Rows of different files with one business number that agree in
 * none of them are different records; a corrected text still agrees in the others. Kinds left out are master or
 * accounting data, where the number alone decides.
 */
const distinguishing: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  suggestions: ['title', 'body', 'submitted_at'],
  petitions: ['title', 'body', 'created_at'],
  comments: ['body', 'created_at'],
  payments: ['payee_name', 'amount', 'pay_date'],
  procurements: ['item', 'supplier', 'amount'],
  proceedings: ['title', 'held_on'],
  livelihood_projects: ['title', 'lead_unit'],
}

export function distinguishingColumns(kind: Kind): readonly string[] {
  return distinguishing[kind] ?? []
}

/** Canonical columns of a kind, in the order in which `LoadSink.accept` takes their values. */
export function rawColumns(kind: Kind): readonly string[] {
  return canonical.get(kind) ?? []
}
