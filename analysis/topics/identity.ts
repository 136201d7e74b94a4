/** What is remembered of a topic from an earlier run. */
export interface PreviousTopic {
  id: string
  title: string
  voiceIds: readonly string[]
}

export interface TopicEvent {
  kind: 'new' | 'kept' | 'renamed' | 'merged' | 'split' | 'ended'
  topicId: string
  /** The other topic of a merge or split. */
  otherId?: string
  /** The topic's title now; of one that ended or was merged, its last. */
  title: string
  /** Its title before a renaming, or the other topic's. */
  otherTitle?: string
  /** Voices now, and in the last run; 0 where it was not there. */
  voices: number
  voicesBefore: number
}

interface NamedTopic {
  title: string
  /** Ordered: the earliest voices first. */
  voiceIds: readonly string[]
}

/** Share of the smaller side two topics must have in common to be one. */
const SAME = 0.5
/** … and, to report a merge or split, this share of the smaller side. */
const PART = 0.5

/**
 * Ids that stay while data is added: a topic takes the id of the earlier topic it shares most voices with; otherwise
 * its id comes from its earliest voice. Merges, splits, renames and ends are returned as events, in order of id.
 */
export function assignIds(
  topics: readonly NamedTopic[],
  previous: readonly PreviousTopic[],
): { ids: string[]; events: TopicEvent[] } {
  const overlaps = findOverlaps(topics, previous)
  const ids: (string | undefined)[] = topics.map(() => undefined)
  const taken = new Map<string, number>()
  for (const { topic, earlier, share } of overlaps) {
    const id = previous[earlier]?.id
    if (id === undefined || share < SAME || ids[topic] !== undefined || taken.has(id)) continue
    ids[topic] = id
    taken.set(id, topic)
  }
  const retired = new Set(previous.map((topic) => topic.id))
  const assigned = topics.map((topic, position) => {
    const kept = ids[position]
    if (kept !== undefined) return kept
    const id = freshId(topic, (candidate) => taken.has(candidate) || retired.has(candidate))
    taken.set(id, position)
    return id
  })
  return { ids: assigned, events: eventsOf(topics, assigned, previous, taken, overlaps) }
}

interface Overlap {
  topic: number
  earlier: number
  common: number
  share: number
}

function findOverlaps(topics: readonly NamedTopic[], previous: readonly PreviousTopic[]): Overlap[] {
  const topicOf = new Map<string, number>()
  topics.forEach((topic, position) => {
    for (const voice of topic.voiceIds) topicOf.set(voice, position)
  })
  const overlaps: Overlap[] = []
  previous.forEach((topic, earlier) => {
    const counts = new Map<number, number>()
    for (const voice of topic.voiceIds) {
      const now = topicOf.get(voice)
      if (now !== undefined) counts.set(now, (counts.get(now) ?? 0) + 1)
    }
    for (const [now, common] of counts) {
      const smaller = Math.min(topic.voiceIds.length, topics[now]?.voiceIds.length ?? 0)
      overlaps.push({ topic: now, earlier, common, share: common / (smaller || 1) })
    }
  })
  const idOf = (overlap: Overlap): string => previous[overlap.earlier]?.id ?? ''
  return overlaps.sort((a, b) => b.common - a.common || b.share - a.share || (idOf(a) < idOf(b) ? -1 : 1))
}

function freshId(topic: NamedTopic, isTaken: (id: string) => boolean): string {
  for (let count = 1; ; count++) {
    const id = `T${hashText(topic.voiceIds.slice(0, count).join('|') + (count > topic.voiceIds.length ? `#${count}` : ''))}`
    if (!isTaken(id)) return id
  }
}

interface OtherTopic {
  id?: string
  title: string
}

type Tell = (kind: TopicEvent['kind'], topicId: string, other?: OtherTopic) => void

function tellOne(id: string, now: NamedTopic, before: NamedTopic | undefined, tell: Tell): void {
  if (before === undefined) tell('new', id)
  else if (before.title === now.title) tell('kept', id)
  else tell('renamed', id, { title: before.title })
}

function eventOf(
  kind: TopicEvent['kind'],
  topicId: string,
  now: NamedTopic | undefined,
  before: NamedTopic | undefined,
  other: OtherTopic | undefined,
): TopicEvent {
  return {
    kind,
    topicId,
    ...(other?.id === undefined ? {} : { otherId: other.id }),
    title: now?.title ?? before?.title ?? '',
    ...(other === undefined ? {} : { otherTitle: other.title }),
    voices: now?.voiceIds.length ?? 0,
    voicesBefore: before?.voiceIds.length ?? 0,
  }
}

function eventsOf(
  topics: readonly NamedTopic[],
  ids: readonly string[],
  previous: readonly PreviousTopic[],
  taken: ReadonlyMap<string, number>,
  overlaps: readonly Overlap[],
): TopicEvent[] {
  const before = new Map(previous.map((topic) => [topic.id, topic]))
  const now = new Map(topics.map((topic, position) => [ids[position] ?? '', topic]))
  const events: TopicEvent[] = []
  const tell: Tell = (kind, topicId, other) => {
    events.push(eventOf(kind, topicId, now.get(topicId), before.get(topicId), other))
  }
  for (const [id, topic] of now) tellOne(id, topic, before.get(id), tell)
  const merged = new Set<string>()
  for (const { topic, earlier, share } of overlaps) {
    const was = previous[earlier]
    const is = ids[topic] ?? ''
    if (was === undefined || share < PART || was.id === is) continue
    if (taken.has(was.id)) tell('split', is, { id: was.id, title: was.title })
    else {
      merged.add(was.id)
      tell('merged', was.id, { id: is, title: now.get(is)?.title ?? '' })
    }
  }
  const ended = previous.filter(({ id }) => !taken.has(id) && !merged.has(id))
  for (const { id } of ended) tell('ended', id)
  return events.sort((a, b) =>
    a.topicId < b.topicId ? -1 : a.topicId > b.topicId ? 1 : a.kind < b.kind ? -1 : 1,
  )
}

/** 64 bits of FNV-1a over UTF-16 code units, in hexadecimal. */
export function hashText(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
