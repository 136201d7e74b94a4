/** How many voices of a group name each kind of problem in their titles. Addable. */
export interface KindCounts {
  size: number
  /** Voices whose title names a kind. */
  known: number
  counts: ReadonlyMap<string, number>
}

export function kindCounts(kinds: readonly string[]): KindCounts {
  return { size: 1, known: kinds.length > 0 ? 1 : 0, counts: new Map(kinds.map((kind) => [kind, 1])) }
}

export function joinKinds(a: KindCounts, b: KindCounts): KindCounts {
  const counts = new Map(a.counts)
  for (const [kind, count] of b.counts) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return { size: a.size + b.size, known: a.known + b.known, counts }
}

/** Share of a group whose titles must name a kind, for the group to be known by its kinds. */
const KNOWN = 0.5
/** Share of the titles of both groups that name a common kind, below which the groups are of other kinds. */
const COMMON = 0.25

/** Whether both groups say in their titles what is wrong, and it is not the same: 停水 is not 烟道. */
export function areKindsApart(a: KindCounts, b: KindCounts): boolean {
  if (a.known < KNOWN * a.size || b.known < KNOWN * b.size) return false
  let common = 0
  for (const [kind, count] of a.counts)
    common = Math.max(common, Math.min(count / a.known, (b.counts.get(kind) ?? 0) / b.known))
  return common < COMMON
}
