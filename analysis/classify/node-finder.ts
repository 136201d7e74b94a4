import type { Catalogue, CatalogueNode, Crosswalk } from '../catalogue/index.ts'
import type { Segmenter } from '../text/index.ts'
import { nodeWordsOf, SeedIndex, type SeedWord } from './seed-words.ts'

/** Where a text belongs below a first-level class. */
export interface FoundNode {
  level2: string | null
  level3: string | null
  /** The catalogue words found in the text, strongest first. */
  words: string[]
}

export interface NodeFinder {
  /** `title` counts three times. Null levels mean that no word of the catalogue speaks for one. */
  find(level1: string, title: string, body: string): FoundNode
}

const TITLE_WEIGHT = 3
/** Longer words say more: the weight of a word grows with its length. */
const LENGTH_POWER = 0.5
/** A child's words speak for its parent too, a little less than its own. */
const CHILD_SHARE = 0.8

/**
 * Finds second and third levels by the catalogue's own words, for classes that have no labelled examples there.
 * With a crosswalk, classes of the other catalogue (that are no first level here) are looked up among their nodes.
 */
export function createNodeFinder(
  catalogue: Catalogue,
  segmenter: Segmenter,
  crosswalk?: Crosswalk,
): NodeFinder {
  const firsts = new Set(catalogue.nodes.map((node) => node.names[0]))
  const byFirst = new Map<string, CatalogueNode[]>()
  for (const node of catalogue.nodes) {
    if (node.names.length < 2) continue
    const target = crosswalk?.target(node.names) ?? null
    for (const first of [node.names[0] ?? '', target !== null && !firsts.has(target) ? target : '']) {
      if (first !== '') byFirst.set(first, [...(byFirst.get(first) ?? []), node])
    }
  }
  const branches = new Map([...byFirst].map(([first, nodes]) => [first, new Branch(nodes, segmenter)]))
  return {
    find: (level1, title, body) =>
      branches.get(level1)?.find(title, body) ?? { level2: null, level3: null, words: [] },
  }
}

/** The nodes below one first-level class. */
class Branch {
  private readonly seeds: readonly SeedWord[]
  private readonly index: SeedIndex
  /** What one mention of a seed word adds: its weight, more for longer words. */
  private readonly pullOf: Float64Array
  /** Names of the second level, and of each node: its second level's place and its third level's name. */
  private readonly seconds: readonly string[]
  private readonly secondOf: Int32Array
  private readonly thirdOf: readonly (string | null)[]
  /** Scratch: what speaks for each node and each second level in the text at hand. */
  private readonly own: Float64Array
  private readonly sums: Float64Array

  constructor(nodes: readonly CatalogueNode[], segmenter: Segmenter) {
    this.seeds = nodeWordsOf(nodes, segmenter)
    this.index = new SeedIndex(this.seeds)
    this.pullOf = Float64Array.from(this.seeds, ({ word, weight }) => weight * word.length ** LENGTH_POWER)
    this.seconds = [...new Set(nodes.map((node) => node.names[1] ?? ''))]
    this.secondOf = Int32Array.from(nodes, (node) => this.seconds.indexOf(node.names[1] ?? ''))
    this.thirdOf = nodes.map((node) => node.names[2] ?? null)
    this.own = new Float64Array(nodes.length)
    this.sums = new Float64Array(this.seconds.length)
  }

  find(title: string, body: string): FoundNode {
    const pulls = new Map<number, number>()
    this.gather(title, TITLE_WEIGHT, pulls)
    this.gather(body, 1, pulls)
    if (pulls.size === 0) return { level2: null, level3: null, words: [] }
    this.addUp(pulls)
    const second = highest(this.sums, () => true)
    if (second === -1) return { level2: null, level3: null, words: [] }
    const third = highest(this.own, (node) => this.secondOf[node] === second && this.thirdOf[node] !== null)
    const words = [...pulls]
      .filter(([place]) => this.seeds[place]?.targets.some((node) => this.secondOf[node] === second))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([place]) => this.seeds[place]?.word ?? '')
    return {
      level2: this.seconds[second] ?? null,
      level3: third === -1 ? null : (this.thirdOf[third] ?? null),
      words: [...new Set(words)],
    }
  }

  private gather(text: string, weight: number, pulls: Map<number, number>): void {
    for (const [place, count] of this.index.count(text))
      pulls.set(place, (pulls.get(place) ?? 0) + weight * (1 + Math.log(count)))
  }

  private addUp(pulls: ReadonlyMap<number, number>): void {
    this.own.fill(0)
    this.sums.fill(0)
    for (const [place, pull] of pulls) {
      const added = pull * (this.pullOf[place] ?? 0)
      for (const node of this.seeds[place]?.targets ?? []) this.own[node] = (this.own[node] ?? 0) + added
    }
    this.own.forEach((pull, node) => {
      if (pull === 0) return
      const second = this.secondOf[node] ?? 0
      const share = this.thirdOf[node] === null ? 1 : CHILD_SHARE
      this.sums[second] = (this.sums[second] ?? 0) + share * pull
    })
  }
}

/** Place of the first highest value above zero among those that may be chosen; -1 for none. */
function highest(values: Float64Array, mayBe: (place: number) => boolean): number {
  let best = -1
  let most = 0
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 0
    if (value <= most || !mayBe(place)) continue
    best = place
    most = value
  }
  return best
}
