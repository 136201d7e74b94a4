import { useQuery, useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import type { Permission, Session } from '#contract'
import { ProblemError, request } from '#ui'
import { endpoints } from './endpoints.ts'

export const sessionKey = ['session'] as const

/** Who is signed in; null for nobody. Asked once, then kept until signing in or out. */
export function loadSession(client: QueryClient): Promise<Session | null> {
  return client.query({ queryKey: sessionKey, queryFn: fetchSession, staleTime: Number.POSITIVE_INFINITY })
}

export interface SessionState {
  readonly session: ComputedRef<Session | null>
  readonly may: (permission: Permission | undefined) => boolean
  readonly signInByLink: (token: string) => Promise<void>
  readonly signIn: (name: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
}

/** The session for pages: what the signed-in person may see, and the ways in and out. */
export function useSession(): SessionState {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: sessionKey,
    queryFn: fetchSession,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: false,
  })
  const session = computed(() => data.value ?? null)

  async function enter(path: string, body: unknown): Promise<void> {
    const entered = await request<Session>(path, { body })
    client.clear()
    client.setQueryData(sessionKey, entered)
  }

  return {
    session,
    may: (permission) =>
      permission === undefined || (session.value?.permissions.includes(permission) ?? false),
    signInByLink: (token) => enter(endpoints.signInByLink, { token }),
    signIn: (name, password) => enter(endpoints.signIn, { name, password }),
    signOut: async () => {
      await request(endpoints.signOut, { method: 'DELETE' })
      client.clear()
      client.setQueryData(sessionKey, null)
    },
  }
}

async function fetchSession({ signal }: { signal: AbortSignal }): Promise<Session | null> {
  try {
    return await request<Session>(endpoints.session, { signal })
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null
    throw error
  }
}
