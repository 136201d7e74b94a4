import type { MatterTier, Relation } from './relation.ts'

/** Links kept per voice: when its best one leads to a matter it does not fit, the next is tried. */
export const MOST_LINKS = 3
const TIERS: readonly MatterTier[] = ['exact', 'near', 'same']

/** Towards an earlier voice; `similarity` in ten-thousandths, so that stored and fresh ones compare. */
export interface Link {
  readonly target: number
  readonly tier: MatterTier
  readonly similarity: number
}

/** `MOST_LINKS` entries per voice; plain arrays, so that a thread can hand them over. */
export interface LinkData {
  readonly targets: Int32Array
  readonly scores: Uint16Array
  readonly tiers: Uint8Array
}

export function emptyLinks(size: number): LinkData {
  const entries = size * MOST_LINKS
  return {
    targets: new Int32Array(entries).fill(-1),
    scores: new Uint16Array(entries),
    tiers: new Uint8Array(entries),
  }
}

/** The best links of every voice, by position, in a few bytes each. */
export class LinkTable {
  readonly #targets: Int32Array
  readonly #scores: Uint16Array
  readonly #tiers: Uint8Array

  constructor(data: LinkData) {
    this.#targets = data.targets
    this.#scores = data.scores
    this.#tiers = data.tiers
  }

  /** Takes the link in where it is better than the worst one kept; a target twice counts once. */
  add(voice: number, target: number, relation: Relation): void {
    const first = voice * MOST_LINKS
    const link = { target, tier: relation.tier, similarity: Math.round(relation.similarity * 10_000) }
    const kept = this.of(voice).filter((one) => one.target !== target)
    kept.push(link)
    kept.sort(byMerit)
    for (let index = 0; index < MOST_LINKS; index++) {
      const one = kept[index]
      this.#targets[first + index] = one?.target ?? -1
      this.#scores[first + index] = one?.similarity ?? 0
      this.#tiers[first + index] = one === undefined ? 0 : TIERS.indexOf(one.tier)
    }
  }

  /** Best first. */
  of(voice: number): Link[] {
    const links: Link[] = []
    for (let index = voice * MOST_LINKS; index < (voice + 1) * MOST_LINKS; index++) {
      const target = this.#targets[index] ?? -1
      if (target < 0) break
      const tier = TIERS[this.#tiers[index] ?? 0] ?? 'same'
      links.push({ target, tier, similarity: this.#scores[index] ?? 0 })
    }
    return links
  }
}

/** Equal texts, then near ones, then one matter; the liker one first, then the earlier one. */
export function byMerit(a: Link, b: Link): number {
  return TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.similarity - a.similarity || a.target - b.target
}
