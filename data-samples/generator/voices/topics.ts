import { type Day, dayOf } from '../calendar.ts'
import { type Matter } from '../matters.ts'
import { type Street } from '../places.ts'
import { type Random } from '../prng.ts'
import { type Slots } from '../template.ts'
import { readTexts, type TextEntry } from '../texts.ts'
import { placeSlots } from './slots.ts'

/** A planted hot topic: a place, a period, how many voices of which kind, and what they say. */
export interface PlantedTopic {
  id: string
  title: string
  matter: Matter
  street: Street
  /** The concrete place, named in several ways. */
  place: string
  placeForms: string[]
  from: Day
  to: Day
  /** Where in the period the wave is highest, 0 to 1. */
  peak: number
  petitions: number
  suggestions: number
  comments: number
  entry: TextEntry
}

/**
 * Reads the topics. Fields: 标题 | 一级/二级/三级 | 单位 | 街道 | 地点/别称/别称 | 起 止 峰 | 信n 议n 评n.
 */
export function readTopics(streets: readonly Street[]): PlantedTopic[] {
  return readTexts('topics').map((entry) => topicOf(entry, streets))
}

function topicOf(entry: TextEntry, streets: readonly Street[]): PlantedTopic {
  const field = (index: number): string => entry.fields[index] ?? ''
  const street = streets.find(({ name }) => name === field(3))
  if (!street) throw new Error(`${entry.name}: no street ${field(3)}`)
  const placeForms = field(4).split('/')
  const [from = '', to = '', peak = '0.5'] = field(5).split(' ')
  const count = (mark: string): number => Number(new RegExp(`${mark}(\\d+)`).exec(field(6))?.[1] ?? 0)
  return {
    id: entry.name,
    title: field(0),
    matter: topicMatter(entry, field(0), field(1), field(2)),
    street,
    place: placeForms[0] ?? '',
    placeForms,
    from: dayOf(from),
    to: dayOf(to),
    peak: Number(peak),
    petitions: count('信'),
    suggestions: count('议'),
    comments: count('评'),
    entry,
  }
}

function topicMatter(entry: TextEntry, name: string, path: string, agencyCode: string): Matter {
  const [first = '', second = '', third = ''] = path.split('/')
  return {
    name,
    levels: [first, second, third],
    agencyCode,
    weight: 0,
    setting: 'any',
    season: new Set<number>(),
    titles: entry.lines('题'),
    facts: entry.lines('事'),
    harms: entry.lines('害'),
    asks: entry.lines('求'),
    findings: entry.lines('查'),
    measures: entry.lines('办'),
  }
}

export function topicSlots(random: Random, topic: PlantedTopic, day: Day): Slots {
  const slots = placeSlots(random, topic.street, day)
  return { ...slots, 小区: topic.place, 地: () => random.pick(topic.placeForms) }
}

/** A day of the wave: triangular around the peak. */
export function topicDay(random: Random, topic: PlantedTopic): Day {
  const length = topic.to - topic.from
  const spread = (random.next() + random.next() + random.next()) / 3 - 0.5
  const position = Math.min(1, Math.max(0, topic.peak + spread * 1.4))
  return topic.from + Math.round(position * length)
}
