import { differenceOf } from '#analysis'
import type { Campaign, RelatedVoice, VoiceKind, VoiceMatter } from '../contract/index.ts'

const EXCERPT = 160
/** Copies whose difference is worked out; the others are named only. */
export const COMPARED = 20

interface RelatedRow {
  voice_id: string
  kind: string
  record_id: string
  title: string | null
  body: string | null
  created_date: string | null
  district_name: string | null
  is_replied: boolean
  is_copy: boolean
  similarity: number | null
}

/** Another voice of the matter; of a copy, what it says otherwise than `body`. */
export function toRelated(row: RelatedRow, body: string, position: number): RelatedVoice {
  const other = row.body ?? ''
  const isEqual = keyOf(other) === keyOf(body)
  const compared = row.is_copy && !isEqual && position < COMPARED ? differenceOf(other, body) : null
  return {
    voiceId: row.voice_id,
    kind: row.kind as VoiceKind,
    recordId: row.record_id,
    title: row.title,
    excerpt: other.slice(0, EXCERPT),
    createdDate: row.created_date,
    district: row.district_name,
    isReplied: row.is_replied,
    relation: row.is_copy ? (isEqual ? 'exact' : 'near') : 'same',
    similarity: row.similarity,
    difference: compared ? [...compared.parts] : null,
    ownSentences: compared ? [...compared.ownSentences] : [],
  }
}

const keyOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

interface MatterRow {
  matter_id: string
  voices: number
  texts: number
  first_date: string | null
  last_date: string | null
  suggestions: number
  petitions: number
  hotline: number
  comments: number
  campaign_label: string | null
  campaign_evidence: string | null
}

export function toVoiceMatter(row: MatterRow | undefined, related: RelatedVoice[]): VoiceMatter {
  const { suggestions = 0, petitions = 0, hotline = 0, comments = 0 } = row ?? {}
  return {
    matterId: row?.matter_id ?? null,
    voices: row?.voices ?? 1,
    texts: row?.texts ?? 1,
    from: row?.first_date ?? null,
    to: row?.last_date ?? null,
    sources: { suggestions, petitions, hotline, comments },
    related,
    campaign: row?.campaign_label
      ? { label: row.campaign_label, evidence: row.campaign_evidence ?? '' }
      : null,
  }
}

export function toCampaign(row: {
  campaign_id: string
  matter_id: string
  label: string | null
  title: string | null
  first_voice: string
  voices: number
  copies: number
  texts: number
  authors: number | null
  days: number
  from_date: string | null
  to_date: string | null
  evidence: string | null
}): Campaign {
  const { label, title, voices, copies, texts, authors, days } = row
  return {
    id: row.campaign_id,
    matterId: row.matter_id,
    label: label ?? '',
    title,
    firstVoice: row.first_voice,
    voices,
    copies,
    texts,
    authors,
    days,
    from: row.from_date,
    to: row.to_date,
    evidence: row.evidence ?? '',
  }
}
