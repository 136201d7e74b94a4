import { budgetQueries, type ResultTable, type Warehouse } from '#warehouse'
import { patience, type AnswerShelf, type KeptAnswer, type YearAnswers } from './year-answers.ts'

/** The answers that earlier runs of the budget job kept. */
export async function openShelf(warehouse: Pick<Warehouse, 'query'>): Promise<AnswerShelf> {
  const kept = await warehouse.query(budgetQueries.keptIds, {}, patience)
  return {
    ids: new Set(kept.map((row) => row.answer_id)),
    async fetch(ids) {
      const answers = new Map<string, string[]>()
      if (ids.length === 0) return answers
      for (const { answer_id: id, answer } of await warehouse.query(
        budgetQueries.keptAnswers,
        { ids: [...ids] },
        patience,
      )) {
        const parts = answers.get(id)
        if (parts) parts.push(answer)
        else answers.set(id, [answer])
      }
      return answers
    },
  }
}

/** What a run leaves for the next: answers asked anew come, those it had no use for go; `anew`: all others go. */
export function shelfTable(answers: YearAnswers, { anew = false } = {}): ResultTable {
  const { added, dropped } = answers.changes()
  return {
    table: 'analysis.budget_answers',
    rows: added.flatMap(rowsOf),
    ...(!anew && { merge: { key: 'answer_id', keys: dropped } }),
  }
}

function rowsOf({ parts, ...asked }: KeptAnswer) {
  return parts.map((answer, part) => ({ ...asked, part, answer }))
}
