import { isWorkday, shanghaiDay } from '#calendar'
import type { DaySchedule, PlaylistItem, WallScript } from '#contract'

const minuteMs = 60_000

/** The start of the Shanghai day of an instant, ms. */
export function dayStart(at: number): number {
  return startOf(shanghaiDay(new Date(at)))
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`)
}

/** What the schedule says of one instant: 0 full light to 1 black. */
export function lightAt(
  schedule: DaySchedule,
  at: number,
): { readonly dim: number; readonly isBlack: boolean } {
  const isRest = !isWorkday(shanghaiDay(new Date(at)))
  const isBlack =
    (isRest && schedule.restDays === 'black') || (schedule.black !== null && isWithin(schedule.black, at))
  if (isBlack) return { dim: 1, isBlack }
  const isDim =
    (isRest && schedule.restDays === 'dim') || (schedule.night !== null && isWithin(schedule.night, at))
  return { dim: isDim ? (schedule.night?.dim ?? defaultDim) : 0, isBlack }
}

/** Rest days are dimmed by this much when no night says how much. */
const defaultDim = 0.5

/** Whether an item of the playlist may come at an instant. */
export function mayPlay(item: PlaylistItem, script: WallScript, at: number): boolean {
  const day = shanghaiDay(new Date(at))
  if (item.days !== 'all' && (item.days === 'workdays') !== isWorkday(day)) return false
  if (item.term !== 'any') {
    const sits = script.sittings.some(({ from, to }) => from <= day && day <= to)
    if (sits !== (item.term === 'session')) return false
  }
  return isWithin({ from: item.from ?? '00:00', until: item.until ?? '00:00' }, at)
}

/** Half-open span of the day that may pass midnight; equal ends mean the whole day. */
function isWithin({ from, until }: { from: string; until: string }, at: number): boolean {
  const minute = Math.floor((at - dayStart(at)) / minuteMs)
  const [start, end] = [minuteOf(from), minuteOf(until)]
  if (start === end) return true
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The instants of an instant's Shanghai day at which the script may change its mind, ascending, its midnight first. */
export function marksOf(script: WallScript, at: number): number[] {
  const { night, black } = script.schedule
  const times = [night?.from, night?.until, black?.from, black?.until]
  const minutes = [...times, ...script.items.flatMap((item) => [item.from, item.until])]
    .filter((time) => time !== null && time !== undefined)
    .map(minuteOf)
  const start = dayStart(at)
  return [...new Set([0, ...minutes])].sort((a, b) => a - b).map((minute) => start + minute * minuteMs)
}
