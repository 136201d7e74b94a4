import { createHash } from 'node:crypto'
import { budgetQueries, type Warehouse, type YearQuery } from '#warehouse'
import type { PaymentFieldCounts } from '../budget/index.ts'

/** What reads named queries: the warehouse, or a test's bare engine. */
export type BudgetStore = Pick<Warehouse, 'query' | 'columns'>

/** An answer about one budget year, as it is kept: equal ids, equal answers. */
export interface KeptAnswer {
  readonly answer_id: string
  readonly question: string
  readonly fiscal_year: number
  /** Its columns as JSON. */
  readonly answer: string
}

/** Answers of earlier runs by their ids. */
export type AnswerShelf = ReadonlyMap<string, string>

/** Ten million payments take some queries longer than a page's patience; the answers are large and wanted once. */
export const patience = { timeoutMs: 600_000, once: true }

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
  private readonly askedOfAll = new Map<string, string>()

  private constructor(store: BudgetStore, read: Contents, shelf: AnswerShelf) {
    this.store = store
    this.shelf = shelf
    this.years = read.years
    this.fields = read.fields
    this.contents = read.contents
  }

  static async open(store: BudgetStore, shelf: AnswerShelf = new Map()): Promise<YearAnswers> {
    return new YearAnswers(store, await readContents(store), shelf)
  }

  /** The answers about some years: one text of JSON columns to a year, or one for all when they do not divide. */
  async ask(query: AnyQuery, params: object, years: readonly number[] = this.years): Promise<string[]> {
    if (query.inputs.includes('everything')) return [await this.askOfAll(query, params)]
    return this.askYears(
      query,
      years.map((year) => ({ year, params })),
      (asked) => ({ ...params, years: asked }),
    )
  }

  /** The payments under some ids, by the budget year of each. */
  async payments(idsOfYear: ReadonlyMap<number, readonly string[]>): Promise<string[]> {
    const wanted = [...idsOfYear].map(([year, ids]) => ({ year, params: { ids } }))
    return this.askYears(budgetQueries.payments, wanted, (years) => ({
      ids: years.flatMap((year) => idsOfYear.get(year) ?? []),
      years,
    }))
  }

  /** What this run asked anew, how many answers it took from earlier runs, and which it had no use for. */
  changes(): { added: readonly KeptAnswer[]; taken: number; dropped: readonly string[] } {
    return {
      added: [...this.asked.values()],
      taken: this.taken.size,
      dropped: [...this.shelf.keys()].filter((id) => !this.taken.has(id)),
    }
  }

  private async askOfAll(query: AnyQuery, params: object): Promise<string> {
    const question = JSON.stringify([query.file, params])
    const known = this.askedOfAll.get(question)
    if (known !== undefined) return known
    const answer = JSON.stringify(await this.store.columns(query, params, patience))
    this.askedOfAll.set(question, answer)
    return answer
  }

  private async askYears(
    query: AnyQuery,
    wanted: readonly { readonly year: number; readonly params: object }[],
    paramsFor: (years: number[]) => object,
  ): Promise<string[]> {
    const idOf = new Map(wanted.map(({ year, params }) => [year, this.idOf(query, year, params)]))
    const missing = [...idOf].flatMap(([year, id]) => (this.known(id) === undefined ? [year] : []))
    const fresh =
      missing.length === 0
        ? new Map<number, string>()
        : byYear(await this.store.columns(query, paramsFor(missing), patience), missing)
    return [...idOf].map(([year, id]) => {
      const known = this.known(id)
      if (known !== undefined) return known
      const answer = fresh.get(year) ?? '{}'
      this.asked.set(id, { answer_id: id, question: query.file, fiscal_year: year, answer })
      return answer
    })
  }

  /** An answer of this run or, taken into use, of an earlier one. */
  private known(id: string): string | undefined {
    const kept = this.shelf.get(id)
    if (kept !== undefined) this.taken.add(id)
    return kept ?? this.asked.get(id)?.answer
  }

  private idOf(query: AnyQuery, year: number, params: object): string {
    const inputs = query.inputs.map((input) => {
      if (input === 'payments') return this.contents.get(contentKey('payments', year))
      if (input === 'payments before') return this.contents.get(contentKey('payments', year - 1))
      return this.contents.get(contentKey(input, input === 'lines' ? year : null))
    })
    const parts = [query.file, query.sql, year, params, inputs.map((content) => content ?? '')]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
  }
}

interface Contents {
  readonly years: readonly number[]
  readonly fields: PaymentFieldCounts
  readonly contents: ReadonlyMap<string, string>
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
      ...rows.map((row) => [contentKey('payments', row.fiscal_year), row.content] as const),
      ...references.map((row) => [contentKey(row.name, row.fiscal_year), row.content ?? ''] as const),
    ]),
  }
}

/** The rows of each year, in the order they came, as JSON columns. */
function byYear(columns: object, years: readonly number[]): Map<number, string> {
  const [only] = years
  if (only !== undefined && years.length === 1) return new Map([[only, JSON.stringify(columns)]])
  const answer = new Map(Object.entries(columns) as [string, readonly unknown[]][])
  const placed = new Map<unknown, number[]>(years.map((year) => [year, []]))
  const yearOfRow = answer.get('asked_year') ?? answer.get('fiscal_year') ?? []
  for (const [row, year] of yearOfRow.entries()) placed.get(year)?.push(row)
  return new Map(
    years.map((year) => {
      const rows = placed.get(year) ?? []
      const own = [...answer].map(([name, column]) => [name, rows.map((row) => column[row])] as const)
      return [year, JSON.stringify(Object.fromEntries(own))]
    }),
  )
}
