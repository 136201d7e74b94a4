import { rankGroups } from '#analysis'
import type { AskAnswer, ReplyAssessment, ReplyGroup, ScoredReply, VoiceKind } from '../contract/index.ts'
import { isRecord, parseJson, toTexts } from '../json-text.ts'

interface PartScores {
  score: number | null
  relevance_score: number | null
  explained_score: number | null
  complete_score: number | null
  timely_score: number | null
  attitude_score: number | null
}

export function toPartScores(row: PartScores) {
  return {
    score: row.score,
    relevance: row.relevance_score,
    explanation: row.explained_score,
    completeness: row.complete_score,
    timeliness: row.timely_score,
    attitude: row.attitude_score,
  }
}

interface ListRow extends PartScores {
  voice_id: string
  kind: string
  record_id: string
  title: string | null
  unit_name: string | null
  district_name: string | null
  replied_date: string | null
  excerpt: string | null
  explained: boolean | null
  workdays: number | null
  is_acknowledgement: boolean | null
  asks_total: number | null
  asks: string | null
  reasons: string | null
  template_share: number | null
  template_replies: number | null
}

export function toScoredReply(row: ListRow): ScoredReply {
  return {
    voiceId: row.voice_id,
    kind: row.kind as VoiceKind,
    recordId: row.record_id,
    title: row.title,
    unit: row.unit_name,
    district: row.district_name,
    repliedDate: row.replied_date,
    excerpt: row.excerpt ?? '',
    ...toPartScores(row),
    explained: row.explained,
    workdays: row.workdays,
    isAcknowledgement: row.is_acknowledgement ?? false,
    asks: row.asks_total ?? 0,
    openAsks: toAsks(row.asks)
      .filter((ask) => ask.state === 'open')
      .map((ask) => ask.text),
    reasons: toTexts(row.reasons),
    templateShare: row.template_share,
    templateReplies: row.template_replies,
  }
}

export function toAssessment(
  row: PartScores & {
    explained: boolean | null
    workdays: number | null
    allowed_workdays: number | null
    is_acknowledgement: boolean | null
    asks: string | null
    reasons: string | null
    method: string
    template_id: string | null
    template_kind: string | null
    template_replies: number | null
    template_share: number | null
  },
): ReplyAssessment {
  const template =
    row.template_id === null
      ? null
      : {
          id: row.template_id,
          kind: row.template_kind ?? '',
          replies: row.template_replies ?? 0,
          share: row.template_share ?? 0,
        }
  return {
    ...toPartScores(row),
    explained: row.explained,
    workdays: row.workdays,
    allowedWorkdays: row.allowed_workdays,
    isAcknowledgement: row.is_acknowledgement ?? false,
    asks: toAsks(row.asks),
    reasons: toTexts(row.reasons),
    method: row.method.includes('说理模型') ? (/说理模型@\w+/.exec(row.method)?.[0] ?? '') : '规则',
    template,
  }
}

function toAsks(json: string | null): AskAnswer[] {
  const value = parseJson(json)
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((ask) => ({
    text: textOf(ask['text']),
    kind: textOf(ask['kind']),
    state: ask['state'] === 'answered' || ask['state'] === 'touched' ? ask['state'] : 'open',
    answers: Array.isArray(ask['answers']) ? ask['answers'].map(textOf) : [],
  }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

interface GroupRow {
  name: string | null
  replies: number
  mean: number | null
  deviation: number | null
  acknowledgements: number
  asks: number
  asks_open: number
}

/** Groups with the range of ranks their scores allow. */
export function toReplyGroups(rows: readonly GroupRow[]): ReplyGroup[] {
  const byName = new Map(rows.map((row) => [row.name ?? '', row]))
  const groups = rows.map((row) => ({
    name: row.name ?? '',
    replies: row.replies,
    mean: row.mean ?? 0,
    deviation: row.deviation,
  }))
  return rankGroups(groups).map(({ name, replies, mean, low, high, bestRank, worstRank }) => ({
    name,
    replies,
    mean,
    low,
    high,
    bestRank,
    worstRank,
    acknowledgements: byName.get(name)?.acknowledgements ?? 0,
    asks: byName.get(name)?.asks ?? 0,
    openAsks: byName.get(name)?.asks_open ?? 0,
  }))
}
