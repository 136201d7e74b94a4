import type { ReviewItem, ReviewProgress, Training, TrainingEffect, VoiceKind } from '../contract/index.ts'
import { isRecord, parseJson, toTexts } from '../json-text.ts'

interface QueueRow {
  voice_id: string
  kind: string
  record_id: string
  title: string | null
  body: string | null
  created_date: string | null
  district_name: string | null
  unit_name: string | null
  level_1: string | null
  level_2: string | null
  level_3: string | null
  confidence: number | null
  deciding_words: string | null
  alternatives: string | null
  model: string | null
}

export function toReviewItem(row: QueueRow): ReviewItem {
  return {
    voiceId: row.voice_id,
    kind: row.kind as VoiceKind,
    recordId: row.record_id,
    title: row.title,
    body: row.body ?? '',
    createdDate: row.created_date,
    district: row.district_name,
    unit: row.unit_name,
    levels: [row.level_1, row.level_2, row.level_3].filter((level) => level !== null),
    confidence: row.confidence ?? 0,
    decidingWords: toTexts(row.deciding_words),
    alternatives: toAlternatives(row.alternatives),
    model: row.model ?? '',
  }
}

export function toReviewProgress(row: {
  bucket: string
  voices: number
  decided: number
  corrected: number
}): ReviewProgress {
  return { ...row, bucket: row.bucket === 'accept' || row.bucket === 'sample' ? row.bucket : 'review' }
}

export function toTraining(row: {
  training_id: string
  trained_at: string
  actor: string
  model: string
  previous_model: string | null
  examples: number
  decisions: number
  effect: string
}): Training {
  return {
    id: row.training_id,
    trainedAt: row.trained_at,
    actor: row.actor,
    model: row.model,
    previousModel: row.previous_model,
    examples: row.examples,
    decisions: row.decisions,
    // Written by our own job in this very shape.
    effect: parseJson(row.effect) as TrainingEffect,
  }
}

function toAlternatives(text: string | null): ReviewItem['alternatives'] {
  const value = parseJson(text)
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) =>
    isRecord(item) && typeof item['label'] === 'string' && typeof item['confidence'] === 'number'
      ? [{ label: item['label'], confidence: item['confidence'] }]
      : [],
  )
}
