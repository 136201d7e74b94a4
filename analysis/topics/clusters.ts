import { Heap } from './heap.ts'
import type { Neighbour } from './neighbours.ts'
import { dotSums, joinSums, sumOf, type TermSum } from './term-sums.ts'
import type { SparseVector } from './vectors.ts'

export interface ClusterOptions<State> {
  /** Lowest mean similarity between the members of two groups that may become one. */
  threshold: number
  /** A say beyond the words, e.g. another place. */
  guard: MergeGuard<State>
}

/** What a group remembers of its members, and whether two groups may become one. Asked before every merge. */
export interface MergeGuard<State> {
  start(item: number): State
  join(a: State, b: State): State
  allows(a: State, b: State, similarity: number): boolean
}

interface Group<State> {
  members: number[]
  state: State
  sum: TermSum
  near: Set<number>
}

interface Candidate {
  a: number
  b: number
  similarity: number
}

/**
 * Average-link agglomeration over a neighbour graph: the pair of groups with the highest mean pairwise cosine is
 * merged until none reaches the threshold, starting from the given groups. Averages over all pairs (not only over graph edges) stop chaining. Returns
 * member lists, each ascending, ordered by first member; groups that met no other included.
 */
export function clusterItems<State>(
  start: readonly (readonly number[])[],
  vectors: readonly SparseVector[],
  neighbours: readonly (readonly Neighbour[])[],
  options: ClusterOptions<State>,
): number[][] {
  const groups = new Map<number, Group<State>>()
  const groupOf = new Int32Array(vectors.length)
  start.forEach((members, id) => {
    groups.set(id, startGroup(members, vectors, options.guard))
    for (const item of members) groupOf[item] = id
  })
  neighbours.forEach((near, item) => {
    for (const { item: other } of near) link(groups, groupOf[item] ?? 0, groupOf[other] ?? 0)
  })
  const heap = new Heap<Candidate>(
    (x, y) =>
      x.similarity > y.similarity ||
      (x.similarity === y.similarity && (x.a < y.a || (x.a === y.a && x.b < y.b))),
  )
  const offer = (a: number, b: number): void => {
    const left = groups.get(Math.min(a, b))
    const right = groups.get(Math.max(a, b))
    if (!left || !right) return
    const similarity = meanSimilarity(left, right)
    if (similarity >= options.threshold) heap.push({ a: Math.min(a, b), b: Math.max(a, b), similarity })
  }
  for (const [id, group] of groups) for (const other of group.near) if (id < other) offer(id, other)

  let next = start.length
  for (let best = heap.pop(); best; best = heap.pop()) {
    const left = groups.get(best.a)
    const right = groups.get(best.b)
    if (!left || !right) continue
    if (!options.guard.allows(left.state, right.state, best.similarity)) continue
    const id = next++
    merge(groups, best, id, left, right, options.guard.join(left.state, right.state))
    for (const other of groups.get(id)?.near ?? []) offer(id, other)
  }
  return [...groups.values()]
    .map((group) => group.members.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function startGroup<State>(
  members: readonly number[],
  vectors: readonly SparseVector[],
  guard: MergeGuard<State>,
): Group<State> {
  return {
    members: [...members],
    state: members.map((item) => guard.start(item)).reduce((a, b) => guard.join(a, b)),
    sum: sumOf(members.flatMap((item) => vectors[item] ?? [])),
    near: new Set(),
  }
}

function link<State>(groups: Map<number, Group<State>>, a: number, b: number): void {
  if (a === b) return
  groups.get(a)?.near.add(b)
  groups.get(b)?.near.add(a)
}

function meanSimilarity(a: Group<unknown>, b: Group<unknown>): number {
  return dotSums(a.sum, b.sum) / (a.members.length * b.members.length)
}

function merge<State>(
  groups: Map<number, Group<State>>,
  pair: Candidate,
  id: number,
  left: Group<State>,
  right: Group<State>,
  state: State,
): void {
  const near = new Set([...left.near, ...right.near])
  near.delete(pair.a)
  near.delete(pair.b)
  groups.delete(pair.a)
  groups.delete(pair.b)
  groups.set(id, {
    members: [...left.members, ...right.members],
    state,
    sum: joinSums(left.sum, right.sum),
    near,
  })
  for (const other of near) {
    const group = groups.get(other)
    group?.near.delete(pair.a)
    group?.near.delete(pair.b)
    group?.near.add(id)
  }
}
