import { buildTopic, type DataSpan } from './build-topic.ts'
import { dayOf } from './calendar.ts'
import { groupVoices, type GroupedVoices } from './group-voices.ts'
import type { HeatWeights } from './heat.ts'
import { assignIds, type PreviousTopic, type TopicEvent } from './identity.ts'
import type { Topic } from './topic.ts'
import { inOrder, type Segment, type TopicVoice } from './voice.ts'

export interface TopicOptions {
  segment: Segment
  /** Voices dated later are not counted (a wrong clock at the source); the last day of the data decides the rest. */
  now: Date
  /** Topics of the last run, so that ids stay. */
  previous?: readonly PreviousTopic[]
  /** Names of master data: units, streets, villages. */
  knownNames?: Iterable<string>
  weights?: HeatWeights
}

export interface TopicRun {
  topics: Topic[]
  events: TopicEvent[]
}

/** A topic needs this many voices, or this many matters. */
const MIN_VOICES = 4
const MIN_MATTERS = 3

/** Issues many voices speak of, the hottest first. Pure; the order of `voices` does not matter. */
export function detectTopics(voices: readonly TopicVoice[], options: TopicOptions): Topic[] {
  return runTopics(voices, options).topics
}

/** The same, with what became of the topics of the last run. */
export function runTopics(voices: readonly TopicVoice[], options: TopicOptions): TopicRun {
  const latest = dayOf(options.now.toISOString()) ?? Infinity
  const ordered = inOrder(voices).filter((voice) => (dayOf(voice.createdAt) ?? 0) <= latest)
  const grouped = groupVoices(ordered, options)
  const span = spanOf(ordered, latest)
  const built = grouped.issues
    .filter((issue) => isTopic(grouped, issue))
    .map((issue) => buildTopic(grouped, issue, span, options.weights))
    .sort(
      (a, b) =>
        b.heat - a.heat || b.voices - a.voices || compareFirst(a.members[0]?.voiceId, b.members[0]?.voiceId),
    )
  const named = built.map((topic) => ({
    title: topic.title,
    voiceIds: topic.members.map((member) => member.voiceId),
  }))
  const { ids, events } = assignIds(named, options.previous ?? [])
  const topics = built.map((topic, position) => ({ id: ids[position] ?? '', rank: position + 1, ...topic }))
  return { topics, events }
}

function isTopic(grouped: GroupedVoices, issue: readonly number[]): boolean {
  const voices = issue.reduce((sum, item) => sum + (grouped.items[item]?.members.length ?? 0), 0)
  if (voices >= MIN_VOICES) return true
  return new Set(issue.map((item) => grouped.matterOf[item])).size >= MIN_MATTERS
}

function spanOf(voices: readonly TopicVoice[], latest: number): DataSpan {
  let start = Infinity
  let end = -Infinity
  for (const voice of voices) {
    const day = dayOf(voice.createdAt)
    if (day === null) continue
    start = Math.min(start, day)
    end = Math.max(end, day)
  }
  return Number.isFinite(start) ? { start, end } : { start: latest, end: latest }
}

function compareFirst(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
