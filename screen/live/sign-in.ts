import { ProblemError, request } from '#ui'

/**
 * Pairs the wall when its address carries a one-time token. The token leaves the address, and with it the browser's
 * history, before it is used. A spent or old token changes nothing: the wall then shows a pairing code.
 */
export async function signInByAddress(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return
  history.replaceState(null, '', location.pathname + location.search)
  try {
    await request('/wall/pairing/link', { body: { token } })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
}
