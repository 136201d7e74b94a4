import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, none, optionalText, text } from '../../shapes.ts'

const keys = Type.Object({ keys: Type.Array(text) })
const ids = Type.Object({ ids: Type.Array(text) })
const member = Type.Object({ key: integer, voice_id: text, position: text })

/** What grouping reads: sketches by row, by id and by key, and the last grouping. Lists come as JSON. */
export const matterQueries = {
  pending: defineQuery({
    file: 'matters/pending.sql',
    params: none,
    row: Type.Object({ voices: integer, changed: integer, last_row: integer }),
  }),
  changed: defineQuery({
    file: 'matters/changed.sql',
    params: none,
    row: Type.Object({
      voice_id: text,
      position: optionalText,
      keys: text,
      old_position: optionalText,
      old_keys: text,
    }),
  }),
  order: defineQuery({
    file: 'matters/order.sql',
    params: none,
    row: Type.Object({ source_row: integer }),
  }),
  sketchPage: defineQuery({
    file: 'matters/sketch-page.sql',
    params: Type.Object({ from_row: integer, to_row: integer }),
    row: Type.Object({
      source_rows: optionalText,
      ids: optionalText,
      positions: optionalText,
      sketches: optionalText,
    }),
  }),
  windows: defineQuery({
    file: 'matters/bucket-windows.sql',
    params: Type.Object({ ...keys.properties, moved: Type.Array(text), count: integer }),
    row: member,
  }),
  members: defineQuery({ file: 'matters/bucket-members.sql', params: keys, row: member }),
  sketches: defineQuery({
    file: 'matters/sketches.sql',
    params: ids,
    row: Type.Object({ voice_id: text, position: text, digest: text, sketch: text, keys: text }),
  }),
  grouped: defineQuery({
    file: 'matters/grouped.sql',
    params: ids,
    row: Type.Object({ voice_id: text, targets: text, tiers: text, first_voice: text, first_copy: text }),
  }),
  dependents: defineQuery({
    file: 'matters/dependents.sql',
    params: ids,
    row: Type.Object({ voice_id: text }),
  }),
  campaignLetters: defineQuery({
    file: 'matters/campaign-letters.sql',
    params: none,
    row: Type.Object({
      matter_id: text,
      copy_id: text,
      voice_id: text,
      voices: integer,
      author: optionalText,
      created_date: optionalText,
    }),
  }),
}
