import { dateOf, dayOf } from './calendar.ts'
import { findCampaign } from './campaign.ts'
import { coreOfIssue, type IssueCore } from './core.ts'
import { daysOf, describe } from './describe.ts'
import { measureGrowth } from './growth.ts'
import type { GroupedVoices } from './group-voices.ts'
import { chooseHeadline } from './headline.ts'
import { measureHeat, type HeatWeights } from './heat.ts'
import { matterId } from './matters.ts'
import { lifecycleOf } from './lifecycle.ts'
import { peopleOf } from './people.ts'
import type { Topic, TopicMember } from './topic.ts'
import type { TopicVoice } from './voice.ts'
import { weeklyTrend } from './weeks.ts'

export interface DataSpan {
  /** First and last local day of all voices. */
  start: number
  end: number
}

/** One voice of an issue with what grouping found out about it. */
interface Member {
  voice: TopicVoice
  item: number
  /** Whether another voice has the same text. */
  isCopy: boolean
  centrality: number
  districts: readonly string[]
  sites: readonly string[]
  /** Sites the voice is mainly about. */
  mainSites: readonly string[]
}

const MAX_TYPICAL = 5
const MAX_PLACES = 5
/** Share of the members that must name a place. */
const PLACE_SHARE = 0.15
/** Share of the members that must be about a site for the topic to be about it. */
const SITE_SHARE = 0.4
/** Voices about one site are focused even when they word it differently. */
const SITE_FOCUS = 0.9

/** A topic without identity and rank; both need the other topics. */
export function buildTopic(
  grouped: GroupedVoices,
  issue: readonly number[],
  span: DataSpan,
  weights?: HeatWeights,
): Omit<Topic, 'id' | 'rank'> {
  const core = coreOfIssue(grouped, issue)
  const members = membersOf(grouped, issue, core)
  const matterOf = mattersOf(grouped, issue)
  const matters = new Set(matterOf.values()).size
  const voices = members.map((member) => member.voice)
  const days = daysOf(voices.map((voice) => voice.createdAt))
  const growth = measureGrowth(days, span.start)
  const authors = countAuthors(voices)
  const places = placesOf(members)
  const people = peopleOf(voices.map((voice) => `${voice.title}${voice.body}`))
  const resolved = voices.map((voice) => voice.resolved ?? null)
  const breadth = breadthOf(members)
  const site = mostCommon(
    members.map((member) => member.mainSites),
    SITE_SHARE,
  )
  const focus = Math.max(core.focus ** 2, SITE_FOCUS * shareOf(members, site))
  const { heat, parts } = measureHeat(
    {
      voices: voices.length,
      matters,
      authors,
      districts: breadth,
      sources: new Set(voices.map((voice) => voice.source)).size,
      growth,
      likes: voices.map((voice) => voice.likes),
      resolved,
      focus,
    },
    weights,
  )
  const campaign = campaignOf(members)
  const district = mostCommon(
    members.map((member) => member.districts),
    0.5,
  )
  const candidates = members.map(({ voice, centrality }) => ({
    title: voice.title,
    centrality,
    namesSite: site !== null && voice.title.includes(site),
  }))
  const keywords = core.keywords
  return {
    title: chooseHeadline(candidates, district),
    description: describe({
      days,
      voices: voices.length,
      matters,
      authors,
      place: site,
      people,
      keywords,
      campaign,
    }),
    heat,
    heatParts: parts,
    voices: voices.length,
    matters,
    authors,
    growth: growth.ratio,
    expected: growth.expected,
    expectedLow: growth.low,
    expectedHigh: growth.high,
    breadth,
    unresolvedShare: parts.unresolved.value,
    from: days.length > 0 ? dateOf(days.reduce((a, b) => Math.min(a, b))) : null,
    to: days.length > 0 ? dateOf(days.reduce((a, b) => Math.max(a, b))) : null,
    places,
    people,
    category: mostCommon(
      voices.map((voice) => (voice.category ? [voice.category] : [])),
      0,
    ),
    lifecycle: lifecycleOf(days, span.end, growth),
    keywords,
    campaign,
    weeks: weeklyTrend(days, span.start, span.end),
    members: describeMembers(members, matterOf),
  }
}

/** Earliest first, by id where equal; undated last. */
function membersOf(grouped: GroupedVoices, issue: readonly number[], core: IssueCore): Member[] {
  const members = issue.flatMap((item, position) => {
    const copies = grouped.items[item]?.members ?? []
    return copies.flatMap((index): Member[] => {
      const voice = grouped.voices[index]
      const sites = grouped.sites[item]
      if (!voice || !sites) return []
      const centrality = core.centrality[position] ?? 0
      const place = voice.place ?? null
      const districts = place !== null && place !== '' ? [place] : sites.districts
      return [
        {
          voice,
          item,
          isCopy: copies.length > 1,
          centrality,
          districts,
          sites: [...sites.all],
          mainSites: sites.main,
        },
      ]
    })
  })
  const time = (member: Member): string => member.voice.createdAt ?? '9999'
  return members.sort((a, b) => compare(time(a), time(b)) || compare(a.voice.id, b.voice.id))
}

function mattersOf(grouped: GroupedVoices, issue: readonly number[]): Map<number, string> {
  const within = new Set(issue)
  const found = new Map<number, string>()
  for (const item of issue) {
    if (found.has(item)) continue
    const matter = (grouped.matters[grouped.matterOf[item] ?? -1] ?? [item]).filter((other) =>
      within.has(other),
    )
    const first = grouped.voices[grouped.items[matter[0] ?? item]?.members[0] ?? -1]
    for (const other of matter) found.set(other, matterId(first?.id ?? ''))
  }
  return found
}

function describeMembers(members: readonly Member[], matterOf: ReadonlyMap<number, string>): TopicMember[] {
  const ranked = [...members].sort((a, b) => b.centrality - a.centrality || compare(a.voice.id, b.voice.id))
  const typical = new Set<string>()
  const shown = new Set<string>()
  for (const member of ranked) {
    const matter = matterOf.get(member.item) ?? ''
    if (shown.has(matter) || typical.size >= MAX_TYPICAL) continue
    shown.add(matter)
    typical.add(member.voice.id)
  }
  return members.map((member) => ({
    voiceId: member.voice.id,
    matterId: matterOf.get(member.item) ?? '',
    similarity: Math.round(Math.min(1, member.centrality) * 10_000) / 10_000,
    isTypical: typical.has(member.voice.id),
  }))
}

function countAuthors(voices: readonly TopicVoice[]): number {
  return new Set(voices.map((voice) => authorOf(voice))).size
}

function authorOf(voice: TopicVoice): string {
  return voice.author === null || voice.author === '' ? `#${voice.id}` : `@${voice.author}`
}

function campaignOf(members: readonly Member[]): ReturnType<typeof findCampaign> {
  const copied = members.filter((member) => member.isCopy)
  const letters = copied.map(({ voice }) => ({ day: dayOf(voice.createdAt), author: authorOf(voice) }))
  return findCampaign(letters, members.length, new Set(copied.map((member) => member.item)).size)
}

function placesOf(members: readonly Member[]): string[] {
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

function shareOf(members: readonly Member[], site: string | null): number {
  if (site === null) return 0
  return members.filter((member) => member.sites.includes(site)).length / members.length
}

function breadthOf(members: readonly Member[]): number {
  return Math.max(
    new Set(members.flatMap((member) => member.districts)).size,
    members.some((member) => member.mainSites.length > 0) ? 1 : 0,
  )
}

/** The name in most lists, when in more than `share` of those given; the longer name where equal. */
function mostCommon(lists: readonly (readonly string[])[], share: number): string | null {
  const counts = new Map<string, number>()
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || compare(a[0], b[0]))[0]
  return best && best[1] > share * lists.length ? best[0] : null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
