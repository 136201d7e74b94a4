import { replyQueries, type ResultTable, type Warehouse } from '#warehouse'
import { explainScore, type ReplyModel, type ReplyScore } from '../replies/index.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { lexiconVersions } from './lexicons.ts'
import { offThread } from './off-thread.ts'
import { readReplyModel } from './reply-model.ts'
import type findReused from './workers/reply-templates.ts'
import type scoreBatch from './workers/replies.ts'
import type { RepliesInput, ScoredReply } from './workers/replies.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'replies-4'
/** Replies whose texts are in memory at one time. */
const PAGE = 20_000

/**
 * Scores every reply against its letter and finds reused texts. A reply is scored once per letter, reply, dates and
 * method; reused texts are looked for over all replies, which takes seconds for hundreds of thousands.
 */
export const repliesJob: AnalysisJob = {
  name: 'replies',
  reads: ['marts.voices'],
  async plan(context) {
    const stored = await readReplyModel(context.modelsDir)
    const method = [METHOD, stored?.name ?? '规则', ...lexiconVersions()].join(' ')
    return { version: method, run: (fingerprint) => scoreDue(context, stored?.model, method, fingerprint) }
  },
}

async function scoreDue(
  { warehouse, now: startedAt, signal, log }: AnalysisContext,
  model: ReplyModel | undefined,
  method: string,
  fingerprint: string,
): Promise<{ rows: number }> {
  const due = await warehouse.columns(replyQueries.due, { method })
  const gone = due.voice_id.filter((_, row) => due.gone[row] === true)
  const ids = due.voice_id.filter((_, row) => due.gone[row] === false)
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE)
    const input = { model, replies: await readReplies(warehouse, page) }
    const scored = await offThread<typeof scoreBatch>('replies', input, signal)
    const rows = scored.map((reply) => scoreRow(reply, method))
    const table = { table: 'reply_scores', rows, merge: { key: 'voice_id', keys: page } }
    await warehouse.writeResults('replies', [table], { fingerprint: null, startedAt })
  }
  const removed = { table: 'reply_scores', rows: [], merge: { key: 'voice_id', keys: gone } }
  const { tables, templates } = await templateTables(warehouse, signal)
  await warehouse.writeResults('replies', [removed, ...tables], { fingerprint, startedAt })
  log(`${String(ids.length)} 件答复已评，重复使用的文字 ${String(templates)} 种`)
  return { rows: ids.length }
}

async function readReplies(warehouse: Warehouse, ids: readonly string[]): Promise<RepliesInput['replies']> {
  const rows = await warehouse.query(replyQueries.texts, { ids: [...ids] })
  return rows.map((row) => ({
    id: row.voice_id,
    inputHash: row.input_hash,
    title: row.title,
    body: row.body,
    reply: row.reply ?? '',
    created: row.created_date,
    replied: row.replied_date,
    due: row.due_date,
  }))
}

async function templateTables(
  warehouse: Warehouse,
  signal: AbortSignal | undefined,
): Promise<{ tables: ResultTable[]; templates: number }> {
  const all = await warehouse.columns(replyQueries.allReplies, {})
  const replies = all.voice_id.map((id, row) => ({ id, reply: all.reply[row] ?? '' }))
  const { templates, uses } = await offThread<typeof findReused>('reply-templates', replies, signal)
  const tables = [
    {
      table: 'reply_templates',
      rows: templates.map(({ id, kind, text, replies, share }) => ({
        template_id: id,
        kind,
        text,
        replies,
        share,
      })),
    },
    {
      table: 'reply_template_uses',
      rows: {
        voice_id: uses.map((use) => use.id),
        template_id: uses.map((use) => use.template),
        share: uses.map((use) => use.share),
      },
    },
  ]
  return { tables, templates: templates.length }
}

/** Longest sentence of a reply that is kept beside an ask. */
const LONGEST_ANSWER = 240
const MOST_ANSWERS = 2

function scoreRow({ id, inputHash, score }: ScoredReply, method: string) {
  return {
    voice_id: id,
    input_hash: inputHash,
    method,
    score: score.score,
    relevance_score: score.relevanceScore,
    explained: score.explained,
    explained_score: score.explainedScore,
    complete_score: score.completeScore,
    timely_score: score.timeliness?.score ?? null,
    attitude_score: score.attitude.score,
    workdays: score.timeliness?.workdays ?? null,
    allowed_workdays: score.timeliness?.allowed ?? null,
    is_acknowledgement: score.isAcknowledgement,
    letters: score.facts.said,
    content_letters: score.facts.content,
    asks: JSON.stringify(asksOf(score)),
    asks_total: score.asks.length,
    asks_open: score.asks.filter((ask) => ask.state === 'open').length,
    parts: JSON.stringify(score.parts),
    harsh: JSON.stringify(score.attitude.harsh),
    reasons: JSON.stringify(explainScore(score)),
  }
}

function asksOf({ asks, sentences }: ReplyScore) {
  return asks.map(({ text, kind, state, share, sentences: places }) => ({
    text,
    kind,
    state,
    share,
    answers: places.slice(0, MOST_ANSWERS).map((place) => (sentences[place] ?? '').slice(0, LONGEST_ANSWER)),
  }))
}
