import { toShares, type Scaling, type Scored } from './calibrate.ts'
import type { Example } from './example.ts'

/** An example is contradicted when the models that had not seen it give its own label less than this. */
const LEAST_SHARE = 0.01
/** At most this share of a class is left out, so that a small or difficult class is never taught away. */
const MOST_OF_CLASS = 0.02

/**
 * Rows to learn from: all but the few whose label unseen-text scores contradict, most likely slips of the pen. What a
 * person decided in review always stays.
 */
export function trustedRows(
  scored: readonly Scored[],
  examples: readonly Example[],
  scaling: Scaling,
): number[] {
  const shares = scored.map(({ scores, target }) => toShares(scores, scaling)[target] ?? 0)
  const sizes = new Map<number, number>()
  for (const { target } of scored) sizes.set(target, (sizes.get(target) ?? 0) + 1)
  const left = new Set<number>()
  const taken = new Map<number, number>()
  const suspects = [...shares.keys()]
    .filter((row) => (shares[row] ?? 0) < LEAST_SHARE && examples[row]?.isDecided !== true)
    .sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0) || a - b)
  for (const row of suspects) {
    const target = scored[row]?.target ?? 0
    const before = taken.get(target) ?? 0
    if (before + 1 > MOST_OF_CLASS * (sizes.get(target) ?? 0)) continue
    taken.set(target, before + 1)
    left.add(row)
  }
  return [...shares.keys()].filter((row) => !left.has(row))
}
