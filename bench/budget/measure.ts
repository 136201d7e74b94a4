// Checks prepared marts in a process of its own, so that its peak memory is its own: node bin/tsx.cjs bench/budget/measure.ts FILE
import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { defineQuery, narrowingQueries, type NamedQuery, type ResultTable } from '#warehouse'
import { openShelf, shelfTable } from '../../analysis/jobs/answer-shelf.ts'
import { readCandidates, readLedgers, readTotals } from '../../analysis/jobs/budget-data.ts'
import { BudgetJudge } from '../../analysis/jobs/budget-judge.ts'
import { unpack } from '../../analysis/jobs/packed-answers.ts'
import { YearAnswers, type BudgetStore } from '../../analysis/jobs/year-answers.ts'
import { allOf, demands, type DayRow } from '../../analysis/budget/index.ts'
import { peakMemory } from '../process-use.ts'
import { Clock, type Spent } from './clock.ts'
import { addFirstMonth, addLastMonth } from './grow.ts'
import { BudgetMarts } from './marts.ts'

/** One query, and reading the payment columns it names and nothing else. */
interface QueryTime {
  readonly query: string
  /** Rules and quality checks that ask it; none for the sums, which many share. */
  readonly owners: readonly string[]
  readonly spent: Spent
  readonly bare: Spent
  readonly rows: number
}

/** One check of all rules: asking the store (facts are typed meanwhile), judging, writing the results and what the next check may use again. */
export interface Run {
  readonly reading: Spent
  readonly judging: Spent
  readonly writing: Spent
  readonly asked: number
  readonly taken: number
}

export interface Measured {
  readonly payments: number
  readonly candidates: number
  readonly findings: number
  readonly whole: Run
  /** With what was kept: after the last month of the running year, and after the first one of the next. */
  readonly lastMonth: Run
  readonly firstMonth: Run
  /** Of all checks, the engine's own memory included. */
  readonly peakBytes: number
  readonly queries: readonly QueryTime[]
}

const columns = [
  'unit_key fiscal_year pay_date pay_month amount payee_key payee_name bgt_id pro_code project_name exp_func_code',
  'dep_bgt_eco_code use_des set_mode contract_no invoice_no pay_cert_no currency payment_id source_file row_number',
].flatMap((line) => line.split(' '))
const options = {
  today: '2026-03-01',
  thresholds: { B03: { 'approvedOn.2025': 20_250_124 }, B29: { limit: 4_000_000 } },
}

const now = new Date('2026-03-01T00:00:00Z')

function probe(sql: string): NamedQuery<object, object> {
  const named = defineQuery({ file: 'probe', params: Type.Object({}), row: Type.Object({}) })
  return Object.defineProperty(named, 'sql', { value: sql })
}

/** Checks as the job does, with what earlier checks of this store kept. */
async function check(marts: BudgetMarts) {
  const { store } = marts
  const clock = new Clock()
  const answers = await YearAnswers.open(store, await openShelf(store))
  const ledgers = await readLedgers(store)
  const totals = await readTotals(answers, options)
  const judge = new BudgetJudge({ ledgers, totals })
  const candidates = await readCandidates(answers, totals, options)
  const reading = clock.lap()
  const outcome = await judge.judge({ candidates, options, now })
  await judge.close()
  const judging = clock.lap()
  await marts.write([...outcome.tables, shelfTable(answers)])
  const { added, taken } = answers.changes()
  const run: Run = { reading, judging, writing: clock.lap(), asked: added.length, taken }
  const asked = demands({ fields: totals.fields, days: allOf<DayRow>(unpack(totals.answers.days)) }, options)
  return { run, ...outcome, tables: digestOf(outcome.tables), checked: totals.fields.payments, asked }
}

/** Asks all that a check from nothing asks, without typing or judging beside it. */
async function askAll(store: BudgetStore): Promise<void> {
  const answers = await YearAnswers.open(store)
  await readLedgers(store)
  await readCandidates(answers, await readTotals(answers, options), options)
}

/** Of every row, so that two checks can be compared without both at hand. */
function digestOf(tables: readonly ResultTable[]): string {
  const digest = createHash('sha256')
  for (const { table, parts } of tables) digest.update(table).update(JSON.stringify(parts))
  return digest.digest('hex')
}

/** The store with a stopwatch on every query file. */
function clocked(store: BudgetStore) {
  const times = new Map<string, { sql: string; spent: Spent; rows: number }>()
  const timed = async (
    { file, sql }: { readonly file: string; readonly sql: string },
    work: (count: (rows: number) => void) => Promise<void>,
  ) => {
    const clock = new Clock()
    const before = times.get(file)
    let counted = before?.rows ?? 0
    await work((rows) => (counted += rows))
    times.set(file, { sql, spent: clock.lap(before?.spent), rows: counted })
  }
  const stopwatch: BudgetStore = {
    query: async (query, params) => {
      let found: never[] = []
      await timed(query, async (count) => {
        found = (await store.query(query, params)) as never[]
        count(found.length)
      })
      return found
    },
    jsonRows: (query, params, by, take, options) =>
      timed(query, (count) => {
        const counting: typeof take = (rows) => {
          count(rows.rows.length)
          return take(rows)
        }
        return store.jsonRows(query, params, by, counting, options)
      }),
  }
  return { stopwatch, times }
}

async function main(path: string): Promise<Measured> {
  const marts = await BudgetMarts.reopen(path)
  await check(marts)
  await addLastMonth(marts)
  const lastMonth = await check(marts)
  await marts.run('delete from analysis.budget_answers')
  const whole = await check(marts)
  if (lastMonth.tables !== whole.tables)
    throw new Error('a check that uses kept answers found something else than one from nothing')
  const { stopwatch, times } = clocked(marts.store)
  await askAll(stopwatch)
  const ownersOf = (file: string): string[] =>
    whole.asked.flatMap(({ owners, narrowing }) =>
      narrowingQueries[narrowing.query].file === file ? owners : [],
    )
  const queries: QueryTime[] = []
  for (const [query, { sql, ...measured }] of times) {
    const named = columns.filter((column) => new RegExp(`\\b${column}\\b`, 'u').test(sql))
    if (!sql.includes('marts.payments') || named.length === 0) continue
    const scan = named.map((column) => `min(${column}) as ${column}`).join(', ')
    const clock = new Clock()
    await marts.store.query(probe(`select ${scan} from marts.payments`), {})
    queries.push({ query, owners: ownersOf(query), ...measured, bare: clock.lap() })
  }
  await addFirstMonth(marts)
  const firstMonth = await check(marts)
  marts.close()
  const peakBytes = peakMemory()
  return {
    payments: whole.checked,
    candidates: whole.payments,
    findings: whole.findings,
    whole: whole.run,
    lastMonth: lastMonth.run,
    firstMonth: firstMonth.run,
    peakBytes,
    queries,
  }
}

console.log(JSON.stringify(await main(process.argv[2] ?? '')))
