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
  matter_id: string | null
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

/** A voice not grouped yet stands for itself. */
const ALONE = {
  matter_id: null,
  voices: 1,
  texts: 1,
  first_date: null,
  last_date: null,
  suggestions: 0,
  petitions: 0,
  hotline: 0,
  comments: 0,
  campaign_label: null,
  campaign_evidence: null,
}

export function toVoiceMatter(row: MatterRow = ALONE, related: RelatedVoice[] = []): VoiceMatter {
  const { suggestions, petitions, hotline, comments } = row
  return {
    matterId: row.matter_id,
    voices: row.voices,
    texts: row.texts,
    from: row.first_date,
    to: row.last_date,
    sources: { suggestions, petitions, hotline, comments },
    related,
    campaign:
      row.campaign_label === null
        ? null
        : { label: row.campaign_label, evidence: row.campaign_evidence ?? '' },
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
