/** A small seeded random source (sfc32). Every part of the generator draws from its own fork. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number, both ends included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T>(items: readonly T[], weight: (item: T) => number): T
  /** `count` different items, in the order of the source list. */
  sample<T>(items: readonly T[], count: number): T[]
  shuffle<T>(items: readonly T[]): T[]
  /** An independent source named by `label`: drawing from it never moves this one. */
  fork(label: string): Random
}

/** The sequence depends on the seed text alone. */
export function createRandom(seed: string): Random {
  const next = sfc32(hash(seed, 1), hash(seed, 2), hash(seed, 3), hash(seed, 4))
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next()
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }
  const pick = <T>(items: readonly T[]): T => at(items, int(0, items.length - 1))
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items]
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = int(0, index)
      const held = at(copy, index)
      copy[index] = at(copy, other)
      copy[other] = held
    }
    return copy
  }
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    weighted: (items, weight) => {
      let left = next() * items.reduce((sum, item) => sum + weight(item), 0)
      for (const item of items) {
        left -= weight(item)
        if (left < 0) return item
      }
      return at(items, items.length - 1)
    },
    sample: (items, count) => {
      const chosen = new Set(shuffle(items.map((_, index) => index)).slice(0, count))
      return items.filter((_, index) => chosen.has(index))
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  }
}

function sfc32(first: number, second: number, third: number, fourth: number): () => number {
  let [a, b, c, d] = [first | 0, second | 0, third | 0, fourth | 0]
  return () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
}

/** FNV-1a over UTF-16 units, salted. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value ^ (value >>> 15)
}
