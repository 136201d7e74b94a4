import { budgetQueries, type ResultTable, type Warehouse } from '#warehouse'
import { patience, type AnswerShelf, type YearAnswers } from './year-answers.ts'

/** The answers that earlier runs of the budget job kept; `anew`: none of them is used again. */
export async function openShelf(
  warehouse: Pick<Warehouse, 'query'>,
  { anew = false }: { anew?: boolean } = {},
): Promise<AnswerShelf> {
  const known = await warehouse.query(budgetQueries.knownAnswers, {})
  return {
    known: new Set(known.map((row) => row.answer_id)),
    async read(ids) {
      if (anew || ids.length === 0) return new Map()
      const rows = await warehouse.query(budgetQueries.keptAnswers, { ids: [...ids] }, patience)
      return new Map(rows.map((row) => [row.answer_id, row.answer]))
    },
  }
}

/** What a run leaves for the next: answers asked anew come, those it had no use for go. */
export function shelfTable(answers: YearAnswers): ResultTable {
  const { added, dropped } = answers.changes()
  const keys = [...dropped, ...added.map((answer) => answer.answer_id)]
  return {
    table: 'analysis.budget_answers',
    rows: added.map((answer) => ({ ...answer })),
    merge: { key: 'answer_id', keys },
  }
}
