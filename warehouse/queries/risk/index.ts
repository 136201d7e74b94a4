import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { flag, integer, optionalNumber, optionalText, page, text } from '../../shapes.ts'

const risk = {
  voice_id: text,
  level: optionalText,
  score: optionalNumber,
  kinds: optionalText,
  reasons: optionalText,
  role: optionalText,
}

/** Urgency and risk: who sees what, and what was done about it. */
export const riskQueries = {
  /** `viewer`: the role that asks; it sees what comes to it first, and what somebody has handled. */
  list: defineQuery({
    file: 'risk/list.sql',
    params: Type.Object({
      viewer: text,
      district: optionalText,
      status: optionalText,
      level: optionalText,
      kind: optionalText,
      ...page,
    }),
    row: Type.Object({
      ...risk,
      kind: text,
      record_id: text,
      title: optionalText,
      created_date: optionalText,
      district_name: optionalText,
      unit_name: optionalText,
      is_replied: flag,
      status: text,
      note: optionalText,
      actor: optionalText,
      handled_at: optionalText,
      total: integer,
    }),
  }),
  counts: defineQuery({
    file: 'risk/counts.sql',
    params: Type.Object({}),
    row: Type.Object({ level: optionalText, status: text, role: optionalText, voices: integer }),
  }),
  detail: defineQuery({
    file: 'risk/detail.sql',
    params: Type.Object({ voice_id: text }),
    row: Type.Object({ ...risk, title: optionalText, body: optionalText, handlings: integer }),
  }),
  handlings: defineQuery({
    file: 'risk/handlings.sql',
    params: Type.Object({ voice_id: text }),
    row: Type.Object({
      status: text,
      note: optionalText,
      actor: text,
      role: text,
      handled_at: text,
    }),
  }),
}
