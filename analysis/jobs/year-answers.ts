import { createHash } from 'node:crypto'
import { budgetQueries, type NamedQuery, type Warehouse, type YearQuery } from '#warehouse'
import type { PaymentFieldCounts } from '../budget/index.ts'
import { AnswerParts, emptyAnswer } from './answer-parts.ts'
import type { PackedAnswer } from './packed-answers.ts'

/** What reads named queries: the warehouse, or a test's bare engine. */
export type BudgetStore = Pick<Warehouse, 'query' | 'jsonRows'>

/** An answer about one budget year, as it is kept: equal ids, equal answers. */
export interface KeptAnswer {
  readonly answer_id: string
  readonly question: string
  readonly fiscal_year: number
  readonly parts: PackedAnswer
}

/** Answers of earlier runs by their ids; each is fetched when it is asked for. */
export interface AnswerShelf {
  readonly ids: ReadonlySet<string>
  fetch(ids: readonly string[]): Promise<ReadonlyMap<string, PackedAnswer>>
}

const emptyShelf: AnswerShelf = { ids: new Set(), fetch: () => Promise.resolve(new Map()) }

/** Ten million payments take some queries longer than a page's patience; the answers are large and wanted once. */
export const patience = { timeoutMs: 600_000, once: true }

/** Stands for the year of an answer about all payments. */
const wholeOf = 0

/** Part of every id: answers kept in another form are not taken for these. */
const form = 'packed rows 2'

type AnyQuery = YearQuery<object, object>

/**
 * Asks about budget years. An answer is named by a digest of the query's text, its parameters and the content of what
 * the query reads, so that one of an earlier run is taken exactly where asking anew would give the same.
 */
export class YearAnswers {
  /** Budget years with payments, ascending. */
  readonly years: readonly number[]
  readonly fields: PaymentFieldCounts
  private readonly store: BudgetStore
  private readonly contents: ReadonlyMap<string, string>
  private readonly shelf: AnswerShelf
  private readonly taken = new Set<string>()
  /** What this run asked the store about budget years, by its ids, and about all payments, by question. */
  private readonly asked = new Map<string, KeptAnswer>()
  private readonly askedOfAll = new Map<string, PackedAnswer>()

  private constructor(store: BudgetStore, read: Contents, shelf: AnswerShelf) {
    this.store = store
    this.shelf = shelf
    this.years = read.years
    this.fields = read.fields
    this.contents = read.contents
  }

  static async open(store: BudgetStore, shelf: AnswerShelf = emptyShelf): Promise<YearAnswers> {
    return new YearAnswers(store, await readContents(store), shelf)
  }

  /** The answer about some years, year by year, or about all of the data when it does not divide. */
  async ask(query: AnyQuery, params: object, years: readonly number[] = this.years): Promise<PackedAnswer> {
    if (query.inputs.includes('everything')) return this.askOfAll(query, params)
    if (query.inputs.includes('all payments'))
      return this.askYears(query, [{ year: wholeOf, params }], () => params)
    return this.askYears(
      query,
      years.map((year) => ({ year, params })),
      (asked) => ({ ...params, years: asked }),
    )
  }

  /** The payments under some ids, by the budget year of each. */
  async payments(idsOfYear: ReadonlyMap<number, readonly string[]>): Promise<PackedAnswer> {
    const wanted = [...idsOfYear].map(([year, ids]) => ({ year, params: { ids } }))
    return this.askYears(budgetQueries.payments, wanted, (years) => ({
      ids: JSON.stringify(years.flatMap((year) => idsOfYear.get(year) ?? [])),
      years,
    }))
  }

  /** What this run asked anew, how many answers it took from earlier runs, and which it had no use for. */
  changes(): { added: readonly KeptAnswer[]; taken: number; dropped: readonly string[] } {
    return {
      added: [...this.asked.values()],
      taken: this.taken.size,
      dropped: [...this.shelf.ids].filter((id) => !this.taken.has(id)),
    }
  }

  private async askOfAll(query: AnyQuery, params: object): Promise<PackedAnswer> {
    const question = JSON.stringify([query.file, params])
    const known = this.askedOfAll.get(question)
    if (known !== undefined) return known
    const answer = await readWhole(this.store, query, params)
    this.askedOfAll.set(question, answer)
    return answer
  }

  private async askYears(
    query: AnyQuery,
    wanted: readonly { readonly year: number; readonly params: object }[],
    paramsFor: (years: number[]) => object,
  ): Promise<PackedAnswer> {
    const idOf = new Map(wanted.map(({ year, params }) => [year, this.idOf(query, year, params)]))
    const kept = await this.shelf.fetch([...idOf.values()].filter((id) => this.shelf.ids.has(id)))
    for (const id of kept.keys()) this.taken.add(id)
    const missing = [...idOf].flatMap(([year, id]) => (kept.has(id) || this.asked.has(id) ? [] : [year]))
    if (missing.length > 0) {
      const fresh = await readParts(this.store, query, paramsFor(missing), yearColumn(query))
      for (const year of missing) {
        const id = idOf.get(year) ?? ''
        const parts = fresh.get(year) ?? (await emptyAnswer())
        this.asked.set(id, { answer_id: id, question: query.file, fiscal_year: year, parts })
      }
    }
    return [...idOf.values()].flatMap((id) => kept.get(id) ?? this.asked.get(id)?.parts ?? [])
  }

  private idOf(query: AnyQuery, year: number, params: object): string {
    const inputs = query.inputs.map((input) => this.contents.get(inputKey(input, year)))
    const parts = [form, query.file, query.sql, year, params, inputs.map((content) => content ?? '')]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
  }
}

/** Which column names the year that a row was asked for; null when the answer is about all of them. */
function yearColumn(query: AnyQuery): string | null {
  if (query.inputs.includes('all payments')) return null
  return 'asked_year' in query.row.properties ? 'asked_year' : 'fiscal_year'
}

/** Asks the store once about all of the data, of whatever year. */
export async function readWhole(
  store: BudgetStore,
  query: NamedQuery<object, object>,
  params: object,
): Promise<PackedAnswer> {
  return (await readParts(store, query, params, null)).get(wholeOf) ?? []
}

/** The answer by the year in column `by`; all of it under `wholeOf` when there is none. */
async function readParts(
  store: BudgetStore,
  query: NamedQuery<object, object>,
  params: object,
  by: string | null,
): Promise<ReadonlyMap<number, PackedAnswer>> {
  const parts = new AnswerParts()
  await store.jsonRows(query, params, by as never, (rows) => parts.add(rows), patience)
  return parts.done()
}

interface Contents {
  readonly years: readonly number[]
  readonly fields: PaymentFieldCounts
  readonly contents: ReadonlyMap<string, string>
}

/** Under which key the content of an input of a year's answer stands. */
function inputKey(input: AnyQuery['inputs'][number], year: number): string {
  if (input === 'payments before') return contentKey('payments', year - 1)
  if (input === 'first quarter before') return contentKey('first quarter', year - 1)
  const isOfYear = input === 'payments' || input === 'first quarter' || input === 'lines'
  return contentKey(input, isOfYear ? year : null)
}

function contentKey(name: string, year: number | null): string {
  return `${name} ${String(year)}`
}

async function readContents(store: BudgetStore): Promise<Contents> {
  const rows = await store.query(budgetQueries.years, {}, patience)
  const references = await store.query(budgetQueries.references, {}, patience)
  const sum = (field: keyof PaymentFieldCounts): number => rows.reduce((all, row) => all + row[field], 0)
  return {
    years: rows.flatMap((row) => row.fiscal_year ?? []),
    fields: {
      payments: sum('payments'),
      unreadable: sum('unreadable'),
      bgt_id: sum('bgt_id'),
      payee_name: sum('payee_name'),
      set_mode: sum('set_mode'),
      use_des: sum('use_des'),
      dep_bgt_eco_code: sum('dep_bgt_eco_code'),
      contract_no: sum('contract_no'),
    },
    contents: new Map([
      ...rows.flatMap((row) => [
        [contentKey('payments', row.fiscal_year), row.content] as const,
        [contentKey('first quarter', row.fiscal_year), row.first_quarter] as const,
      ]),
      [contentKey('all payments', null), JSON.stringify(rows.map((row) => [row.fiscal_year, row.content]))],
      ...references.map((row) => [contentKey(row.name, row.fiscal_year), row.content ?? ''] as const),
    ]),
  }
}
