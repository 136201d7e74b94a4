import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { flag, integer, optionalInteger, optionalNumber, optionalText, period, text } from '../../shapes.ts'

const voice = Type.Object({ voice_id: text })
const counts = {
  params: Type.Object({ district: optionalText, ...period }),
  row: Type.Object({ name: text, voices: integer, matters: integer }),
}

/** Matters, copies and campaigns as pages show them. */
export const matterPageQueries = {
  voiceMatter: defineQuery({
    file: 'matters/voice-matter.sql',
    params: voice,
    row: Type.Object({
      matter_id: text,
      copy_id: text,
      copy_tier: optionalText,
      voices: integer,
      texts: integer,
      first_date: optionalText,
      last_date: optionalText,
      suggestions: integer,
      petitions: integer,
      hotline: integer,
      comments: integer,
      campaign_label: optionalText,
      campaign_evidence: optionalText,
    }),
  }),
  related: defineQuery({
    file: 'matters/related.sql',
    params: Type.Object({ ...voice.properties, limit: integer }),
    row: Type.Object({
      voice_id: text,
      kind: text,
      record_id: text,
      title: optionalText,
      body: optionalText,
      created_date: optionalText,
      district_name: optionalText,
      is_replied: flag,
      is_copy: flag,
      similarity: optionalNumber,
    }),
  }),
  campaigns: defineQuery({
    file: 'matters/campaign-list.sql',
    params: Type.Object({}),
    row: Type.Object({
      campaign_id: text,
      matter_id: text,
      label: optionalText,
      voices: integer,
      copies: integer,
      texts: integer,
      authors: optionalInteger,
      days: integer,
      from_date: optionalText,
      to_date: optionalText,
      evidence: optionalText,
      first_voice: text,
      title: optionalText,
    }),
  }),
  byCategory: defineQuery({ file: 'matters/counts-by-category.sql', ...counts }),
  byDistrict: defineQuery({ file: 'matters/counts-by-district.sql', ...counts }),
}
