import type { WallScript } from '#contract'
import { dayStart, lightAt, marksOf } from './day.ts'
import { slotsAt } from './slots.ts'
import type { ScriptState } from './state.ts'

/** A stretch of a day over which nothing changes by itself but the scene. */
export interface DayStretch {
  /** ms since 1970, half open. */
  readonly from: number
  readonly until: number
  readonly dim: number
  readonly isBlack: boolean
  readonly scenes: readonly string[]
}

/** What a wall does on the day of an instant if nobody touches it; stretches that are alike are one. */
export function dayPlan(script: WallScript, scenes: ScriptState['scenes'], at: number): DayStretch[] {
  const marks = [...marksOf(script, at), dayStart(at) + 86_400_000]
  const state = { script, scenes, startedAt: 0, commands: [], alerts: [] }
  const stretches: DayStretch[] = []
  for (const [index, from] of marks.slice(0, -1).entries()) {
    const next = {
      ...lightAt(script.schedule, from),
      scenes: slotsAt(state, null, from).map(({ scene }) => scene),
    }
    const until = marks[index + 1] ?? from
    const last = stretches.at(-1)
    if (last !== undefined && isAlike(last, next)) stretches.splice(-1, 1, { ...last, until })
    else stretches.push({ from, until, ...next })
  }
  return stretches
}

type Look = Omit<DayStretch, 'from' | 'until'>

function isAlike(one: Look, other: Look): boolean {
  const isLit = one.dim === other.dim && one.isBlack === other.isBlack
  return isLit && one.scenes.join() === other.scenes.join()
}
