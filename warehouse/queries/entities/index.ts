import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { none, optionalText, text } from '../../shapes.ts'

/** Names in master data, mentions in voices, and what people decided about them. */
export const entityQueries = {
  regions: defineQuery({
    file: 'entities/regions.sql',
    params: none,
    row: Type.Object({ code: text, name: text, parent: optionalText, level: text, path: optionalText }),
  }),
  units: defineQuery({
    file: 'entities/units.sql',
    params: none,
    row: Type.Object({ code: text, name: text, aliases: text }),
  }),
  projects: defineQuery({
    file: 'entities/projects.sql',
    params: none,
    row: Type.Object({ code: text, name: text }),
  }),
  decisions: defineQuery({
    file: 'entities/decisions.sql',
    params: none,
    row: Type.Object({ type: text, text, action: text, target: optionalText }),
  }),
  decidedState: defineQuery({
    file: 'entities/decided-state.sql',
    params: none,
    row: Type.Object({ decisions: Type.Integer(), last_at: text }),
  }),
  affected: defineQuery({
    file: 'entities/affected.sql',
    params: none,
    row: Type.Object({ voice_id: text }),
  }),
  review: defineQuery({
    file: 'entities/review.sql',
    params: Type.Object({
      type: optionalText,
      sort: optionalText,
      q: optionalText,
      decided: Type.Boolean(),
      limit: Type.Integer(),
      offset: Type.Integer(),
    }),
    row: Type.Object({
      type: text,
      text,
      value: optionalText,
      voices: Type.Integer(),
      status: text,
      candidates: optionalText,
      examples: Type.Array(text),
      action: optionalText,
      target: optionalText,
      actor: optionalText,
      decided_at: optionalText,
      total: Type.Integer(),
    }),
  }),
  exampleTexts: defineQuery({
    file: 'entities/example-texts.sql',
    params: Type.Object({ ids: Type.Array(text) }),
    row: Type.Object({ voice_id: text, title: text, body: text }),
  }),
  ofVoice: defineQuery({
    file: 'entities/of-voice.sql',
    params: Type.Object({ voice_id: text }),
    row: Type.Object({
      type: text,
      text,
      value: optionalText,
      target: optionalText,
      status: text,
      target_name: optionalText,
    }),
  }),
  shares: defineQuery({
    file: 'entities/shares.sql',
    params: none,
    row: Type.Object({
      type: text,
      mentions: Type.Integer(),
      resolved: Type.Integer(),
      ambiguous: Type.Integer(),
    }),
  }),
  traits: defineQuery({
    file: 'entities/traits.sql',
    params: Type.Object({ voice_id: text }),
    row: Type.Object({ traits: text }),
  }),
}
