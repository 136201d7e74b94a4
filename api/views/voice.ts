import type { Classification, VoiceKind, VoiceSummary } from '../contract/index.ts'
import { toTexts } from '../json-text.ts'

export interface VoiceRow {
  voice_id: string
  kind: string
  record_id: string
  title: string | null
  channel: string | null
  created_at: string | null
  created_date: string | null
  district_name: string | null
  street_name: string | null
  unit_name: string | null
  status: string | null
  is_replied: boolean
  days_to_reply: number | null
  is_late: boolean | null
  likes: number | null
}

export function toVoiceSummary(
  row: VoiceRow & { excerpt: string | null; category: string | null },
): VoiceSummary {
  return {
    voiceId: row.voice_id,
    kind: row.kind as VoiceKind,
    recordId: row.record_id,
    title: row.title,
    excerpt: row.excerpt ?? '',
    channel: row.channel,
    createdAt: row.created_at,
    createdDate: row.created_date,
    district: row.district_name,
    street: row.street_name,
    unit: row.unit_name,
    category: row.category,
    status: row.status,
    isReplied: row.is_replied,
    daysToReply: row.days_to_reply,
    isLate: row.is_late,
    likes: row.likes,
  }
}

/** How the model placed the voice, with the words that decided; null when it has not been classified. */
export function toClassification(row: {
  level_1: string | null
  level_2: string | null
  level_3: string | null
  confidence: number | null
  bucket: string | null
  deciding_words: string | null
  model: string | null
  decided_by: string | null
}): Classification | null {
  if (row.level_1 === null) return null
  return {
    levels: [row.level_1, row.level_2, row.level_3].filter((level) => level !== null),
    confidence: row.confidence ?? 0,
    bucket: row.bucket === 'accept' || row.bucket === 'sample' ? row.bucket : 'review',
    decidingWords: toTexts(row.deciding_words),
    model: row.model ?? '',
    decidedBy: row.decided_by,
  }
}
