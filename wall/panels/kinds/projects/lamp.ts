import { toDay } from '#calendar'
import type { PanelStatus } from '#contract'

/** A livelihood project as it was last reported. */
export interface Project {
  readonly record_key: string
  readonly year: number
  readonly title: string
  readonly lead_unit: string | null
  readonly target: string | null
  readonly planned_at: string | null
  /** 0 to 1; null without a report. */
  readonly progress: number | null
  readonly status: string | null
  readonly budget: string | null
  readonly votes_rank: number | null
  readonly reported_at: string | null
}

export interface Lamp {
  readonly colour: '绿' | '黄' | '红' | '灰'
  readonly word: string
  readonly status: PanelStatus
  /** Share that was to be done by the report's day; null without a planned day. */
  readonly expected: number | null
}

/**
 * The lamp of a project, by the rule written under the lamps: grey without a report; green when done, or done no less
 * than the share of the time from 1 January to the planned day that had passed on the day of the report; yellow when
 * behind by at most `tolerance` (a share); red when further behind, or not done after the planned day.
 */
export function lampOf(project: Project, today: string, tolerance: number): Lamp {
  const { progress, planned_at, reported_at } = project
  const expected = expectedAt(project, reported_at ?? today)
  if (progress === null) return { colour: '灰', word: '无报告', status: null, expected }
  if (progress >= 1) return { colour: '绿', word: '完成', status: 'ok', expected }
  if (planned_at !== null && planned_at < today)
    return { colour: '红', word: '逾期', status: 'bad', expected }
  if (expected === null) return { colour: '灰', word: '无计划日', status: null, expected }
  const behind = expected - progress
  if (behind <= 0) return { colour: '绿', word: '按期', status: 'ok', expected }
  return behind <= tolerance
    ? { colour: '黄', word: '稍慢', status: 'warn', expected }
    : { colour: '红', word: '滞后', status: 'bad', expected }
}

function expectedAt({ year, planned_at }: Project, day: string): number | null {
  const [start, end, at] = [toDay(`${year}-01-01`), toDay(planned_at), toDay(day)]
  if (start === null || end === null || at === null || end <= start) return null
  return Math.min(1, Math.max(0, (at - start) / (end - start)))
}

/** The rule in words, as it stands under the lamps. */
export function lampRule(tolerance: number): string {
  const points = Math.round(tolerance * 100)
  return `绿：完成或不慢于时间进度；黄：慢 ${points} 个百分点以内；红：慢得更多，或过了计划日未完成；灰：没有进度报告`
}
