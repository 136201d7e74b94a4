import { dayOf, spokenDate } from './calendar.ts'
import type { Campaign } from '../matters/campaigns.ts'
import { WINDOW_DAYS, type Growth } from './growth.ts'
import type { Lifecycle } from './lifecycle.ts'

export interface Description {
  title: string
  days: readonly number[]
  voices: number
  matters: number
  authors: number
  place: string | null
  people: readonly string[]
  keywords: readonly string[]
  growth: Growth
  lifecycle: Lifecycle
  campaign: Campaign | null
}

/** Keywords a sentence bears. */
const MOST_WORDS = 4
/** From this many letters on, the busiest four weeks are worth a sentence. */
const WORTH_A_PEAK = 8

/** Whom letters speak of rather than come from. */
const NOT_WRITERS = new Set(['儿童', '孩子', '老人', '老师'])

const STANDING: Record<Lifecycle, string> = {
  萌芽: '刚开始出现',
  上升: '近四周仍在增多',
  高位: '近四周仍在高位',
  回落: '近四周已回落',
  反弹: '沉寂后近四周又多了起来',
}

/** What a research office could paste: when, who, how many, about what, when most, where it stands; facts only. */
export function describe(topic: Description): string {
  const count = `${topic.authors}人反映${topic.voices}件（${topic.matters}个事项）`
  const about = topic.keywords
    .filter((word) => word !== topic.place && !topic.title.includes(word))
    .slice(0, MOST_WORDS)
  const said = about.length > 1 ? `，集中说到${about.join('、')}` : ''
  const sentences = [`${period(topic.days)}${whoOf(topic)}${count}${said}。`]
  if (topic.voices >= WORTH_A_PEAK) sentences.push(peakOf(topic))
  if (topic.campaign) sentences.push(`${topic.campaign.label}：${topic.campaign.evidence}。`)
  return sentences.join('')
}

/** 云栖半岛业主等; empty when the letters name neither. */
function whoOf({ place, people }: Description): string {
  const who = people.find((one) => !NOT_WRITERS.has(one))
  if (who !== undefined) return `${place ?? ''}${who}等`
  return place === null ? '' : `${place}一带`
}

function peakOf({ growth, lifecycle }: Description): string {
  const end = growth.peakStart + WINDOW_DAYS - 1
  const span = `${spokenDate(growth.peakStart)}至${spokenDate(end, growth.peakStart)}`
  return `最多的四周（${span}）${growth.peak}件，${STANDING[lifecycle]}。`
}

function period(days: readonly number[]): string {
  if (days.length === 0) return ''
  const first = days.reduce((a, b) => Math.min(a, b))
  const last = days.reduce((a, b) => Math.max(a, b))
  return first === last ? `${spokenDate(first)}，` : `${spokenDate(first)}至${spokenDate(last, first)}，`
}

/** Local days of the dated voices. */
export function daysOf(timestamps: readonly (string | null)[]): number[] {
  return timestamps.flatMap((timestamp) => dayOf(timestamp) ?? [])
}
