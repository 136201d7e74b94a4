import type { Member } from './issue-members.ts'

const MAX_PLACES = 5
/** Share of the members that must name a place. */
const PLACE_SHARE = 0.15

/** Sites and districts the members are about, the most named first. */
export function placesOf(members: readonly Member[]): string[] {
  const counts = new Map<string, number>()
  for (const member of members) {
    for (const name of new Set([...member.mainSites, ...member.districts]))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const ranked = [...counts]
    .filter(([, count]) => count >= Math.max(Math.min(2, members.length), PLACE_SHARE * members.length))
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || compare(a[0], b[0]))
  const chosen: string[] = []
  for (const [name] of ranked) {
    if (chosen.some((other) => other.includes(name) || name.includes(other))) continue
    chosen.push(name)
    if (chosen.length === MAX_PLACES) break
  }
  return chosen
}

export function shareOf(members: readonly Member[], site: string | null): number {
  if (site === null) return 0
  return members.filter((member) => member.sites.includes(site)).length / members.length
}

/** Distinct districts; 1 when only sites are named. */
export function breadthOf(members: readonly Member[]): number {
  return Math.max(
    new Set(members.flatMap((member) => member.districts)).size,
    members.some((member) => member.mainSites.length > 0) ? 1 : 0,
  )
}

/** The name in most lists, when in more than `share` of those given; the longer name where equal. */
export function mostCommon(lists: readonly (readonly string[])[], share: number): string | null {
  const counts = new Map<string, number>()
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || compare(a[0], b[0]))[0]
  return best && best[1] > share * lists.length ? best[0] : null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
