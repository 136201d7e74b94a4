import { Type, type Static } from 'typebox'

/** A command line asking the running server, which owns the database, to do the work. */
export const LocalCommand = Type.Object({
  command: Type.String({ minLength: 1, maxLength: 60 }),
  args: Type.Unknown(),
})
export type LocalCommand = Static<typeof LocalCommand>

/** One line of the NDJSON answer: any number of `progress`, then one `result` or one `error`. */
export const LocalMessage = Type.Union([
  Type.Object({ type: Type.Literal('progress'), data: Type.Unknown() }),
  Type.Object({ type: Type.Literal('result'), data: Type.Unknown() }),
  Type.Object({ type: Type.Literal('error'), code: Type.String(), message: Type.String() }),
])
export type LocalMessage = Static<typeof LocalMessage>
