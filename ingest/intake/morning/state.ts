import type { Source } from '../declare/source.ts'
import type { RefusedFile } from '../folder/refused.ts'
import type { SourceEvent } from '../run/log.ts'
import { graceMs } from '../schedule/due.ts'
import { lastOccurrence } from '../schedule/occurrences.ts'
import { addWorkdays, shanghaiDay, toInstant, workdaysBetween } from '#calendar'
import { clockText, dayText } from './words.ts'

/** How a source stands on a morning, worst words first in importance. */
export type MorningState =
  | 'broken'
  | 'missed'
  | 'failed'
  | 'absent'
  | 'unbalanced'
  | 'quarantined'
  | 'late'
  | 'running'
  | 'waiting'
  | 'never'
  | 'paused'
  | 'arrived'

export interface Standing {
  readonly state: MorningState
  readonly reason: string
  /** When data was due; null without a schedule and a freshness term. */
  readonly dueAt: Date | null
  readonly arrivedAt: Date | null
}

/** The newest events of one source, by what they say. */
export interface History {
  readonly started: SourceEvent | null
  readonly ended: SourceEvent | null
  /** Ended with rows, new or the same as before. */
  readonly arrival: SourceEvent | null
  /** Ended without a failure, rows or not. */
  readonly success: SourceEvent | null
  /** Ended with rows that were new. */
  readonly news: SourceEvent | null
  readonly missed: SourceEvent | null
  /** When the schedule as it stands, or a source without one, was first met. */
  readonly declared: SourceEvent | null
  readonly isPaused: boolean
}

export function historyOf(events: readonly SourceEvent[]): History {
  const ended = events.filter((event) => event.type === 'ended')
  const withOutcome = (...outcomes: string[]) =>
    newest(ended.filter((event) => outcomes.includes(event.outcome ?? '')))
  const paused = newest(events.filter((event) => event.type === 'paused' || event.type === 'resumed'))
  return {
    started: newest(events.filter((event) => event.type === 'started')),
    ended: newest(ended),
    arrival: withOutcome('arrived', 'unchanged'),
    success: withOutcome('arrived', 'unchanged', 'empty'),
    news: withOutcome('arrived'),
    missed: newest(events.filter((event) => event.type === 'missed')),
    declared: newest(events.filter((event) => event.type === 'declared')),
    isPaused: paused?.type === 'paused',
  }
}

function newest(events: readonly SourceEvent[]): SourceEvent | null {
  return events.reduce<SourceEvent | null>(
    (last, event) => (last === null || order(event) > order(last) ? event : last),
    null,
  )
}

function order(event: SourceEvent): string {
  return `${event.happened_at}|${event.event_id}`
}

/** What was planned and what followed. */
export interface Circumstances {
  /** The last planned time, or null without a schedule. */
  readonly dueAt: Date | null
  /** The first success that belongs to it: see `servesFrom`. */
  readonly servedAt: Date | null
  /** Rows of the source still in quarantine. */
  readonly openRows: number
  /** Loads whose totals do not match and were not explained. */
  readonly unbalanced: number
  /** Files that were refused and have not come again. */
  readonly refused: readonly RefusedFile[]
  /** When the system first knew of the source; UTC instant. */
  readonly knownSince: string | null
  readonly now: Date
}

/** The last planned time of a source up to `now`; what lies before the schedule was met for the first time was never promised. */
export function dueTime({ settings }: Source, { declared }: History, now: Date): Date | null {
  if (settings.schedule === undefined || declared === null) return null
  const last = lastOccurrence(settings.schedule, now)
  return last !== null && last > new Date(declared.happened_at) ? last : null
}

/** From when on a success belongs to the planned time: from it on, or, for files, already after the one before. */
export function servesFrom({ type, settings }: Source, dueAt: Date): Date {
  if (type !== 'folder' || settings.schedule === undefined) return dueAt
  const before = lastOccurrence(settings.schedule, new Date(dueAt.getTime() - 1000))
  return before === null ? dueAt : new Date(before.getTime() + 1000)
}

interface Verdict {
  readonly state: MorningState
  readonly reason: string
}

/** Where a source stands: what was due, what came, and why not. */
export function standingOf(source: Source, history: History, circumstances: Circumstances): Standing {
  const { dueAt } = circumstances
  const arrivedAt = timeOf(history.arrival)
  const at = (state: MorningState, reason: string): Standing => ({ state, reason, dueAt, arrivedAt })
  if (history.isPaused) return at('paused', '已暂停，到点不取，也不提醒')
  if (isRunning(history)) return at('running', '正在接入')
  const bad =
    sentBack(history, circumstances) ?? failure(history, dueAt) ?? lacking(source, history, circumstances)
  return bad ? at(bad.state, bad.reason) : condition(source, history, circumstances)
}

function isRunning({ started, ended }: History): boolean {
  return started !== null && (ended === null || order(started) > order(ended))
}

/** The last run failed, and none succeeded since. A source that did not deliver is 没到; trouble of ours is 失败. */
function failure({ ended }: History, dueAt: Date | null): Verdict | null {
  if (ended?.outcome !== 'failed') return null
  const isTheirs = (ended.error_code ?? '').startsWith('source_') && ended.error_code !== 'source_interrupted'
  const due = dueAt === null ? '' : `${clockText(dueAt)} 应到；`
  return { state: isTheirs ? 'absent' : 'failed', reason: `${due}${ended.message ?? '接入没有完成'}` }
}

/** Refused files wait for someone, however many runs have found nothing since; another failure is told first. */
function sentBack({ ended }: History, { refused }: Circumstances): Verdict | null {
  const [first] = refused
  if (first === undefined) return null
  const isOtherFailure = !refused.some(({ reason }) => ended?.message?.startsWith(reason))
  if (ended?.outcome === 'failed' && isOtherFailure) return null
  const others = refused.length > 1 ? `等 ${refused.length} 个文件` : ''
  const reason = `${first.name}${others}被退回：${first.reason}`
  return { state: 'failed', reason: `${reason.replace(/。?$/, '；')}${refusedAdvice}` }
}

const refusedAdvice = '改好后放回监控文件夹，同名文件接入后这一条就没有了；不用了，把 refused 里的原件移走。'

/** Nothing came although it was due: no run at all, a run that found nothing, or no news for too long. */
function lacking(source: Source, history: History, circumstances: Circumstances): Verdict | null {
  const { dueAt, servedAt, now } = circumstances
  const hasTerm = source.settings.freshness !== undefined
  if (dueAt !== null && servedAt === null) {
    const looked = history.success !== null && new Date(history.success.happened_at) >= dueAt
    if (!looked) return unserved(source, history, dueAt, now)
    if (!hasTerm)
      return {
        state: 'absent',
        reason: `${clockText(dueAt)} 应到；监控文件夹里没有新文件${added(history.success)}`,
      }
  }
  const stale = staleness(source, history, circumstances)
  if (stale) return stale
  if (history.success === null) return { state: 'never', reason: '还没有接入过数据' }
  if (history.arrival !== null) return null
  const why = history.success.message ?? '来源正常'
  return { state: 'never', reason: `还没有到过数据：${why}` }
}

/** What the run itself said, as a second clause. */
function added(event: SourceEvent | null): string {
  return event?.message ? `；${event.message}` : ''
}

function unserved(source: Source, { missed }: History, dueAt: Date, now: Date): Verdict | null {
  const { schedule } = source.settings
  if (missed?.planned_at === toInstant(dueAt))
    return { state: 'missed', reason: `${clockText(dueAt)} 应取；${missed.message ?? '到点没有运行'}` }
  if (schedule === undefined) return null
  if (now.getTime() - dueAt.getTime() <= graceMs(schedule))
    return { state: 'waiting', reason: `${clockText(dueAt)} 应到，还在等待时限内` }
  return { state: 'missed', reason: `${clockText(dueAt)} 应取，到点没有运行` }
}

/** No new rows for more working days than the source's term; before the first, since the source is known. */
function staleness(
  { settings }: Source,
  { news }: History,
  { knownSince, now }: Circumstances,
): Verdict | null {
  const { freshness } = settings
  const since = news?.happened_at ?? knownSince
  if (freshness === undefined || since === null) return null
  const last = shanghaiDay(new Date(since))
  const today = shanghaiDay(now)
  if (addWorkdays(last, freshness.workdays) >= today) return null
  const passed = workdaysBetween(last, today)
  const term = `期限 ${freshness.workdays} 个工作日`
  const reason =
    news === null
      ? `还没有到过新数据：登记以来已 ${passed} 个工作日（${term}）`
      : `已 ${passed} 个工作日没有新数据（${term}），最近一次是 ${dayText(last)}`
  return { state: 'absent', reason }
}

/** It came: whole, late, not balanced, or with rows in quarantine. */
function condition(source: Source, history: History, circumstances: Circumstances): Standing {
  const { arrival, success } = history
  const { dueAt, openRows, unbalanced } = circumstances
  const at = (state: MorningState, reason: string): Standing => ({
    state,
    reason,
    dueAt,
    arrivedAt: timeOf(arrival),
  })
  if (success?.error_code === 'source_short') return at('unbalanced', success.message ?? '取到的比对方说的少')
  if (unbalanced > 0) return at('unbalanced', `有 ${unbalanced} 个文件的合计与明细对不上`)
  if (openRows > 0) return at('quarantined', `有 ${openRows} 行在隔离区，没有计入数字`)
  const late = lateness(source, history, circumstances)
  return late === null ? at('arrived', arrivedReason(success)) : at('late', late)
}

/** In words, when the planned data came long after its time. */
function lateness(
  { settings: { schedule } }: Source,
  { missed }: History,
  { dueAt, servedAt }: Circumstances,
): string | null {
  if (schedule === undefined || dueAt === null || servedAt === null) return null
  if (servedAt.getTime() - dueAt.getTime() <= graceMs(schedule)) return null
  const cause = missed?.planned_at === toInstant(dueAt) ? `（${missed.message ?? '到点没有运行'}）` : ''
  return `${clockText(dueAt)} 应到，${clockText(servedAt)} 才到${cause}`
}

function arrivedReason(success: SourceEvent | null): string {
  if (success?.message) return success.message
  if (success?.outcome === 'empty') return '来源正常，没有新记录'
  if (success?.outcome === 'unchanged') return '与上次相同，没有新记录'
  return `新增或变化 ${success?.rows_accepted ?? 0} 行`
}

function timeOf(event: SourceEvent | null): Date | null {
  return event === null ? null : new Date(event.happened_at)
}
