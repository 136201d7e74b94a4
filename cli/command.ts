import { type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Warehouse } from '#warehouse'

/** What a command works with, whether it runs in the command line's own process or inside the server. */
export interface CommandContext {
  readonly warehouse: Warehouse
  readonly dataDir: string
  readonly now: () => Date
  /** One line for the person waiting, in Chinese. */
  readonly progress: (line: string) => void
}

/** A command on the warehouse: plain data in, plain data out, so that it can cross a socket unchanged. */
export interface Command<Args, Result> {
  readonly name: string
  readonly run: (context: CommandContext, args: Args) => Promise<Result>
  /** The same for arguments that came over a socket: checked before they are believed. */
  readonly runUnknown: (context: CommandContext, args: unknown) => Promise<Result>
}

/** A command line that cannot be carried out as written; the message says what to write instead. */
export class UsageError extends Error {
  readonly code = 'CLI_USAGE'
}

/** Declares a command with the schema of its arguments. */
export function defineCommand<Schema extends TSchema, Result>(
  name: string,
  schema: Schema,
  run: (context: CommandContext, args: Static<Schema>) => Promise<Result>,
): Command<Static<Schema>, Result> {
  return {
    name,
    run,
    runUnknown: async (context, args) => {
      if (!Value.Check(schema, args)) throw new UsageError(`命令 ${name} 的参数不符合要求`)
      return run(context, args)
    },
  }
}
