import { findCampaign, type Campaign } from '../matters/campaigns.ts'
import { dateOf, dayOf } from './calendar.ts'
import { coreOfIssue, type IssueCore } from './core.ts'
import { daysOf, describe } from './describe.ts'
import { busiestWindow, measureGrowth, type Growth } from './growth.ts'
import type { GroupedVoices } from './group-voices.ts'
import { chooseHeadline } from './headline.ts'
import { measureHeat, type HeatParts, type HeatWeights } from './heat.ts'
import {
  countAuthors,
  describeMembers,
  matterOfMember,
  mattersOf,
  membersOf,
  type Member,
} from './issue-members.ts'
import { breadthOf, mostCommon, placesOf, shareOf } from './issue-places.ts'
import { lifecycleOf } from './lifecycle.ts'
import { peopleOf } from './people.ts'
import type { Topic } from './topic.ts'
import { weeklyTrend } from './weeks.ts'

export interface DataSpan {
  /** First and last local day of all voices. */
  start: number
  end: number
}

/** Share of the members that must be about a site for the topic to be about it. */
const SITE_SHARE = 0.4
const DISTRICT_SHARE = 0.5
/** Voices about one site are focused even when they word it differently. */
const SITE_FOCUS = 0.9
/** Keywords a headline is asked to hold. */
const LEADING_KEYWORDS = 5

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
  const matters = new Set(members.map((member) => matterOfMember(member, matterOf))).size
  const days = daysOf(members.map(({ voice }) => voice.createdAt))
  const growth = measureGrowth(days, span.start)
  const authors = countAuthors(members.map(({ voice }) => voice))
  const site = mostCommon(
    members.map((member) => member.mainSites),
    SITE_SHARE,
  )
  const people = peopleOf(members.map(({ voice }) => `${voice.title}${voice.body}`))
  const campaign = campaignOf(members)
  const { heat, parts } = heatOf(members, matters, authors, growth, focusOf(core, members, site), weights)
  const counts = { voices: members.length, matters, authors }
  const { keywords } = core
  const title = headlineOf(members, site, keywords)
  const lifecycle = lifecycleOf(days, span.end, growth)
  const told = { title, days, ...counts, place: site, people, keywords, growth, lifecycle, campaign }
  return {
    title,
    description: describe(told),
    heat,
    heatParts: parts,
    ...counts,
    growth: growth.ratio,
    expected: growth.expected,
    expectedLow: growth.low,
    expectedHigh: growth.high,
    breadth: breadthOf(members),
    unresolvedShare: parts.unresolved.value,
    from: days.length > 0 ? dateOf(days.reduce((a, b) => Math.min(a, b))) : null,
    to: days.length > 0 ? dateOf(days.reduce((a, b) => Math.max(a, b))) : null,
    places: placesOf(members),
    people,
    units: unitsOf(members),
    category: mostCommon(
      members.map(({ voice }) => (voice.category ? [voice.category] : [])),
      0,
    ),
    lifecycle,
    keywords,
    campaign,
    weeks: weeklyTrend(days, span.start, span.end),
    members: describeMembers(members, matterOf),
  }
}

/** Squared likeness of wording, or the share that speaks of one site: many letters on a broad field are no one issue. */
function focusOf(core: IssueCore, members: readonly Member[], site: string | null): number {
  return Math.max(core.focus ** 2, SITE_FOCUS * shareOf(members, site))
}

function heatOf(
  members: readonly Member[],
  matters: number,
  authors: number,
  growth: Growth,
  focus: number,
  weights?: HeatWeights,
): { heat: number; parts: HeatParts } {
  const gathered = busiestHalfYear(members)
  const input = {
    voices: members.length,
    matters,
    authors,
    gathered: { voices: gathered.length, authors: countAuthors(gathered.map(({ voice }) => voice)) },
    districts: breadthOf(members),
    sources: new Set(members.map(({ voice }) => voice.source)).size,
    growth,
    likes: members.map(({ voice }) => voice.likes),
    resolved: members.map(({ voice }) => voice.resolved ?? null),
    focus,
  }
  return measureHeat(input, weights)
}

const HALF_YEAR = 183

/** The members of the busiest half-year; all of them when none is dated. */
function busiestHalfYear(members: readonly Member[]): readonly Member[] {
  const days = daysOf(members.map(({ voice }) => voice.createdAt)).sort((a, b) => a - b)
  if (days.length === 0) return members
  const { start } = busiestWindow(days, HALF_YEAR)
  return members.filter(({ voice }) => {
    const day = dayOf(voice.createdAt)
    return day !== null && day >= start && day < start + HALF_YEAR
  })
}

function headlineOf(members: readonly Member[], site: string | null, keywords: readonly string[]): string {
  const leading = keywords.slice(0, LEADING_KEYWORDS)
  const candidates = members.map(({ voice, centrality }) => ({
    title: voice.title,
    centrality,
    namesSite: site !== null && voice.title.includes(site),
    keywords: Math.min(3, leading.filter((word) => voice.title.includes(word)).length),
  }))
  return chooseHeadline(
    candidates,
    mostCommon(
      members.map((member) => member.districts),
      DISTRICT_SHARE,
    ),
  )
}

const MOST_UNITS = 5

/** Units of the members, the most frequent first. */
function unitsOf(members: readonly Member[]): string[] {
  const counts = new Map<string, number>()
  for (const { voice } of members) if (voice.unit) counts.set(voice.unit, (counts.get(voice.unit) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return ranked.slice(0, MOST_UNITS).map(([unit]) => unit)
}

function campaignOf(members: readonly Member[]): Campaign | null {
  const letters = members
    .filter((member) => member.isCopy)
    .map(({ voice, item }) => {
      const day = dayOf(voice.createdAt)
      return {
        copyId: String(item),
        author: voice.author === '' ? null : voice.author,
        date: day === null ? null : dateOf(day),
      }
    })
  return findCampaign(letters, members.length)
}
