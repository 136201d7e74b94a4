import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, none, optionalNumber, optionalText, text } from '../../shapes.ts'

const levels = { level_1: optionalText, level_2: optionalText, level_3: optionalText }

/** What the review desk shows and what a retraining learns from. */
export const reviewQueries = {
  voiceCount: defineQuery({
    file: 'review/voice-count.sql',
    params: none,
    row: Type.Object({ voices: integer }),
  }),
  sample: defineQuery({
    file: 'review/sample.sql',
    params: Type.Object({ limit: integer }),
    row: Type.Object({ voice_id: text, title: text, body: text }),
  }),
  queue: defineQuery({
    file: 'review/queue.sql',
    params: Type.Object({ bucket: text, level_1: optionalText, limit: integer }),
    row: Type.Object({
      voice_id: text,
      kind: text,
      record_id: text,
      title: optionalText,
      body: optionalText,
      created_date: optionalText,
      district_name: optionalText,
      unit_name: optionalText,
      ...levels,
      confidence: optionalNumber,
      bucket: optionalText,
      deciding_words: optionalText,
      alternatives: optionalText,
      model: optionalText,
      total: integer,
    }),
  }),
  progress: defineQuery({
    file: 'review/progress.sql',
    params: none,
    row: Type.Object({ bucket: text, voices: integer, decided: integer, corrected: integer }),
  }),
  voice: defineQuery({
    file: 'review/voice.sql',
    params: Type.Object({ voice_id: text }),
    row: Type.Object({
      voice_id: text,
      text_hash: text,
      ...levels,
      confidence: optionalNumber,
      model: optionalText,
    }),
  }),
  labels: defineQuery({
    file: 'review/labels.sql',
    params: none,
    row: Type.Object({ label: text, voices: integer }),
  }),
  decided: defineQuery({
    file: 'review/decided.sql',
    params: none,
    row: Type.Object({
      voice_id: text,
      title: text,
      body: text,
      kind: text,
      ...levels,
      was_level_1: optionalText,
    }),
  }),
  trainings: defineQuery({
    file: 'review/trainings.sql',
    params: none,
    row: Type.Object({
      training_id: text,
      trained_at: text,
      actor: text,
      model: text,
      previous_model: optionalText,
      examples: integer,
      decisions: integer,
      effect: text,
    }),
  }),
}
