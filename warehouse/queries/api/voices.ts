import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import {
  flag,
  integer,
  optionalFlag,
  optionalInteger,
  optionalNumber,
  optionalText,
  page,
  period,
  text,
} from '../../shapes.ts'

const summary = {
  voice_id: text,
  kind: text,
  record_id: text,
  title: optionalText,
  channel: optionalText,
  created_at: optionalText,
  created_date: optionalText,
  district_name: optionalText,
  street_name: optionalText,
  unit_name: optionalText,
  status: optionalText,
  is_replied: flag,
  days_to_reply: optionalInteger,
  is_late: optionalFlag,
  likes: optionalInteger,
}

const voiceParams = Type.Object({ voice_id: text })

export const voiceQueries = {
  list: defineQuery({
    file: 'api/voice-list.sql',
    params: Type.Object({
      kind: optionalText,
      district: optionalText,
      ...period,
      category: optionalText,
      unit: optionalText,
      status: optionalText,
      q: optionalText,
      keyword: optionalText,
      topic: optionalText,
      matter: optionalText,
      ...page,
    }),
    row: Type.Object({
      ...summary,
      excerpt: optionalText,
      category: optionalText,
      total: integer,
      matters: integer,
    }),
  }),
  detail: defineQuery({
    file: 'api/voice-detail.sql',
    params: voiceParams,
    row: Type.Object({
      ...summary,
      record_key: text,
      row_hash: text,
      body: optionalText,
      category_1: optionalText,
      category_2: optionalText,
      category_3: optionalText,
      replied_at: optionalText,
      reply: optionalText,
      due_date: optionalText,
      rating: optionalText,
      dislikes: optionalInteger,
      level_1: optionalText,
      level_2: optionalText,
      level_3: optionalText,
      confidence: optionalNumber,
      bucket: optionalText,
      deciding_words: optionalText,
      model: optionalText,
      decision: optionalText,
      decided_by: optionalText,
    }),
  }),
  topics: defineQuery({
    file: 'api/voice-topics.sql',
    params: voiceParams,
    row: Type.Object({ topic_id: text, title: text }),
  }),
  sealedColumns: defineQuery({
    file: 'api/sealed-columns.sql',
    params: voiceParams,
    row: Type.Object({ column_name: text }),
  }),
  sealedOriginals: defineQuery({
    file: 'api/sealed-originals.sql',
    params: voiceParams,
    row: Type.Object({ column_name: text, original: text }),
  }),
}
