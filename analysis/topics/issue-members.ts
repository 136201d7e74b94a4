import type { IssueCore } from './core.ts'
import type { GroupedVoices } from './group-voices.ts'
import { matterId } from './matters.ts'
import type { TopicMember } from './topic.ts'
import type { TopicVoice } from './voice.ts'

/** One voice of an issue with what grouping found out about it. */
export interface Member {
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

/** Earliest first, by id where equal; undated last. */
export function membersOf(grouped: GroupedVoices, issue: readonly number[], core: IssueCore): Member[] {
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

/** The matter of each item of the issue. */
export function mattersOf(grouped: GroupedVoices, issue: readonly number[]): Map<number, string> {
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

/** The matter found over all voices, else the one found among the topic's. */
export function matterOfMember(member: Member, matterOf: ReadonlyMap<number, string>): string {
  return member.voice.matterId ?? matterOf.get(member.item) ?? ''
}

/** With the typical ones marked: the most central, one of a matter. */
export function describeMembers(
  members: readonly Member[],
  matterOf: ReadonlyMap<number, string>,
): TopicMember[] {
  const ranked = [...members].sort((a, b) => b.centrality - a.centrality || compare(a.voice.id, b.voice.id))
  const typical = new Set<string>()
  const shown = new Set<string>()
  for (const member of ranked) {
    const matter = matterOfMember(member, matterOf)
    if (shown.has(matter) || typical.size >= MAX_TYPICAL) continue
    shown.add(matter)
    typical.add(member.voice.id)
  }
  return members.map((member) => ({
    voiceId: member.voice.id,
    matterId: matterOfMember(member, matterOf),
    similarity: Math.round(Math.min(1, member.centrality) * 10_000) / 10_000,
    isTypical: typical.has(member.voice.id),
  }))
}

/** Distinct authors; a voice without one counts as one of its own. */
export function countAuthors(voices: readonly TopicVoice[]): number {
  return new Set(voices.map((voice) => authorOf(voice))).size
}

function authorOf(voice: TopicVoice): string {
  return voice.author === null || voice.author === '' ? `#${voice.id}` : `@${voice.author}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
