import { budgetQueries, type ResultTable, type Warehouse } from '#warehouse'
import { patience, type AnswerShelf, type YearAnswers } from './year-answers.ts'

/** The answers that earlier runs of the budget job kept. */
export async function openShelf(warehouse: Pick<Warehouse, 'query'>): Promise<AnswerShelf> {
  const rows = await warehouse.query(budgetQueries.keptAnswers, {}, patience)
  return new Map(rows.map((row) => [row.answer_id, row.answer]))
}

/** What a run leaves for the next: answers asked anew come, those it had no use for go; `anew`: all others go. */
export function shelfTable(answers: YearAnswers, { anew = false } = {}): ResultTable {
  const { added, dropped } = answers.changes()
  const rows = added.map((answer) => ({ ...answer }))
  return {
    table: 'analysis.budget_answers',
    rows,
    ...(!anew && { merge: { key: 'answer_id', keys: dropped } }),
  }
}
