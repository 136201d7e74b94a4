import type { Catalogue, CatalogueNode, Crosswalk } from '../catalogue/index.ts'
import type { Segmenter } from '../text/index.ts'
import { nodeWordsOf, SeedIndex } from './seed-words.ts'

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
  const finders = new Map(
    [...byFirst].map(([first, nodes]) => {
      const words = nodeWordsOf(nodes, segmenter)
      return [first, { nodes, words, index: new SeedIndex(words) }]
    }),
  )
  return {
    find(level1, title, body) {
      const finder = finders.get(level1)
      if (!finder) return { level2: null, level3: null, words: [] }
      const pulls = new Map<number, number>()
      for (const [text, weight] of [
        [title, TITLE_WEIGHT],
        [body, 1],
      ] as const) {
        for (const [place, count] of finder.index.count(text)) {
          pulls.set(place, (pulls.get(place) ?? 0) + weight * (1 + Math.log(count)))
        }
      }
      return bestNode(finder, pulls)
    },
  }
}

function bestNode(
  finder: { nodes: readonly CatalogueNode[]; words: ReturnType<typeof nodeWordsOf> },
  pulls: ReadonlyMap<number, number>,
): FoundNode {
  const own = new Float64Array(finder.nodes.length)
  for (const [place, pull] of pulls) {
    const seed = finder.words[place]
    if (!seed) continue
    for (const target of seed.targets) {
      own[target] = (own[target] ?? 0) + pull * seed.weight * seed.word.length ** LENGTH_POWER
    }
  }
  const seconds = new Map<string, number>()
  for (const [place, node] of finder.nodes.entries()) {
    const share = node.names.length === 2 ? 1 : CHILD_SHARE
    const name = node.names[1] ?? ''
    seconds.set(name, (seconds.get(name) ?? 0) + share * (own[place] ?? 0))
  }
  const level2 = highest([...seconds])
  const level3 = highest(
    finder.nodes.flatMap((node, place): [string, number][] =>
      node.names.length === 3 && node.names[1] === level2 ? [[node.names[2] ?? '', own[place] ?? 0]] : [],
    ),
  )
  const words = [...pulls]
    .filter(([place]) =>
      finder.words[place]?.targets.some((target) => finder.nodes[target]?.names[1] === level2),
    )
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([place]) => finder.words[place]?.word ?? '')
  return { level2, level3, words: [...new Set(words)] }
}

/** The first name with the highest value above zero. */
function highest(values: readonly (readonly [string, number])[]): string | null {
  let best: string | null = null
  let most = 0
  for (const [name, value] of values) {
    if (value > most) {
      best = name
      most = value
    }
  }
  return best
}
