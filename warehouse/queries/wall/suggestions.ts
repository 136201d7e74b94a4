import { Type } from 'typebox'
import { defineQuery } from '../../query.ts'
import { integer, none, optionalText, text } from '../../shapes.ts'

/** How suggestions are handled, for the wall. */
export const wallSuggestionQueries = {
  suggestionDue: defineQuery({
    file: 'wall/suggestion-due.sql',
    params: none,
    row: Type.Object({ due_date: text, suggestions: integer }),
  }),
  suggestionMonths: defineQuery({
    file: 'wall/suggestion-months.sql',
    params: none,
    row: Type.Object({ month: text, submitted: integer, replied: integer }),
  }),
  suggestionResults: defineQuery({
    file: 'wall/suggestion-results.sql',
    params: none,
    row: Type.Object({ result: text, suggestions: integer }),
  }),
  suggestionReplies: defineQuery({
    file: 'wall/suggestion-replies.sql',
    params: none,
    row: Type.Object({ record_key: text, unit: optionalText, replied_on: text, reply: text }),
  }),
}
