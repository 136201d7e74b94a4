import { readRecords } from '#ingest'
import { replyQueries, type Warehouse } from '#warehouse'
import { findAsks, splitReply } from '../../analysis/replies/asks.ts'
import { evaluateReplies, type Measured, type ReplyEvaluation } from '../../analysis/replies/index.ts'
import { loadSegmenter } from '../../analysis/jobs/lexicons.ts'
import { normaliseText } from '../../analysis/text/index.ts'
import { table } from '../../cli/output.ts'

/** How well replies are told apart that explain themselves, beside the length-only baseline. */
export async function measureReplies(warehouse: Warehouse, labelsFile: string): Promise<ReplyEvaluation> {
  const labels = await readRecords(labelsFile)
  const gold = new Map(labels.rows.map(([id = '', label = '']) => [id, label === '1']))
  const replies = await warehouse.query(replyQueries.labelled, { ids: [...gold.keys()] })
  return evaluateReplies(
    replies.flatMap(({ record_id, reply }) => {
      const explained = gold.get(record_id)
      return explained === undefined ? [] : [{ reply: normaliseText(reply ?? ''), explained }]
    }),
  )
}

/** The figures as the report shows them. */
export function describeReplies(figures: ReplyEvaluation): string {
  const cell = ({ value, low, high }: Measured): string =>
    `${value.toFixed(3)}（${low.toFixed(3)}–${high.toFixed(3)}）`
  const { lengthOnly, rules, model, gain, paired, halves } = figures
  return [
    table(
      ['只看长度', '规则（无标注）', '用标注训练（五折）'],
      [[cell(lengthOnly), cell(rules), cell(model)]],
    ),
    `训练后比只看长度高 ${cell(gain)}；只有一方判对的：训练 ${paired.onlyFirst} 件，长度 ${paired.onlySecond} 件（McNemar p=${paired.p.toFixed(2)}）`,
    `随机一半训练一半检验，重复 ${halves.repeats} 次：训练 ${halves.model.toFixed(3)}，长度 ${halves.lengthOnly.toFixed(3)}，训练更高 ${halves.modelBetter} 次`,
  ].join('\n')
}

/** Replies shorter than this answer nothing, whoever's letter they are held against. */
const SUBSTANTIAL = 120
/** How far the reply is taken from that it is swapped with. */
const STEP = 997

/**
 * The matching of asks without labels: shares of asks found answered by the letter's own reply, and by the reply to
 * another letter, which should answer none.
 */
export async function measureAsks(
  warehouse: Warehouse,
): Promise<{ asks: number; own: number; touched: number; swapped: number }> {
  const segmenter = loadSegmenter()
  const ids = await warehouse.query(replyQueries.allReplies, {})
  const rows = await warehouse.query(replyQueries.texts, { ids: ids.map((row) => row.voice_id) })
  const letters = rows
    .map((row) => ({
      title: normaliseText(row.title),
      body: normaliseText(row.body),
      reply: normaliseText(row.reply ?? ''),
    }))
    .filter(({ reply }) => reply.length >= SUBSTANTIAL)
  const count = { asks: 0, own: 0, touched: 0, swapped: 0 }
  letters.forEach((letter, at) => {
    const hold = (reply: string) =>
      findAsks(letter, splitReply(reply), (text) => segmenter.segment(text)).map(({ state }) => state)
    const own = hold(letter.reply)
    const swapped = hold(letters[(at + STEP) % letters.length]?.reply ?? '')
    count.asks += own.length
    count.own += own.filter((state) => state === 'answered').length
    count.touched += own.filter((state) => state === 'touched').length
    count.swapped += swapped.filter((state) => state === 'answered').length
  })
  const share = (part: number): number => part / (count.asks || 1)
  return {
    asks: count.asks,
    own: share(count.own),
    touched: share(count.touched),
    swapped: share(count.swapped),
  }
}
