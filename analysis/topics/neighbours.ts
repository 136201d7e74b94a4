import { cosine, type VectorSpace } from './vectors.ts'

export interface Neighbour {
  item: number
  similarity: number
}

export interface NeighbourOptions {
  /** Pairs below this are not neighbours. */
  minimum: number
  /** Most neighbours kept of one item. */
  most: number
}

/** Terms of one item that look for candidates: its heaviest. */
const PROBE_TERMS = 20
/** Longest posting list walked: a term of more items is too common to be evidence by itself. */
const MAX_POSTING = 800
/** Entries of posting lists walked for one item, those of the rarest terms first. */
const MAX_WALKED = 3000
/** Candidates of one item whose similarity is computed exactly. */
const MAX_CANDIDATES = 120

/**
 * The nearest items of each item by cosine, found through an inverted index over rare terms: the work grows with the
 * number of items, not with the number of pairs. Ties are broken by item number.
 */
export function findNeighbours(space: VectorSpace, options: NeighbourOptions): Neighbour[][] {
  const postings = buildPostings(space)
  const scores = new Float64Array(space.size)
  return space.vectors.map((vector, item) => {
    const touched = gather(space, postings, item, scores)
    const candidates = touched.map((other) => ({ item: other, similarity: scores[other] ?? 0 }))
    for (const other of touched) scores[other] = 0
    candidates.sort(byNearest)
    candidates.length = Math.min(candidates.length, MAX_CANDIDATES)
    const near: Neighbour[] = []
    for (const candidate of candidates) {
      const other = space.vectors[candidate.item]
      const similarity = other ? cosine(vector, other) : 0
      if (similarity >= options.minimum) near.push({ item: candidate.item, similarity })
    }
    near.sort(byNearest)
    near.length = Math.min(near.length, options.most)
    return near
  })
}

interface Posting {
  items: Int32Array
  weights: Float64Array
}

function byNearest(a: Neighbour, b: Neighbour): number {
  return b.similarity - a.similarity || a.item - b.item
}

/** The terms that look for others: heaviest first, rare enough. */
function probes(space: VectorSpace, item: number): { term: number; weight: number }[] {
  const vector = space.vectors[item]
  if (!vector) return []
  const chosen: { term: number; weight: number }[] = []
  vector.terms.forEach((term, position) => {
    if ((space.frequency[term] ?? 0) <= MAX_POSTING)
      chosen.push({ term, weight: vector.weights[position] ?? 0 })
  })
  chosen.sort((a, b) => b.weight - a.weight || a.term - b.term)
  return chosen.slice(0, PROBE_TERMS)
}

function buildPostings(space: VectorSpace): Map<number, Posting> {
  const lists = new Map<number, { items: number[]; weights: number[] }>()
  for (let item = 0; item < space.vectors.length; item++) {
    for (const { term, weight } of probes(space, item)) {
      let list = lists.get(term)
      if (!list) lists.set(term, (list = { items: [], weights: [] }))
      list.items.push(item)
      list.weights.push(weight)
    }
  }
  return new Map(
    [...lists].map(([term, list]) => [
      term,
      { items: Int32Array.from(list.items), weights: Float64Array.from(list.weights) },
    ]),
  )
}

function gather(
  space: VectorSpace,
  postings: Map<number, Posting>,
  item: number,
  scores: Float64Array,
): number[] {
  const touched: number[] = []
  let walked = 0
  const ordered = probes(space, item).sort(
    (a, b) => (space.frequency[a.term] ?? 0) - (space.frequency[b.term] ?? 0) || a.term - b.term,
  )
  for (const { term, weight } of ordered) {
    const posting = postings.get(term)
    if (!posting) continue
    if (walked > MAX_WALKED) break
    walked += posting.items.length
    posting.items.forEach((other, position) => {
      if (other === item) return
      if (scores[other] === 0) touched.push(other)
      scores[other] = (scores[other] ?? 0) + weight * (posting.weights[position] ?? 0)
    })
  }
  return touched
}
