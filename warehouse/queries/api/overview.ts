import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, none, optionalInteger, optionalNumber, optionalText, period, text } from '../../shapes.ts'

/** Aggregates of the overview page and the wall. */
export const overviewQueries = {
  voiceMonths: defineQuery({
    file: 'api/voice-months.sql',
    params: Type.Object({ district: optionalText, ...period }),
    row: Type.Object({ month: text, kind: text, voices: integer, replied: integer, late: integer }),
  }),
  lateUnits: defineQuery({
    file: 'api/late-units.sql',
    params: Type.Object({ district: optionalText, ...period, limit: integer }),
    row: Type.Object({
      unit: text,
      suggestions: integer,
      late: integer,
      unreplied: integer,
      longest_days: optionalInteger,
    }),
  }),
  suggestionStages: defineQuery({
    file: 'api/suggestion-stages.sql',
    params: none,
    row: Type.Object({ stage: text, suggestions: integer }),
  }),
  voiceWeeks: defineQuery({
    file: 'api/voice-weeks.sql',
    params: none,
    row: Type.Object({
      week_start: text,
      voices: integer,
      expected: optionalNumber,
      expected_low: optionalNumber,
      expected_high: optionalNumber,
    }),
  }),
  districtTiles: defineQuery({
    file: 'api/district-tiles.sql',
    params: none,
    row: Type.Object({
      code: optionalText,
      district: text,
      voices: integer,
      previous: integer,
      from_date: optionalText,
      to_date: optionalText,
    }),
  }),
}
