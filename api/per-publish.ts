/**
 * Computes a value once for each publish of the data, however many ask at the same time: twenty walls and a reload
 * storm cost one computation. A failed computation is not kept.
 */
export function perPublish<T>(version: () => number, compute: () => Promise<T>): () => Promise<T> {
  let held: { version: number; value: Promise<T> } | null = null
  return () => {
    const now = version()
    if (held?.version === now) return held.value
    const value = compute()
    held = { version: now, value }
    value.catch(() => {
      if (held?.value === value) held = null
    })
    return value
  }
}
