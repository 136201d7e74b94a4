import { createHash } from 'node:crypto'
import { budgetQueries, type NamedQuery, type Warehouse, type YearQuery } from '#warehouse'
import type { PaymentFieldCounts } from '../budget/index.ts'
import { AnswerParts, emptyAnswer } from './answer-parts.ts'
import type { PackedAnswer } from './packed-answers.ts'

/** What reads named queries: the warehouse, or a test's bare engine. */
export type BudgetStore = Pick<Warehouse, 'query' | 'jsonRows'>

/** An answer about one budget year or month, as it is kept: equal ids, equal answers. */
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

/** What an answer is about: a budget year, '2025', a month of payment, '2025-12', or all payments. */
type Span = string
const allPayments: Span = ''

/** Part of every id: answers kept in another form are not taken for these. */
const form = 'packed rows 2'

type AnyQuery = YearQuery<object, object>

/**
 * Asks about budget years and months. An answer is named by a digest of the query's text, its parameters and the
 * content of what the query reads, so that one of an earlier run is taken exactly where asking anew would give the same.
 */
export class YearAnswers {
  /** Budget years with payments, ascending. */
  readonly years: readonly number[]
  /** Months with payments, 'YYYY-MM', ascending. */
  readonly months: readonly string[]
  readonly fields: PaymentFieldCounts
  private readonly store: BudgetStore
  private readonly contents: ReadonlyMap<string, string>
  private readonly shelf: AnswerShelf
  private readonly taken = new Set<string>()
  /** What this run asked the store about years and months, by its ids, and about all payments, by question. */
  private readonly asked = new Map<string, KeptAnswer>()
  private readonly askedOfAll = new Map<string, PackedAnswer>()

  private constructor(store: BudgetStore, read: Contents, shelf: AnswerShelf) {
    this.store = store
    this.shelf = shelf
    this.years = read.years
    this.months = read.months
    this.fields = read.fields
    this.contents = read.contents
  }

  static async open(store: BudgetStore, shelf: AnswerShelf = emptyShelf): Promise<YearAnswers> {
    return new YearAnswers(store, await readContents(store), shelf)
  }

  /**
   * The answer about some years, year by year, or about all of the data when it does not divide. A question about months
   * is one about all of them.
   */
  async ask(query: AnyQuery, params: object, years: readonly number[] = this.years): Promise<PackedAnswer> {
    if (query.inputs.includes('everything')) return this.askOfAll(query, params)
    if (query.inputs.includes('all payments'))
      return this.askSpans(query, new Map([[allPayments, params]]), () => params)
    if (query.inputs.includes('month')) {
      const wanted = new Map(this.months.map((month) => [month, params]))
      return this.askSpans(query, wanted, (months) => ({ ...params, months }))
    }
    const wanted = new Map(years.map((year) => [String(year), params]))
    return this.askSpans(query, wanted, (asked) => ({ ...params, years: asked.map(Number) }))
  }

  /** The payments under some ids, by the budget year of each. */
  async payments(idsOfYear: ReadonlyMap<number, readonly string[]>): Promise<PackedAnswer> {
    const wanted = new Map([...idsOfYear].map(([year, ids]) => [String(year), { ids }]))
    return this.askSpans(budgetQueries.payments, wanted, (asked) => {
      const years = asked.map(Number)
      return { ids: JSON.stringify(years.flatMap((year) => idsOfYear.get(year) ?? [])), years }
    })
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

  private async askSpans(
    query: AnyQuery,
    wanted: ReadonlyMap<Span, object>,
    paramsFor: (spans: Span[]) => object,
  ): Promise<PackedAnswer> {
    const idOf = new Map([...wanted].map(([span, params]) => [span, this.idOf(query, span, params)]))
    const kept = await this.shelf.fetch([...idOf.values()].filter((id) => this.shelf.ids.has(id)))
    for (const id of kept.keys()) this.taken.add(id)
    const missing = [...idOf].flatMap(([span, id]) => (kept.has(id) || this.asked.has(id) ? [] : [span]))
    if (missing.length > 0) {
      const fresh = await readParts(this.store, query, paramsFor(missing), spanColumn(query))
      for (const span of missing) {
        const id = idOf.get(span) ?? ''
        const parts = fresh.get(span) ?? (await emptyAnswer())
        this.asked.set(id, { answer_id: id, question: query.file, fiscal_year: yearOf(span), parts })
      }
    }
    return [...idOf.values()].flatMap((id) => kept.get(id) ?? this.asked.get(id)?.parts ?? [])
  }

  private idOf(query: AnyQuery, span: Span, params: object): string {
    const inputs = query.inputs.map((input) => this.contents.get(inputKey(input, span)))
    const parts = [form, query.file, query.sql, span, params, inputs.map((content) => content ?? '')]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
  }
}

function yearOf(span: Span): number {
  return span === allPayments ? 0 : Number(span.slice(0, 4))
}

/** Which column names the year or month that a row was asked for; null when the answer is about all of them. */
function spanColumn(query: AnyQuery): string | null {
  if (query.inputs.includes('all payments')) return null
  if (query.inputs.includes('month')) return 'pay_month'
  return 'asked_year' in query.row.properties ? 'asked_year' : 'fiscal_year'
}

/** Asks the store once about all of the data, of whatever year. */
export async function readWhole(
  store: BudgetStore,
  query: NamedQuery<object, object>,
  params: object,
): Promise<PackedAnswer> {
  return (await readParts(store, query, params, null)).get(allPayments) ?? []
}

/** The answer by the year or month in column `by`; all of it under `allPayments` when there is none. */
async function readParts(
  store: BudgetStore,
  query: NamedQuery<object, object>,
  params: object,
  by: string | null,
): Promise<ReadonlyMap<Span, PackedAnswer>> {
  const parts = new AnswerParts()
  await store.jsonRows(query, params, by as never, (rows) => parts.add(rows), patience)
  return parts.done()
}

interface Contents {
  readonly years: readonly number[]
  readonly months: readonly string[]
  readonly fields: PaymentFieldCounts
  readonly contents: ReadonlyMap<string, string>
}

/** Under which key the content of an input of a year's or month's answer stands. */
function inputKey(input: AnyQuery['inputs'][number], span: Span): string {
  if (input === 'payments before') return contentKey('payments', yearOf(span) - 1)
  if (input === 'first quarter before') return contentKey('first quarter', yearOf(span) - 1)
  const isOfSpan = input === 'payments' || input === 'first quarter' || input === 'lines' || input === 'month'
  return contentKey(input, isOfSpan ? span : null)
}

function contentKey(name: string, span: Span | number | null): string {
  return `${name} ${String(span)}`
}

interface MonthRow extends PaymentFieldCounts {
  readonly fiscal_year: number | null
  readonly pay_month: string | null
  readonly content: string
}

async function readContents(store: BudgetStore): Promise<Contents> {
  const rows = await store.query(budgetQueries.months, {}, patience)
  const references = await store.query(budgetQueries.references, {}, patience)
  const years = [...new Set(rows.flatMap((row) => row.fiscal_year ?? []))]
  const months = [...new Set(rows.flatMap((row) => row.pay_month ?? []))].sort()
  const contentOf = (has: (row: MonthRow) => boolean): string =>
    JSON.stringify(rows.filter(has).map((row) => [row.fiscal_year, row.pay_month, row.content]))
  return {
    years,
    months,
    fields: countFields(rows),
    contents: new Map([
      ...years.flatMap((year) => [
        [contentKey('payments', year), contentOf((row) => row.fiscal_year === year)] as const,
        [
          contentKey('first quarter', year),
          contentOf((row) => row.fiscal_year === year && isFirstQuarter(row.pay_month, year)),
        ] as const,
      ]),
      ...months.map(
        (month) => [contentKey('month', month), contentOf((row) => row.pay_month === month)] as const,
      ),
      [contentKey('all payments', null), contentOf(() => true)],
      ...references.map((row) => [contentKey(row.name, row.fiscal_year), row.content ?? ''] as const),
    ]),
  }
}

function isFirstQuarter(month: string | null, year: number): boolean {
  return month !== null && month >= `${String(year)}-01` && month <= `${String(year)}-03`
}

function countFields(rows: readonly MonthRow[]): PaymentFieldCounts {
  const sum = (field: keyof PaymentFieldCounts): number => rows.reduce((all, row) => all + row[field], 0)
  return {
    payments: sum('payments'),
    unreadable: sum('unreadable'),
    bgt_id: sum('bgt_id'),
    payee_name: sum('payee_name'),
    set_mode: sum('set_mode'),
    use_des: sum('use_des'),
    dep_bgt_eco_code: sum('dep_bgt_eco_code'),
    contract_no: sum('contract_no'),
  }
}
