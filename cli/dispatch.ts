import { callServer, findRunningServer } from '#api'
import { openWarehouse } from '#warehouse'
import type { Command, CommandContext } from './command.ts'

/** Where a command runs and how it reports. */
export interface DispatchOptions {
  readonly dataDir: string
  readonly now: () => Date
  readonly progress: (line: string) => void
}

/**
 * Runs a command where the database is: in the running server when the data home has one, else here. Both use the
 * same command and give the same result.
 */
export async function dispatch<Args, Result>(
  command: Command<Args, Result>,
  args: Args,
  options: DispatchOptions,
): Promise<Result> {
  const server = await findRunningServer(options.dataDir)
  if (server !== null) {
    const onProgress = (line: unknown) => {
      options.progress(String(line))
    }
    return (await callServer(server, command.name, args, onProgress)) as Result
  }
  const warehouse = await openWarehouse({ dataDir: options.dataDir })
  try {
    const context: CommandContext = { ...options, warehouse }
    return await command.run(context, args)
  } finally {
    await warehouse.close()
  }
}
