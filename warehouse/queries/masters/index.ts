import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { text } from '../../shapes.ts'

/** Master data as intake asks for it. */
export const masterQueries = {
  names: defineQuery({
    file: 'masters/names.sql',
    params: Type.Object({}),
    row: Type.Object({ master: text, name: text }),
  }),
}
