import { Heap } from './heap.ts'
import type { Neighbour } from './neighbours.ts'
import type { SparseVector } from './vectors.ts'

export interface ClusterOptions {
  /** Lowest mean similarity between the members of two groups that may become one. */
  threshold: number
  /** A say beyond the words, e.g. another place; asked before every merge. */
  mayMerge?: (a: readonly number[], b: readonly number[], similarity: number) => boolean
}

interface Group {
  members: number[]
  /** Sum of the members' vectors: the dot product of two sums is the sum of all pairwise cosines. */
  sum: Map<number, number>
  near: Set<number>
}

interface Candidate {
  a: number
  b: number
  similarity: number
}

/** Terms kept in the sum of a large group; the tail decides nothing. */
const MAX_SUM_TERMS = 1500

/**
 * Average-link agglomeration over a neighbour graph: the pair of groups with the highest mean pairwise cosine is
 * merged until none reaches the threshold. Averages over all pairs (not only over graph edges) stop chaining. Returns
 * member lists, each ascending, ordered by first member; single items included.
 */
export function clusterItems(
  vectors: readonly SparseVector[],
  neighbours: readonly (readonly Neighbour[])[],
  options: ClusterOptions,
): number[][] {
  const groups = new Map<number, Group>()
  vectors.forEach((vector, item) => groups.set(item, single(vector, item)))
  neighbours.forEach((near, item) => {
    for (const { item: other } of near) link(groups, item, other)
  })
  const heap = new Heap<Candidate>(
    (x, y) => x.similarity > y.similarity || (x.similarity === y.similarity && (x.a < y.a || (x.a === y.a && x.b < y.b))),
  )
  const offer = (a: number, b: number): void => {
    const left = groups.get(Math.min(a, b))
    const right = groups.get(Math.max(a, b))
    if (!left || !right) return
    const similarity = meanSimilarity(left, right)
    if (similarity >= options.threshold) heap.push({ a: Math.min(a, b), b: Math.max(a, b), similarity })
  }
  for (const [id, group] of groups) for (const other of group.near) if (id < other) offer(id, other)

  let next = vectors.length
  for (let best = heap.pop(); best; best = heap.pop()) {
    const left = groups.get(best.a)
    const right = groups.get(best.b)
    if (!left || !right) continue
    if (options.mayMerge && !options.mayMerge(left.members, right.members, best.similarity)) continue
    const id = next++
    merge(groups, best, id, left, right)
    for (const other of groups.get(id)?.near ?? []) offer(id, other)
  }
  return [...groups.values()].map((group) => group.members.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function single(vector: SparseVector, item: number): Group {
  const sum = new Map<number, number>()
  vector.terms.forEach((term, position) => sum.set(term, vector.weights[position] ?? 0))
  return { members: [item], sum, near: new Set() }
}

function link(groups: Map<number, Group>, a: number, b: number): void {
  groups.get(a)?.near.add(b)
  groups.get(b)?.near.add(a)
}

function meanSimilarity(a: Group, b: Group): number {
  const [small, large] = a.sum.size <= b.sum.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small.sum) sum += weight * (large.sum.get(term) ?? 0)
  return sum / (a.members.length * b.members.length)
}

function merge(groups: Map<number, Group>, pair: Candidate, id: number, left: Group, right: Group): void {
  const [small, large] = left.sum.size <= right.sum.size ? [left, right] : [right, left]
  for (const [term, weight] of small.sum) large.sum.set(term, (large.sum.get(term) ?? 0) + weight)
  const near = new Set([...left.near, ...right.near])
  near.delete(pair.a)
  near.delete(pair.b)
  groups.delete(pair.a)
  groups.delete(pair.b)
  groups.set(id, { members: [...left.members, ...right.members], sum: trim(large.sum), near })
  for (const other of near) {
    const group = groups.get(other)
    group?.near.delete(pair.a)
    group?.near.delete(pair.b)
    group?.near.add(id)
  }
}

function trim(sum: Map<number, number>): Map<number, number> {
  if (sum.size <= MAX_SUM_TERMS * 2) return sum
  const entries = [...sum].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  entries.length = MAX_SUM_TERMS
  return new Map(entries)
}
