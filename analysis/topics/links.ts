import type { Segment } from './voice.ts'

/** A suggestion, budget project, contract or payment a topic may be linked with. */
export interface Linkable {
  kind: LinkKind
  /** The record: voice id of a suggestion, record key of the others. */
  ref: string
  label: string | null
  title: string
  /** Further text, e.g. the body of a suggestion. */
  body?: string
  unit: string | null
  place?: string | null
  /** Decimal text, 元. */
  amount?: string | null
  paid?: string | null
  date: string | null
}

export type LinkKind = 'suggestion' | 'project' | 'procurement' | 'payment'

/** What of a topic is looked for in records. */
export interface LinkSubject {
  id: string
  title: string
  /** Most telling first. */
  keywords: readonly string[]
  places: readonly string[]
  /** Units that handle the topic's letters. */
  units: readonly string[]
  voiceIds: readonly string[]
}

export interface TopicLink {
  topicId: string
  record: Linkable
  /** 0 to 1. */
  score: number
  /** One Chinese sentence: what they share. */
  why: string
}

/** Most links of one kind a topic shows. */
const MOST = 6
/** Words in more records than this share say nothing about the subject. */
const COMMON = 0.05
/** Rarity of shared words that counts fully. */
const FULL_WORDS = 16
const WEIGHTS = { words: 0.6, place: 0.25, unit: 0.15 }
const MIN_SCORE = { suggestion: 0.42, project: 0.35, procurement: 0.35, payment: 0.35 }
const EMPTY = new Set(
  '问题 项目 工作 建设 管理 服务 经费 专项 其他 关于 建议 加强 进一步 推进 情况 相关 单位 资金'.split(' '),
)

/**
 * Records that speak of a topic's subject, at its place or from its units: shared words weighted by their rarity among
 * the records of the kind (BM25's idf), the place named in the record, and the unit. Words are required; place and unit
 * only strengthen. Deterministic, in order of topic and score.
 */
export function linkTopics(
  topics: readonly LinkSubject[],
  records: readonly Linkable[],
  segment: Segment,
): TopicLink[] {
  const kinds = [...new Set(records.map(({ kind }) => kind))].sort()
  const indexes = kinds.map((kind) =>
    indexOf(
      records.filter((record) => record.kind === kind),
      segment,
    ),
  )
  return topics.flatMap((topic) => {
    const words = subjectWords(topic, segment)
    return indexes.flatMap((index) => linksOf(topic, words, index))
  })
}

interface RecordIndex {
  records: readonly Linkable[]
  holders: Map<string, number[]>
}

function indexOf(records: readonly Linkable[], segment: Segment): RecordIndex {
  const holders = new Map<string, number[]>()
  records.forEach((record, position) => {
    for (const word of new Set(segment(`${record.title}\n${record.body ?? ''}`))) {
      if (word.length < 2 || EMPTY.has(word)) continue
      const list = holders.get(word)
      if (list) list.push(position)
      else holders.set(word, [position])
    }
  })
  return { records, holders }
}

/** Keywords, and the words of the title; a word of both counts more. Names of places are looked for separately. */
function subjectWords(topic: LinkSubject, segment: Segment): Map<string, number> {
  const words = new Map<string, number>()
  topic.keywords.forEach((word, order) => words.set(word, order < 4 ? 1 : 0.7))
  for (const word of segment(topic.title)) {
    if (word.length >= 2) words.set(word, Math.min(1.3, (words.get(word) ?? 0) + 0.6))
  }
  for (const word of words.keys())
    if (EMPTY.has(word) || topic.places.some((place) => place.includes(word))) words.delete(word)
  return words
}

function linksOf(topic: LinkSubject, words: ReadonlyMap<string, number>, index: RecordIndex): TopicLink[] {
  const own = new Set(topic.voiceIds)
  const shared = new Map<number, { sum: number; words: string[] }>()
  for (const [word, weight] of words) {
    const holders = index.holders.get(word) ?? []
    if (holders.length > Math.max(5, COMMON * index.records.length)) continue
    const rarity = Math.log(1 + (index.records.length - holders.length + 0.5) / (holders.length + 0.5))
    for (const position of holders) {
      const entry = shared.get(position) ?? { sum: 0, words: [] }
      entry.sum += weight * rarity
      entry.words.push(word)
      shared.set(position, entry)
    }
  }
  return [...shared]
    .flatMap(([position, found]) => {
      const record = index.records[position]
      if (!record || found.words.length < 2) return []
      const link = judge(topic, record, found, own)
      return link.score >= MIN_SCORE[record.kind] ? [link] : []
    })
    .sort((a, b) => b.score - a.score || (a.record.ref < b.record.ref ? -1 : 1))
    .slice(0, MOST)
}

function judge(
  topic: LinkSubject,
  record: Linkable,
  found: { sum: number; words: string[] },
  own: ReadonlySet<string>,
): TopicLink {
  const text = `${record.title}${record.body ?? ''}${record.place ?? ''}`
  const place = topic.places.find((name) => name.length >= 2 && text.includes(name))
  const unit = record.unit !== null && topic.units.includes(record.unit) ? record.unit : undefined
  const score =
    WEIGHTS.words * Math.min(1, found.sum / FULL_WORDS) +
    (place === undefined ? 0 : WEIGHTS.place) +
    (unit === undefined ? 0 : WEIGHTS.unit)
  const reasons = [
    ...(own.has(record.ref) ? ['已归入本热点'] : []),
    ...(place === undefined ? [] : [`同一地点“${place}”`]),
    ...(unit === undefined ? [] : [`同一承办单位“${unit}”`]),
    `都说到“${found.words.slice(0, 4).join('”“')}”`,
  ]
  return { topicId: topic.id, record, score: Math.round(score * 1000) / 1000, why: reasons.join('，') }
}
