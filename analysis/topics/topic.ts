import type { Campaign } from '../matters/campaigns.ts'
import type { HeatParts } from './heat.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { TopicWeek } from './weeks.ts'

export interface TopicMember {
  voiceId: string
  /** Voices of one matter share it. */
  matterId: string
  /** Mean likeness to the other members, 0 to 1. */
  similarity: number
  isTypical: boolean
}

/** A group of voices about one issue. */
export interface Topic {
  /** Stays while data is added (see `assignIds`). */
  id: string
  /** 1 is the hottest. */
  rank: number
  title: string
  description: string
  /** 0–100. */
  heat: number
  heatParts: HeatParts
  /** 件数 */
  voices: number
  /** 事项数 */
  matters: number
  /** Distinct authors. */
  authors: number
  /** Busiest four weeks against expectation: how many times, and the band expected. */
  growth: number
  expected: number
  expectedLow: number
  expectedHigh: number
  /** Distinct districts (sites, when no district is named). */
  breadth: number
  /** null when the sources do not say what has been answered. */
  unresolvedShare: number | null
  /** First and last local day, 'YYYY-MM-DD'; null when no member is dated. */
  from: string | null
  to: string | null
  places: string[]
  people: string[]
  /** Units that handle the voices, the most frequent first. */
  units: string[]
  category: string | null
  lifecycle: Lifecycle
  keywords: string[]
  campaign: Campaign | null
  weeks: TopicWeek[]
  /** Earliest first. */
  members: TopicMember[]
}
