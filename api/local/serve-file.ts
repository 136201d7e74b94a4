import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { readTextIfPresent, writeWhole } from '#files'

/** How a command line on this machine reaches the server that owns the data home. */
export const RunningServer = Type.Object({
  pid: Type.Integer(),
  host: Type.String(),
  port: Type.Integer(),
  token: Type.String(),
})
export type RunningServer = Static<typeof RunningServer>

function serveFile(dataDir: string): string {
  return join(dataDir, 'serve.json')
}

/** Readable by the owner alone: the token lets its holder run commands. */
export async function writeServeFile(dataDir: string, server: RunningServer): Promise<void> {
  await writeWhole(serveFile(dataDir), JSON.stringify(server))
}

/** Removes the file if it is still ours; another server may have taken the data home since. */
export async function removeServeFile(dataDir: string, token: string): Promise<void> {
  const server = await readServeFile(dataDir)
  if (server?.token === token) await rm(serveFile(dataDir), { force: true })
}

/** Null when there is none, or when it is not one of ours. */
export async function readServeFile(dataDir: string): Promise<RunningServer | null> {
  const text = await readTextIfPresent(serveFile(dataDir))
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(RunningServer, value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
