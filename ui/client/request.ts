import { networkProblem, readProblem } from './problem-error.ts'

type QueryValue = string | number | boolean | null | undefined

export interface RequestOptions {
  /** Empty values are left out of the address. */
  readonly query?: Readonly<Record<string, QueryValue>>
  readonly signal?: AbortSignal | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
}

/** Root of the HTTP interface, on the page's own origin. */
export const apiRoot = '/api/v1'

/**
 * One JSON request on the page's own origin, with the session cookie.
 * @returns the body as the contract types it; `undefined` for an empty answer
 * @throws ProblemError for every answer outside 2xx and for no answer; AbortError when `signal` fires
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const init: RequestInit = {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: { accept: 'application/json', ...bodyHeaders(options.body) },
    credentials: 'same-origin',
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  }
  const response = await fetch(address(path, options.query), init).catch((error: unknown) => {
    throw options.signal?.aborted ? error : networkProblem(error)
  })
  if (!response.ok) throw await readProblem(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Path under the API root with its query; equal filters always give the same address. */
export function address(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `${apiRoot}${path}${text ? `?${text}` : ''}`
}

function bodyHeaders(body: unknown): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json' }
}
