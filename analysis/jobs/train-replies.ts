import { replyQueries, type Warehouse } from '#warehouse'
import { evaluateReplies, trainReplyModel, type ReplyEvaluation } from '../replies/index.ts'
import { normaliseText } from '../text/index.ts'
import { saveReplyModel } from './reply-model.ts'

/** Labels by the source's own number. */
export interface ReplyLabel {
  recordId: string
  explained: boolean
}

export interface ReplyTraining {
  path: string
  /** Replies that were found for the labels. */
  examples: number
  /** Labels whose number has no reply in the warehouse. */
  unmatched: number
  measured: ReplyEvaluation
}

/**
 * Learns from an office's labels what an explaining reply is, measures it on replies held back, and stores the model
 * for the job `replies`. @throws RangeError when the labelled replies hold only one of the two answers
 */
export async function trainReplies(
  warehouse: Warehouse,
  modelsDir: string,
  labels: readonly ReplyLabel[],
): Promise<ReplyTraining> {
  const gold = new Map(labels.map((label) => [label.recordId, label.explained]))
  const rows = await warehouse.query(replyQueries.labelled, { ids: [...gold.keys()] })
  const examples = rows.flatMap(({ record_id: id, reply }) => {
    const explained = gold.get(id)
    return explained === undefined ? [] : [{ reply: normaliseText(reply ?? ''), explained }]
  })
  const found = new Set(rows.map((row) => row.record_id))
  const model = trainReplyModel(examples)
  const measured = evaluateReplies(examples)
  const path = await saveReplyModel(modelsDir, model, measured)
  return { path, examples: examples.length, unmatched: gold.size - found.size, measured }
}
