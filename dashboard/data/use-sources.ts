import { useQueryClient } from '@tanstack/vue-query'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { JobAccepted, SourceDetail, SourcePaused, SourcePreview } from '#contract'
import { ProblemError, request } from '#ui'
import { endpoints } from './endpoints.ts'
import { dataKey } from './use-endpoint.ts'

export interface SourceWork {
  /** The source being worked on, or null. */
  readonly busy: Ref<string | null>
  readonly problem: ShallowRef<ProblemError | null>
  readonly pull: (name: string) => Promise<boolean>
  readonly setPaused: (name: string, isPaused: boolean) => Promise<boolean>
  readonly save: (name: string, settings: Record<string, unknown>) => Promise<SourceDetail | null>
  readonly remove: (name: string) => Promise<boolean>
  readonly preview: (name: string, settings: Record<string, unknown>) => Promise<SourcePreview | null>
}

/** What people do with data sources: one request each; what is on screen is fetched again afterwards. */
export function useSources(): SourceWork {
  const client = useQueryClient()
  const busy = ref<string | null>(null)
  const problem = shallowRef<ProblemError | null>(null)

  async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    busy.value = name
    problem.value = null
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problem.value = error
      return null
    } finally {
      busy.value = null
      void client.invalidateQueries({ queryKey: [dataKey] })
    }
  }

  return {
    busy,
    problem,
    pull: async (name) =>
      (await attempt(name, () => request<JobAccepted>(endpoints.sourcePull(name), { method: 'POST' }))) !==
      null,
    setPaused: async (name, isPaused) =>
      (await attempt(name, () =>
        request<SourcePaused>(endpoints.sourcePaused(name), { body: { isPaused } }),
      )) !== null,
    save: (name, settings) =>
      attempt(name, () => request<SourceDetail>(endpoints.source(name).path, { body: { settings } })),
    remove: async (name) =>
      (await attempt(name, async () => {
        await request(endpoints.source(name).path, { method: 'DELETE' })
        return true
      })) !== null,
    preview: (name, settings) =>
      attempt(name, () => request<SourcePreview>(endpoints.sourcePreview, { body: { name, settings } })),
  }
}
