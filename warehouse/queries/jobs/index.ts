import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { optionalText } from '../../shapes.ts'

/** What the analysis jobs know of their own last results. */
export const jobQueries = {
  lastRun: defineQuery({
    file: 'jobs/last-run.sql',
    params: Type.Object({ job: Type.String() }),
    row: Type.Object({
      input_fingerprint: Type.String(),
      finished_at: optionalText,
    }),
  }),
}
