import { useQueryClient } from '@tanstack/vue-query'
import { shallowRef, type ShallowRef } from 'vue'
import { address, useEventStream, type StreamState } from '#ui'
import { endpoints } from './endpoints.ts'
import { dataKey } from './use-endpoint.ts'

/**
 * Refreshes whatever is on screen when the server publishes new data or a job moves on: quietly, because answers
 * stay visible while they are fetched again.
 */
export function useLiveData(): {
  state: Readonly<ShallowRef<StreamState>>
  publishedAt: Readonly<ShallowRef<string | null>>
} {
  const client = useQueryClient()
  const publishedAt = shallowRef<string | null>(null)
  const { state } = useEventStream(address(endpoints.events), {
    on: {
      publish: (event) => {
        publishedAt.value = (event as { at?: string }).at ?? null
        void client.invalidateQueries({ queryKey: [dataKey] })
      },
      job: () => {
        void client.invalidateQueries({ queryKey: [dataKey, endpoints.jobs().path] })
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.some(isAboutSources) })
      },
    },
  })
  return { state, publishedAt }
}

function isAboutSources(part: unknown): boolean {
  return typeof part === 'string' && part.startsWith('/sources/')
}
