/**
 * Wait before the next try: doubles from `first` to `most` milliseconds, spread by ±20% so that many browsers do
 * not return to a restarted server in step.
 * @param failures failures so far, from 0
 * @param spread a number in [0, 1)
 */
export function backOff(failures: number, spread: number, first = 1000, most = 30_000): number {
  const base = Math.min(most, first * 2 ** Math.min(failures, 16))
  return Math.round(base * (0.8 + 0.4 * spread))
}

/** A number in [0, 1) that differs from browser to browser. */
export function browserSpread(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1))
  return word / 2 ** 32
}
