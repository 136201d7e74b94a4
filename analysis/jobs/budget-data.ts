import { budgetQueries, budgetTotals, narrowingQueries, type NamedQuery, type YearQuery } from '#warehouse'
import {
  allOf,
  demands,
  earlyPeriods,
  rowsOf,
  watchedCodes,
  type DayRow,
  type CheckOptions,
} from '../budget/index.ts'
import {
  unpack,
  type PackedAnswer,
  type PackedCandidates,
  type PackedLedgers,
  type PackedTotals,
} from './packed-answers.ts'
import { readWhole, type BudgetStore, type YearAnswers } from './year-answers.ts'

/** The small source kinds whole. */
export async function readLedgers(store: BudgetStore): Promise<PackedLedgers> {
  const read = (query: NamedQuery<object, object>): Promise<PackedAnswer> => readWhole(store, query, {})
  return {
    budgetLines: await read(budgetQueries.lines),
    adjustments: await read(budgetQueries.adjustments),
    transfers: await read(budgetQueries.transfers),
    procurements: await read(budgetQueries.procurements),
    staff: await read(budgetQueries.staff),
    receivables: await read(budgetQueries.receivables),
    investments: await read(budgetQueries.investments),
    treasuryMonths: await read(budgetQueries.treasuryMonths),
    debts: await read(budgetQueries.debts),
    expenditures: await read(budgetQueries.expenditures),
    revenues: await read(budgetQueries.revenues),
    bids: await read(budgetQueries.bids),
    disclosures: await read(budgetQueries.disclosures),
    disclosureLines: await read(budgetQueries.disclosureLines),
  }
}

/** The sums over all payments that checks with these options judge by. */
export async function readTotals(
  store: YearAnswers,
  ...settings: readonly CheckOptions[]
): Promise<PackedTotals> {
  return {
    fields: store.fields,
    answers: {
      units: await store.ask(budgetTotals.units, {}),
      days: await store.ask(budgetTotals.days, {}),
      cells: await store.ask(budgetTotals.cells, {}),
      months: await store.ask(budgetTotals.months, {}),
      codes: await store.ask(budgetTotals.codes, { codes: [...watchedCodes] }),
      early: await store.ask(budgetTotals.early, earlyPeriods(settings)),
      loose: await store.ask(budgetTotals.loose, {}),
      projects: await store.ask(budgetTotals.projects, {}),
      digits: await store.ask(budgetTotals.digits, {}),
      spread: await store.ask(budgetTotals.spread, {}),
      shares: await store.ask(budgetTotals.shares, {}),
      rhythms: await store.ask(budgetTotals.rhythms, {}),
    },
  }
}

/** Asks for each rule's payments and fetches every one of them once. */
export async function readCandidates(
  store: YearAnswers,
  { fields, answers }: PackedTotals,
  options: CheckOptions,
): Promise<PackedCandidates> {
  const idsOf: Record<string, PackedAnswer> = {}
  const wanted = new Map<number, Set<string>>()
  const days = allOf<DayRow>(unpack(answers.days))
  for (const { owners, narrowing, years } of demands({ fields, days }, options)) {
    const query: YearQuery<object, object> = narrowingQueries[narrowing.query]
    const found = await store.ask(query, narrowing.params, years)
    for (const owner of owners) idsOf[owner] = [...(idsOf[owner] ?? []), ...found]
    for (const { payment_id: id, fiscal_year: year } of rowsOf<Found>(unpack(found))) {
      const ids = wanted.get(year)
      if (ids) ids.add(id)
      else wanted.set(year, new Set([id]))
    }
  }
  const ids = [...wanted].map(([year, own]) => [year, [...own].sort()] as const)
  return { payments: await store.payments(new Map(ids)), idsOf }
}

interface Found {
  readonly payment_id: string
  readonly fiscal_year: number
}
