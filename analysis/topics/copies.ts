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
  const groups: CopyGroup[] = []
  const byKey = new Map<string, number>()
  const buckets = new Map<string, number[]>()
  const firstShingles: Set<number>[] = []
  keys.forEach((key, position) => {
    const equal = key === '' ? undefined : byKey.get(key)
    if (equal !== undefined) return void join(groups[equal], position, 'exact')
    const own = shingles(key)
    const signature = key.length >= MIN_NEAR_LENGTH ? minHash(own, BANDS * ROWS) : null
    const near = signature
      ? findNear(signature, own, position, groups, buckets, firstShingles, options)
      : undefined
    const group = near ?? groups.length
    if (near === undefined) {
      groups.push({ members: [position], tiers: ['exact'] })
      firstShingles.push(own)
      if (signature) for (const band of bandKeys(signature)) addTo(buckets, band, group)
    } else join(groups[near], position, 'near')
    if (key !== '') byKey.set(key, group)
  })
  return groups
}

function join(group: CopyGroup | undefined, position: number, tier: 'exact' | 'near'): void {
  group?.members.push(position)
  group?.tiers.push(tier)
}

function addTo(buckets: Map<string, number[]>, band: string, group: number): void {
  const bucket = buckets.get(band)
  if (bucket) bucket.push(group)
  else buckets.set(band, [group])
}

function findNear(
  signature: Signature,
  own: ReadonlySet<number>,
  position: number,
  groups: readonly CopyGroup[],
  buckets: ReadonlyMap<string, readonly number[]>,
  firstShingles: readonly ReadonlySet<number>[],
  options: CopyOptions,
): number | undefined {
  const candidates = new Set<number>()
  for (const band of bandKeys(signature)) {
    for (const group of (buckets.get(band) ?? []).slice(0, MAX_COMPARED)) candidates.add(group)
  }
  let best: { group: number; share: number } | undefined
  for (const group of [...candidates].sort((a, b) => a - b)) {
    const share = jaccard(own, firstShingles[group] ?? new Set())
    const first = groups[group]?.members[0]
    if (share < options.jaccard || share <= (best?.share ?? 0) || first === undefined) continue
    if (!options.areApart(first, position)) best = { group, share }
  }
  return best?.group
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
