import { replyQueries, type Warehouse } from '#warehouse'
import { evaluateReplies, trainReplyModel, type ReplyEvaluation } from '../replies/index.ts'
import { normaliseText } from '../text/index.ts'
import { measureRows, type MeasureRow } from '../measures/index.ts'
import { measuresTable } from './measures-table.ts'
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
  now: Date,
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
  await warehouse.writeResults('replies train', [measuresTable(measureRowsOf(measured, now))], {
    fingerprint: null,
    startedAt: now,
  })
  return { path, examples: examples.length, unmatched: gold.size - found.size, measured }
}

/** The figures for the page of methods. */
function measureRowsOf(
  { examples, lengthOnly, rules, model, gain }: ReplyEvaluation,
  now: Date,
): MeasureRow[] {
  const common = {
    unit: '比率',
    n: examples,
    basis: '本单位的标注，五折交叉验证',
    baseline: lengthOnly.value,
    baselineName: '只看长度',
  } as const
  const range = ({ low, high }: { low: number; high: number }): string =>
    `${low.toFixed(3)}–${high.toFixed(3)}`
  return measureRows(
    '答复质量',
    'run',
    [
      {
        ...common,
        name: '有无说理：用标注训练，宏平均 F1',
        value: model.value,
        note: `95% 区间 ${range(model)}，与只看长度之差的区间 ${range(gain)}`,
      },
      { ...common, name: '有无说理：规则，宏平均 F1', value: rules.value, note: `95% 区间 ${range(rules)}` },
    ],
    now,
  )
}
