import { budgetQueries, budgetTotals, narrowingQueries, type NamedQuery, type Warehouse } from '#warehouse'
import { watchedCodes, type BudgetFacts, type Candidates, type Demand } from '../budget/index.ts'

/** What reads named queries: the warehouse, or a test's bare engine. */
export type BudgetStore = Pick<Warehouse, 'query'>

/** Ten million payments take some queries longer than a page's patience. */
const patience = { timeoutMs: 600_000 }
/** Budget years before any data: nothing is left out. */
const anyYear = 0

/** The small source kinds whole, and the sums over all payments. */
export async function readFacts(store: BudgetStore): Promise<BudgetFacts> {
  const read = <P, R>(query: NamedQuery<P, R>, params: P): Promise<R[]> =>
    store.query(query, params, patience)
  const [fields] = await read(budgetQueries.fields, {})
  if (!fields) throw new Error('an aggregate without groups gives one row')
  return {
    budgetLines: await read(budgetQueries.lines, {}),
    adjustments: await read(budgetQueries.adjustments, {}),
    transfers: await read(budgetQueries.transfers, {}),
    procurements: await read(budgetQueries.procurements, {}),
    staff: await read(budgetQueries.staff, {}),
    receivables: await read(budgetQueries.receivables, {}),
    investments: await read(budgetQueries.investments, {}),
    treasuryMonths: await read(budgetQueries.treasuryMonths, {}),
    debts: await read(budgetQueries.debts, {}),
    expenditures: await read(budgetQueries.expenditures, {}),
    revenues: await read(budgetQueries.revenues, {}),
    bids: await read(budgetQueries.bids, {}),
    disclosures: await read(budgetQueries.disclosures, {}),
    disclosureLines: await read(budgetQueries.disclosureLines, {}),
    totals: {
      fields,
      units: await read(budgetQueries.units, {}),
      days: await read(budgetTotals.days, {}),
      cells: await read(budgetTotals.cells, {}),
      months: await read(budgetTotals.months, {}),
      codes: await read(budgetTotals.codes, { codes: [...watchedCodes] }),
      early: await read(budgetTotals.early, {}),
      loose: await read(budgetTotals.loose, {}),
      projects: await read(budgetTotals.projects, {}),
      digits: await read(budgetTotals.digits, {}),
      spread: await read(budgetTotals.spread, {}),
      repeats: await read(budgetTotals.repeats, {}),
    },
  }
}

/** Asks for each rule's payments and fetches every one of them once. */
export async function readCandidates(store: BudgetStore, asked: readonly Demand[]): Promise<Candidates> {
  const keysOf: Record<string, string[]> = {}
  for (const { owner, narrowing } of asked) {
    const query: NamedQuery<object, { payment_id: string }> = narrowingQueries[narrowing.query]
    const rows = await store.query(query, { ...narrowing.params, first_year: anyYear }, patience)
    keysOf[owner] = [...(keysOf[owner] ?? []), ...rows.map((row) => row.payment_id)]
  }
  const ids = [...new Set(Object.values(keysOf).flat())]
  const payments = ids.length === 0 ? [] : await store.query(budgetQueries.payments, { ids }, patience)
  return { payments, keysOf }
}
