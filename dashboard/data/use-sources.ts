import { useQueryClient } from '@tanstack/vue-query'
import type { JobAccepted, SourceDetail, SourcePaused, SourcePreview } from '#contract'
import { request } from '#ui'
import { endpoints } from './endpoints.ts'
import { useAttempt, type Attempts } from './use-attempt.ts'
import { dataKey } from './use-endpoint.ts'

export interface SourceWork {
  /** The source being worked on, or null. */
  readonly busy: Attempts<string>['busy']
  readonly problem: Attempts<string>['problem']
  readonly pull: (name: string) => Promise<boolean>
  readonly setPaused: (name: string, isPaused: boolean) => Promise<boolean>
  /** `version`: of the settings that were read and changed; null for a new source, whose name must not be taken yet. */
  readonly save: (
    name: string,
    settings: Record<string, unknown>,
    version: string | null,
  ) => Promise<SourceDetail | null>
  readonly remove: (name: string) => Promise<boolean>
  readonly preview: (name: string, settings: Record<string, unknown>) => Promise<SourcePreview | null>
}

/** What people do with data sources: one request each; what is on screen is fetched again afterwards. */
export function useSources(): SourceWork {
  const client = useQueryClient()
  const { busy, problem, attempt } = useAttempt<string>()

  async function send<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    const answer = await attempt(name, work)
    void client.invalidateQueries({ queryKey: [dataKey] })
    return answer
  }

  return {
    busy,
    problem,
    pull: async (name) =>
      (await send(name, () => request<JobAccepted>(endpoints.sourcePull(name), { method: 'POST' }))) !== null,
    setPaused: async (name, isPaused) =>
      (await send(name, () =>
        request<SourcePaused>(endpoints.sourcePaused(name), { body: { isPaused } }),
      )) !== null,
    save: (name, settings, version) =>
      send(name, () =>
        request<SourceDetail>(endpoints.source(name).path, {
          body: { settings, ...(version === null ? { isNew: true } : { version }) },
        }),
      ),
    remove: async (name) =>
      (await send(name, async () => {
        await request(endpoints.source(name).path, { method: 'DELETE' })
        return true
      })) !== null,
    preview: (name, settings) =>
      send(name, () => request<SourcePreview>(endpoints.sourcePreview, { body: { name, settings } })),
  }
}
