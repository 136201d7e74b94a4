import { dayOf, spokenDate } from './calendar.ts'
import type { Campaign } from './campaign.ts'

export interface Description {
  days: readonly number[]
  voices: number
  matters: number
  authors: number
  place: string | null
  people: readonly string[]
  keywords: readonly string[]
  campaign: Campaign | null
}

/** Two sentences a research office could paste: when, how many, who, where, about what; facts only. */
export function describe(topic: Description): string {
  const who = topic.people[0] ?? '群众'
  const where = topic.place ?? ''
  const count = `${topic.authors}人反映${topic.voices}件（${topic.matters}个事项）`
  const about = topic.keywords.filter((word) => word !== topic.place).slice(0, 5)
  const sentences = [`${period(topic.days)}${count}。`]
  sentences.push(`主要是${where}${who}${about.length > 0 ? `，集中在${about.join('、')}` : ''}。`)
  if (topic.campaign) sentences.push(`${topic.campaign.label}：${topic.campaign.evidence}。`)
  return sentences.join('')
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
