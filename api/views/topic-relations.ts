import type { LikedVoice, TopicChange, TopicLink } from '../contract/index.ts'

interface ChangeRow {
  topic_id: string
  other_id: string | null
  kind: string
  title: string | null
  other_title: string | null
  voices: number | null
  voices_before: number | null
  data_date: string | null
  happened_at: string
}

const changeKinds = ['new', 'renamed', 'merged', 'split', 'ended'] as const
const linkKinds = ['suggestion', 'project', 'procurement', 'payment'] as const

/** Empty for a kind this version does not know. */
export function toTopicChanges(rows: readonly ChangeRow[]): TopicChange[] {
  return rows.flatMap((row) => {
    const kind = changeKinds.find((known) => known === row.kind)
    if (kind === undefined) return []
    return [
      {
        topicId: row.topic_id,
        otherId: row.other_id,
        kind,
        title: row.title ?? '',
        otherTitle: row.other_title,
        voices: row.voices ?? 0,
        voicesBefore: row.voices_before ?? 0,
        dataDate: row.data_date,
        happenedAt: row.happened_at,
      },
    ]
  })
}

interface LinkRow {
  kind: string
  ref: string
  label: string | null
  title: string | null
  unit_name: string | null
  amount: string | null
  paid: string | null
  record_date: string | null
  why: string | null
  score: number
}

export function toTopicLinks(rows: readonly LinkRow[]): TopicLink[] {
  return rows.flatMap((row) => {
    const kind = linkKinds.find((known) => known === row.kind)
    if (kind === undefined) return []
    return [
      {
        kind,
        ref: row.ref,
        label: row.label,
        title: row.title ?? '',
        unit: row.unit_name,
        amount: row.amount,
        paid: row.paid,
        date: row.record_date,
        why: row.why ?? '',
        score: row.score,
      },
    ]
  })
}

interface LikedRow {
  voice_id: string
  record_id: string | null
  title: string | null
  created_date: string | null
  district_name: string | null
  likes: number
  topic_id: string | null
}

export function toLikedVoice(row: LikedRow): LikedVoice {
  return {
    voiceId: row.voice_id,
    recordId: row.record_id ?? row.voice_id,
    title: row.title ?? '',
    createdDate: row.created_date,
    district: row.district_name,
    likes: row.likes,
    topicId: row.topic_id,
  }
}
