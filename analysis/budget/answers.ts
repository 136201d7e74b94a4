import {
  type BudgetFacts,
  type Candidates,
  type PaymentFieldCounts,
  type PaymentRow,
  type PaymentTotalRows,
} from './rows.ts'

type LedgerName = keyof Omit<BudgetFacts, 'totals'>

export type TotalName = Exclude<keyof PaymentTotalRows, 'fields'>

/** An answer of the store part by part; a part is a JSON text of the columns' names and some rows. */
export type Answer = Iterable<string>

/** The small source kinds whole. */
export type LedgerAnswers<Form = Answer> = Readonly<Record<LedgerName, Form>>

/** The sums over all payments. */
export interface TotalAnswers<Form = Answer> {
  readonly fields: PaymentFieldCounts
  readonly answers: Readonly<Record<TotalName, Form>>
}

/** The payments to be looked at one by one, and per rule or check the ids of its own. */
export interface CandidateAnswers<Form = Answer> {
  readonly payments: Form
  readonly idsOf: Readonly<Record<string, Form>>
}

/** Reads answers into the rows that a check works on. */
export function factsOf(ledgers: LedgerAnswers, { fields, answers }: TotalAnswers): BudgetFacts {
  return {
    budgetLines: rowsOf(ledgers.budgetLines),
    adjustments: allOf(ledgers.adjustments),
    transfers: allOf(ledgers.transfers),
    procurements: allOf(ledgers.procurements),
    staff: allOf(ledgers.staff),
    receivables: allOf(ledgers.receivables),
    investments: allOf(ledgers.investments),
    treasuryMonths: allOf(ledgers.treasuryMonths),
    debts: allOf(ledgers.debts),
    expenditures: allOf(ledgers.expenditures),
    revenues: allOf(ledgers.revenues),
    bids: allOf(ledgers.bids),
    disclosures: allOf(ledgers.disclosures),
    disclosureLines: allOf(ledgers.disclosureLines),
    totals: {
      fields,
      units: allOf(answers.units),
      days: allOf(answers.days),
      cells: rowsOf(answers.cells),
      months: rowsOf(answers.months),
      codes: rowsOf(answers.codes),
      early: rowsOf(answers.early),
      loose: rowsOf(answers.loose),
      projects: rowsOf(answers.projects),
      digits: rowsOf(answers.digits),
      spread: rowsOf(answers.spread),
      shares: allOf(answers.shares),
      rhythms: allOf(answers.rhythms),
    },
  }
}

export function candidatesOf({ payments, idsOf }: CandidateAnswers): Candidates {
  const keysOf = Object.entries(idsOf).map(
    ([owner, answer]) => [owner, column<string>(answer, 'payment_id')] as const,
  )
  return { payments: rowsOf<PaymentRow>(payments), keysOf: Object.fromEntries(keysOf) }
}

/** The rows of an answer in its order, made as they are gone through: only one part lies open. */
export function rowsOf<R extends object>(answer: Answer): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const { names, rows } of partsOf(answer)) {
        // A copy of a record that has all its fields is several times as fast to fill as an empty one.
        const blank: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]))
        for (const row of rows) {
          const record = { ...blank }
          names.forEach((name, index) => (record[name] = row[index]))
          yield record as R
        }
      }
    },
  }
}

/** The rows of an answer, all at once. */
export function allOf<R extends object>(answer: Answer): R[] {
  return [...rowsOf<R>(answer)]
}

function* column<Cell>(answer: Answer, name: string): Generator<Cell> {
  for (const { names, rows } of partsOf(answer)) {
    const index = names.indexOf(name)
    for (const row of rows) yield row[index] as Cell
  }
}

interface Part {
  readonly names: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

function* partsOf(answer: Answer): Generator<Part> {
  for (const text of answer) yield JSON.parse(text) as Part
}
