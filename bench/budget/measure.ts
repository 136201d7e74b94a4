// One size in a process of its own, so that its peak memory is its own: node bin/tsx.cjs bench/budget/measure.ts PAYMENTS FILE
import { Type } from 'typebox'
import { defineQuery, type NamedQuery } from '#warehouse'
import { readCandidates, readFacts, type BudgetStore } from '../../analysis/jobs/budget-data.ts'
import { checkBudget, demands } from '../../analysis/budget/index.ts'
import { scaleBudget } from '../../data-samples/generator/scale/index.ts'
import { peakMemory } from '../process-use.ts'
import { addMonth, growMarts } from './grow.ts'
import { BudgetMarts } from './marts.ts'
import { scaleRecords } from './scale-rows.ts'

/** Seconds of one query, and of reading the payment columns it names and nothing else. */
interface QueryTime {
  readonly query: string
  readonly seconds: number
  readonly bare: number
  readonly rows: number
}

export interface Measured {
  readonly payments: number
  readonly candidates: number
  readonly findings: number
  /** Seconds of all queries, of judging, and of both again after one more month. */
  readonly reading: number
  readonly judging: number
  readonly nextMonth: number
  readonly peakBytes: number
  readonly queries: readonly QueryTime[]
}

/** Payments made row by row; more are copies of them under other names. */
const base = 50_000
const columns = [
  'unit_key fiscal_year pay_date pay_month amount payee_key payee_name bgt_id pro_code project_name exp_func_code',
  'dep_bgt_eco_code use_des set_mode contract_no invoice_no pay_cert_no currency payment_id source_file row_number',
].flatMap((line) => line.split(' '))

async function seconds(work: () => Promise<unknown> | object): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function probe(sql: string): NamedQuery<object, object> {
  const named = defineQuery({ file: 'probe', params: Type.Object({}), row: Type.Object({}) })
  return Object.defineProperty(named, 'sql', { value: sql })
}

async function main(payments: number, path: string): Promise<Measured> {
  const marts = await BudgetMarts.open(path)
  const parts = [...scaleBudget({ seed: 'bench', payments: Math.min(payments, base), plantings: 1 })]
  await marts.fill(scaleRecords(parts))
  await growMarts(marts, Math.max(0, Math.round(payments / base) - 1))
  const times = new Map<string, { sql: string; seconds: number; rows: number }>()
  const clocked: BudgetStore = {
    query: async (query, params) => {
      const start = performance.now()
      const rows = await marts.store.query(query, params)
      const before = times.get(query.file)
      times.set(query.file, {
        sql: query.sql,
        seconds: (before?.seconds ?? 0) + (performance.now() - start) / 1000,
        rows: (before?.rows ?? 0) + rows.length,
      })
      return rows
    },
  }
  const options = {
    today: '2026-03-01',
    thresholds: { B03: { 'approvedOn.2025': 20_250_124 }, B29: { limit: 4_000_000 } },
  }
  const read = async (store: BudgetStore) => {
    const facts = await readFacts(store)
    return { facts, candidates: await readCandidates(store, demands(facts.totals, options)) }
  }
  const start = performance.now()
  const { facts, candidates } = await read(clocked)
  const reading = (performance.now() - start) / 1000
  let findings = 0
  const judging = await seconds(() => {
    const report = checkBudget(facts, candidates, options)
    findings = report.findings.length
    return report
  })
  const peakBytes = peakMemory()
  const queries: QueryTime[] = []
  for (const [query, { sql, ...spent }] of times) {
    const named = columns.filter((column) => new RegExp(`\\b${column}\\b`, 'u').test(sql))
    if (!sql.includes('marts.payments') || named.length === 0) continue
    const scan = named.map((column) => `min(${column}) as ${column}`).join(', ')
    const bare = await seconds(() => marts.store.query(probe(`select ${scan} from marts.payments`), {}))
    queries.push({ query, ...spent, bare })
  }
  await addMonth(marts)
  const nextMonth = await seconds(async () => {
    const again = await read(marts.store)
    return checkBudget(again.facts, again.candidates, options)
  })
  marts.close()
  return {
    payments: facts.totals.fields.payments,
    candidates: candidates.payments.length,
    findings,
    reading,
    judging,
    nextMonth,
    peakBytes,
    queries,
  }
}

console.log(JSON.stringify(await main(Number(process.argv[2] ?? '100000'), process.argv[3] ?? ':memory:')))
