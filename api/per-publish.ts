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

/** The same for answers by key (a date); the oldest of more than `most` keys are forgotten. */
export function perPublishBy<T>(
  version: () => number,
  compute: (key: string) => Promise<T>,
  most = 60,
): (key: string) => Promise<T> {
  const held = new Map<string, () => Promise<T>>()
  return (key) => {
    const known = held.get(key) ?? perPublish(version, () => compute(key))
    held.set(key, known)
    const [oldest] = held.keys()
    if (held.size > most && oldest !== undefined) held.delete(oldest)
    return known()
  }
}
