import type { HttpSettings } from '../../../ingest/intake/declare/schema.ts'
import { pullHttp } from '../../../ingest/intake/http/pull.ts'
import { PullNotes } from '../../../ingest/intake/run/notes.ts'
import type { Window } from '../../../ingest/intake/run/mark.ts'
import { JsonSource, type Answer } from '#tests/json-source.ts'

export const secret = 'tui-jian-xin-2026'
export let server: JsonSource | undefined

/** Closes the source of the last pull. */
export async function stopServer(): Promise<void> {
  await server?.stop()
  server = undefined
}

/** Pulls everything from a real HTTP source that answers so; retries wait no time, their waits are told. */
export async function pull(
  answer: Answer,
  settings: Partial<HttpSettings> = {},
  window: Window | null = null,
) {
  await server?.stop()
  server = await JsonSource.start(answer)
  const waits: number[] = []
  const tools = {
    now: () => new Date(),
    secret: (name: string) => (name === 'HUIZHI_SOURCE_BOARD' ? secret : undefined),
    sleep: async (ms: number) => {
      waits.push(ms)
    },
    random: () => 0.5,
  }
  const records: unknown[] = []
  const url = `${server.url}/api/messages`
  const notes = new PullNotes()
  const pages = pullHttp({ url, ...settings }, window, tools, new AbortController().signal, notes)
  try {
    for await (const page of pages) records.push(...page)
    return { records, waits, notes, error: null }
  } catch (error) {
    return { records, waits, notes, error: error as { code: string; message: string } }
  }
}
