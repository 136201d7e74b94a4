import { hash32, minHash, shingles, type Signature } from './min-hash.ts'

export interface CopyGroup {
  /** Positions of the texts, ascending. */
  members: number[]
  /** How each member relates to the first: the same text, or nearly. */
  tiers: ('exact' | 'near')[]
}

export interface CopyOptions {
  /** Share of common five-character shingles from which two texts are near copies. */
  jaccard: number
  /** Says that two texts are not about one thing although the words are (another estate in a form letter). */
  areApart: (a: number, b: number) => boolean
}

/** Texts shorter than this are copies only when equal. */
const MIN_NEAR_LENGTH = 40
const BANDS = 12
const ROWS = 4
/** A bucket of more texts than this is compared with its first ones only. */
const MAX_COMPARED = 24
const NOT_TEXT = /[^\p{L}\p{N}]+/gu

/**
 * Exact and near copies, without comparing all pairs: equal keys, then MinHash bands of character shingles, each hit
 * verified by the real Jaccard share against the group's first text. `texts` in a fixed order; groups come in the
 * order of their first member, texts without copies included.
 */
export function groupCopies(texts: readonly string[], options: CopyOptions): CopyGroup[] {
  const keys = texts.map((text) => text.replace(NOT_TEXT, ''))
  const index = new CopyIndex(options)
  const byKey = new Map<string, number>()
  keys.forEach((key, position) => {
    const equal = key === '' ? undefined : byKey.get(key)
    const group = equal === undefined ? index.add(key, position) : index.join(equal, position, 'exact')
    if (key !== '') byKey.set(key, group)
  })
  return index.groups
}

/** Groups so far, found again by MinHash bands. */
class CopyIndex {
  readonly groups: CopyGroup[] = []
  readonly #options: CopyOptions
  readonly #buckets = new Map<string, number[]>()
  /** Shingles of the first text of each group. */
  readonly #shingles: ReadonlySet<number>[] = []

  constructor(options: CopyOptions) {
    this.#options = options
  }

  join(group: number, position: number, tier: 'exact' | 'near'): number {
    this.groups[group]?.members.push(position)
    this.groups[group]?.tiers.push(tier)
    return group
  }

  /** Puts a text into the group it nearly copies, else into one of its own. */
  add(key: string, position: number): number {
    const own = shingles(key)
    const signature = key.length >= MIN_NEAR_LENGTH ? minHash(own, BANDS * ROWS) : null
    const near = signature ? this.#findNear(signature, own, position) : undefined
    if (near !== undefined) return this.join(near, position, 'near')
    const group = this.groups.length
    this.groups.push({ members: [position], tiers: ['exact'] })
    this.#shingles.push(own)
    for (const band of signature ? bandKeys(signature) : []) {
      const bucket = this.#buckets.get(band)
      if (bucket) bucket.push(group)
      else this.#buckets.set(band, [group])
    }
    return group
  }

  #findNear(signature: Signature, own: ReadonlySet<number>, position: number): number | undefined {
    let best: { group: number; share: number } | undefined
    for (const group of this.#candidates(signature)) {
      const share = jaccard(own, this.#shingles[group] ?? new Set())
      const first = this.groups[group]?.members[0] ?? position
      if (share < this.#options.jaccard || share <= (best?.share ?? 0)) continue
      if (!this.#options.areApart(first, position)) best = { group, share }
    }
    return best?.group
  }

  #candidates(signature: Signature): number[] {
    const found = new Set<number>()
    for (const band of bandKeys(signature)) {
      for (const group of (this.#buckets.get(band) ?? []).slice(0, MAX_COMPARED)) found.add(group)
    }
    return [...found].sort((a, b) => a - b)
  }
}

function* bandKeys(signature: Signature): Generator<string> {
  for (let band = 0; band < BANDS; band++) {
    yield `${String(band)}:${String(hash32(signature.subarray(band * ROWS, (band + 1) * ROWS)))}`
  }
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common++
  return common / (a.size + b.size - common || 1)
}
