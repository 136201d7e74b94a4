/**
 * `next` with every part that equals the same part of `previous` replaced by that very object, so that who compares by
 * identity sees only what changed. Both are plain JSON values.
 */
export function shareUnchanged<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next) as T
  if (isRecord(previous) && isRecord(next)) return shareRecord(previous, next) as T
  return next
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, index) => shareUnchanged(previous[index], item))
  const isSame = shared.length === previous.length && shared.every((item, index) => item === previous[index])
  return isSame ? previous : shared
}

function shareRecord(
  previous: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(next)
  const shared = Object.fromEntries(keys.map((key) => [key, shareUnchanged(previous[key], next[key])]))
  const isSame =
    Object.keys(previous).length === keys.length &&
    keys.every((key) => key in previous && shared[key] === previous[key])
  return isSame ? previous : shared
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
