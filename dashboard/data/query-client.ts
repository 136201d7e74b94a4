import { keepPreviousData, QueryCache, QueryClient } from '@tanstack/vue-query'
import { ProblemError } from '#ui'
import { sessionKey } from './session.ts'

/**
 * Answers stay on screen while they are refreshed; what will not get better by itself is not retried.
 * @param onSignedOut called when an answer says that the session has ended
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        placeholderData: keepPreviousData,
        retry: (failures, error) => isTemporary(error) && failures < 2,
      },
    },
    queryCache: new QueryCache({
      onError: (error) => {
        if (!isSignedOut(error)) return
        client.setQueryData(sessionKey, null)
        onSignedOut()
      },
    }),
  })
  return client
}

function isTemporary(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 0 || error.status >= 500)
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}
