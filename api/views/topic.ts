import type { HeatPart, TopicCampaign, TopicSummary, TrendWeek } from '../contract/index.ts'
import { isRecord, parseJson, toTexts } from '../json-text.ts'

export interface TopicRow {
  topic_id: string
  position: number
  title: string
  description: string | null
  heat: number
  voices: number
  matters: number
  voices_in_filter: number
  growth: number | null
  expected: number | null
  expected_low: number | null
  expected_high: number | null
  breadth: number
  unresolved_share: number | null
  from_date: string | null
  to_date: string | null
  places: string | null
  people: string | null
  category_1: string | null
  lifecycle: string | null
  keywords: string | null
  campaign: string | null
}

export function toTopicSummary(row: TopicRow): TopicSummary {
  return {
    id: row.topic_id,
    rank: row.position,
    title: row.title,
    description: row.description ?? '',
    heat: row.heat,
    voices: row.voices,
    matters: row.matters,
    voicesInFilter: row.voices_in_filter,
    growth: row.growth,
    expected: row.expected,
    expectedLow: row.expected_low,
    expectedHigh: row.expected_high,
    breadth: row.breadth,
    unresolvedShare: row.unresolved_share,
    from: row.from_date,
    to: row.to_date,
    places: toTexts(row.places),
    people: toTexts(row.people),
    category: row.category_1,
    lifecycle: row.lifecycle,
    keywords: toTexts(row.keywords),
    campaign: toCampaign(parseJson(row.campaign)),
  }
}

function toCampaign(value: unknown): TopicCampaign | null {
  if (!isRecord(value)) return null
  return {
    label: typeof value['label'] === 'string' ? value['label'] : '',
    copies: Number(value['copies'] ?? 0),
    evidence: typeof value['evidence'] === 'string' ? value['evidence'] : '',
  }
}

const partLabels: Readonly<Record<string, string>> = {
  volume: '件数',
  growth: '增长',
  breadth: '广度',
  likes: '点赞',
  unresolved: '未办结',
}

/** The terms of the heat in a fixed order; terms a later version adds follow. */
export function toHeatParts(text: string | null): HeatPart[] {
  const parts = parseJson(text)
  if (!isRecord(parts)) return []
  const order = [...Object.keys(partLabels), ...Object.keys(parts)]
  return [...new Set(order)].flatMap((name) => {
    const part = parts[name]
    return isRecord(part) ? [toHeatPart(name, part)] : []
  })
}

function toHeatPart(name: string, part: Record<string, unknown>): HeatPart {
  return {
    name,
    label: partLabels[name] ?? name,
    value: typeof part['value'] === 'number' ? part['value'] : null,
    score: Number(part['score'] ?? 0),
    weight: Number(part['weight'] ?? 0),
    explain: typeof part['explain'] === 'string' ? part['explain'] : '',
  }
}

export function toTrendWeek(row: {
  week_start: string
  voices: number
  expected: number | null
  expected_low: number | null
  expected_high: number | null
}): TrendWeek {
  return {
    weekStart: row.week_start,
    voices: row.voices,
    expected: row.expected,
    expectedLow: row.expected_low,
    expectedHigh: row.expected_high,
  }
}
