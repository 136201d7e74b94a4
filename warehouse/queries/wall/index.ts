import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, optionalText, text } from '../api/shapes.ts'

const none = Type.Object({})

/** Aggregates that only the wall asks for. */
export const wallQueries = {
  stamps: defineQuery({
    file: 'wall/stamps.sql',
    params: none,
    row: Type.Object({
      kind: text,
      data_to: optionalText,
      late_from: optionalText,
      quarantined_open: integer,
      unreconciled: integer,
    }),
  }),
}
