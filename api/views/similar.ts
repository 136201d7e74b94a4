import { promisesOf } from '#analysis'
import type { SimilarHit, VoiceKind } from '../contract/index.ts'

const EXCERPT = 150
/** A hit at least this like the draft, and half as like as the best one, is of its family. */
const FAMILY = { least: 0.16, ofBest: 0.5 }

/** Result classes of suggestions as offices file them. */
const outcomeWords: Readonly<Record<string, string>> = {
  A: 'A 类（已解决或采纳）',
  B: 'B 类（列入计划解决）',
  C: 'C 类（暂不能解决）',
}

export interface HitRow {
  voice_id: string
  kind: string
  record_id: string
  title: string | null
  body: string | null
  created_date: string | null
  year: number | null
  district_name: string | null
  unit_name: string | null
  is_replied: boolean
  is_late: boolean | null
  reply: string | null
  outcome: string | null
  matter_id: string | null
}

export interface Found {
  readonly id: string
  readonly likeness: number
  readonly shared: readonly string[]
}

export function toSimilarHit(row: HitRow, found: Found, best: number): SimilarHit {
  return {
    voiceId: row.voice_id,
    kind: row.kind as VoiceKind,
    recordId: row.record_id,
    title: row.title,
    excerpt: excerptAround(row.body ?? '', found.shared),
    createdDate: row.created_date,
    year: row.year,
    district: row.district_name,
    unit: row.unit_name,
    isReplied: row.is_replied,
    isLate: row.is_late,
    outcome: outcomeWords[row.outcome ?? ''] ?? row.outcome,
    promises: row.reply === null ? [] : promisesOf(row.reply),
    likeness: found.likeness,
    isFamily: found.likeness >= FAMILY.least && found.likeness >= FAMILY.ofBest * best,
    shared: [...found.shared],
  }
}

/** The stretch of the body that holds most of the shared words. */
function excerptAround(body: string, words: readonly string[]): string {
  const text = body.replace(/\s+/gu, ' ').trim()
  const starts = words.map((word) => text.indexOf(word)).filter((at) => at >= 0)
  const counts = starts.map((start) => starts.filter((at) => at >= start && at < start + EXCERPT - 20).length)
  const most = Math.max(0, ...counts)
  const chosen = Math.min(...starts.filter((_, index) => counts[index] === most), text.length)
  const from = starts.length === 0 || chosen < 40 ? 0 : chosen - 20
  const piece = text.slice(from, from + EXCERPT)
  return `${from > 0 ? '…' : ''}${piece}${from + EXCERPT < text.length ? '…' : ''}`
}
