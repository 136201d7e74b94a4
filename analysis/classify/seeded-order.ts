/** A generator of shuffles that is the same for the same seed (mulberry32 and Fisher–Yates). */
export function seededOrder(seed: number): (order: Uint32Array, length: number) => void {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return (order, length) => {
    for (let last = length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1))
      const kept = order[last] ?? 0
      order[last] = order[other] ?? 0
      order[other] = kept
    }
  }
}
