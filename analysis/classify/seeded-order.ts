import { seeded } from '../stats/seeded.ts'

/** A generator of shuffles that is the same for the same seed (Fisher–Yates). */
export function seededOrder(seed: number): (order: Uint32Array, length: number) => void {
  const next = seeded(seed)
  return (order, length) => {
    for (let last = length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1))
      const kept = order[last] ?? 0
      order[last] = order[other] ?? 0
      order[other] = kept
    }
  }
}
