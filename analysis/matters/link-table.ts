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

/** `MOST_LINKS` entries per voice; shared memory, so that threads read and write it where it lies. */
export interface LinkData {
  readonly targets: Int32Array
  readonly scores: Uint16Array
  readonly tiers: Uint8Array
}

export function emptyLinks(size: number): LinkData {
  const entries = size * MOST_LINKS
  return {
    targets: new Int32Array(new SharedArrayBuffer(entries * 4)).fill(-1),
    scores: new Uint16Array(new SharedArrayBuffer(entries * 2)),
    tiers: new Uint8Array(new SharedArrayBuffer(entries)),
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
    const tier = TIERS.indexOf(relation.tier)
    const similarity = Math.round(relation.similarity * 10_000)
    const first = voice * MOST_LINKS
    let place = first + MOST_LINKS - 1
    for (let at = first; at <= place; at++) if (this.#targets[at] === target) return
    if (!this.#isBetter(place, tier, similarity, target)) return
    for (; place > first && this.#isBetter(place - 1, tier, similarity, target); place--)
      this.#put(
        place,
        this.#targets[place - 1] ?? -1,
        this.#scores[place - 1] ?? 0,
        this.#tiers[place - 1] ?? 0,
      )
    this.#put(place, target, similarity, tier)
  }

  /** Whether a link goes before the one kept at this place, by merit. */
  #isBetter(at: number, tier: number, similarity: number, target: number): boolean {
    const other = this.#targets[at] ?? -1
    if (other < 0) return true
    const kept = this.#tiers[at] ?? 0
    if (tier !== kept) return tier < kept
    const score = this.#scores[at] ?? 0
    return similarity === score ? target < other : similarity > score
  }

  #put(at: number, target: number, similarity: number, tier: number): void {
    this.#targets[at] = target
    this.#scores[at] = similarity
    this.#tiers[at] = tier
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
