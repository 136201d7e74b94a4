/** Scores of one group (a unit, a district): how many, their mean and standard deviation. */
export interface ScoreGroup {
  name: string
  replies: number
  mean: number
  /** Null with a single reply. */
  deviation: number | null
}

export interface RankedGroup extends ScoreGroup {
  /** 95% interval of the mean; null with too few replies. */
  low: number | null
  high: number | null
  /** Ranks the group may have, 1 = best; null with too few replies. */
  bestRank: number | null
  worstRank: number | null
}

/** Fewer replies say nothing about a group. */
export const LEAST_REPLIES = 8
const Z95 = 1.96

/**
 * Ranks groups only as far as their means can be told apart: a group is behind another when its whole 95% interval
 * lies below the other's. The interval is widened by a small spread all groups share, so that equal scores of a small
 * group do not pass for certainty. Groups with fewer than `LEAST_REPLIES` replies are listed last, unranked.
 */
export function rankGroups(groups: readonly ScoreGroup[]): RankedGroup[] {
  const enough = groups.filter((group) => group.replies >= LEAST_REPLIES)
  const pooled = pooledDeviation(enough)
  const measured = enough.map((group) => {
    const own = group.deviation ?? pooled
    // The spread of a small group is drawn towards that of all, as if ten more replies had the common one.
    const variance =
      ((group.replies - 1) * own ** 2 + PRIOR_REPLIES * pooled ** 2) / (group.replies - 1 + PRIOR_REPLIES)
    const half = Z95 * Math.sqrt(variance / group.replies)
    return { ...group, low: Math.max(0, group.mean - half), high: Math.min(1, group.mean + half) }
  })
  const ranked = measured.map((group): RankedGroup => {
    const ahead = measured.filter((other) => other.low > group.high).length
    const behind = measured.filter((other) => other.high < group.low).length
    return { ...group, bestRank: ahead + 1, worstRank: measured.length - behind }
  })
  const few = groups
    .filter((group) => group.replies < LEAST_REPLIES)
    .map((group): RankedGroup => ({ ...group, low: null, high: null, bestRank: null, worstRank: null }))
  const byMean = (a: ScoreGroup, b: ScoreGroup): number => b.mean - a.mean || (a.name < b.name ? -1 : 1)
  return [...ranked.sort(byMean), ...few.sort((a, b) => b.replies - a.replies || byMean(a, b))]
}

const PRIOR_REPLIES = 10

function pooledDeviation(groups: readonly ScoreGroup[]): number {
  const replies = groups.reduce((sum, group) => sum + group.replies, 0)
  if (replies === 0) return 0
  const sum = groups.reduce((total, group) => total + group.replies * (group.deviation ?? 0) ** 2, 0)
  return Math.sqrt(sum / replies)
}
