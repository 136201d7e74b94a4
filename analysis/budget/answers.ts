import {
  type BudgetFacts,
  type Candidates,
  type PaymentFieldCounts,
  type PaymentRow,
  type PaymentTotalRows,
} from './rows.ts'

/** The small source kinds whole. */
export type BudgetLedgers = Omit<BudgetFacts, 'totals'>

export type TotalName = Exclude<keyof PaymentTotalRows, 'fields'>

/** The sums over all payments as the store answered them: one text of JSON columns to a budget year. */
export interface TotalAnswers {
  readonly fields: PaymentFieldCounts
  readonly answers: Readonly<Record<TotalName, readonly string[]>>
}

/** The payments to be looked at one by one, and per rule or check the ids of its own, as the store answered them. */
export interface CandidateAnswers {
  readonly payments: readonly string[]
  readonly idsOf: Readonly<Record<string, readonly string[]>>
}

/** Reads answers into the rows that a check works on. */
export function factsOf(ledgers: BudgetLedgers, { fields, answers }: TotalAnswers): BudgetFacts {
  return {
    ...ledgers,
    totals: {
      fields,
      units: rowsOf(answers.units),
      days: rowsOf(answers.days),
      cells: rowsOf(answers.cells),
      months: rowsOf(answers.months),
      codes: rowsOf(answers.codes),
      early: rowsOf(answers.early),
      loose: rowsOf(answers.loose),
      projects: rowsOf(answers.projects),
      digits: rowsOf(answers.digits),
      spread: rowsOf(answers.spread),
      shares: rowsOf(answers.shares),
      rhythms: rowsOf(answers.rhythms),
    },
  }
}

export function candidatesOf({ payments, idsOf }: CandidateAnswers): Candidates {
  return {
    payments: rowsOf<PaymentRow>(payments),
    keysOf: Object.fromEntries(
      Object.entries(idsOf).map(([owner, answers]) => [
        owner,
        answers.flatMap((answer) => columnsOf(answer)['payment_id'] as string[]),
      ]),
    ),
  }
}

/** Rows of all answers, in the order of the answers. */
export function rowsOf<R extends object>(answers: readonly string[]): R[] {
  return answers.flatMap((answer) => {
    const columns = Object.entries(columnsOf(answer))
    const [first] = columns
    return Array.from({ length: first?.[1].length ?? 0 }, (_, row) => {
      const record: Record<string, unknown> = {}
      for (const [name, column] of columns) record[name] = column[row]
      return record as R
    })
  })
}

function columnsOf(answer: string): Record<string, readonly unknown[]> {
  return JSON.parse(answer) as Record<string, readonly unknown[]>
}
