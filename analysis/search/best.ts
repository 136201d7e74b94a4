/**
 * Positions of the `limit` highest positive scores that pass, highest first, the earlier of equals first. One pass; the
 * filter is asked only for scores that would be kept.
 */
export function bestOf(scores: Float32Array, limit: number, passes: (position: number) => boolean): number[] {
  const best: number[] = []
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] ?? 0
    if (score <= 0) continue
    const worst = best[best.length - 1]
    if (best.length === limit && score <= (scores[worst ?? 0] ?? 0)) continue
    if (passes(position)) insert(best, position, scores, limit)
  }
  return best
}

function insert(best: number[], position: number, scores: Float32Array, limit: number): void {
  const score = scores[position] ?? 0
  let place = best.length
  while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--
  best.splice(place, 0, position)
  if (best.length > limit) best.pop()
}
