import type { WallTheme } from '#contract'
import { activeAlert } from './alerts.ts'
import { lightAt } from './day.ts'
import { slotsAt } from './slots.ts'
import type { GivenCommand, ScriptState } from './state.ts'
import { advance, beginTurn, reslot, type Turn } from './turn.ts'

/** How a wall stands at an instant, after all that was said to it. */
export interface Standing {
  readonly at: number
  readonly turn: Turn
  readonly pinned: string | null
  readonly isPaused: boolean
  readonly isBlank: boolean
  readonly meeting: readonly string[] | null
  readonly theme: WallTheme
  readonly reloads: number
  readonly drill: { readonly panel: string; readonly item: string; readonly until: number } | null
  /** Alerts up to here were sent away. */
  readonly dismissedAt: number
  readonly awakeUntil: number
  readonly last: GivenCommand | null
}

export function beginStanding(state: ScriptState, at: number): Standing {
  return {
    at,
    turn: beginTurn(slotsAt(state, null, at)),
    pinned: null,
    isPaused: false,
    isBlank: false,
    meeting: null,
    theme: state.script.theme,
    reloads: 0,
    drill: null,
    dismissedAt: 0,
    awakeUntil: 0,
    last: null,
  }
}

export function shownScene({ pinned, turn }: Standing): string {
  return pinned ?? turn.scene
}

/** The scene that is seen: that of an alert while one stands. */
function sceneOnWall(state: ScriptState, standing: Standing, at: number): string {
  return activeAlert(state, standing, at)?.scene ?? shownScene(standing)
}

/** Whether a panel ('budget/accounts') is on the scene that is seen. */
export function isPanelSeen(state: ScriptState, standing: Standing, panel: string, at: number): boolean {
  return panel.startsWith(`${sceneOnWall(state, standing, at)}/`)
}

/** The open fact card, on the scene it was opened on: that of an alert goes with it. */
export function drillSeen(state: ScriptState, standing: Standing, at: number): Standing['drill'] {
  const { drill } = standing
  if (drill === null || at >= drill.until) return null
  return isPanelSeen(state, standing, drill.panel, at) ? drill : null
}

export function isDark(state: ScriptState, standing: Standing, at: number): boolean {
  return standing.isBlank || (lightAt(state.script.schedule, at).isBlack && at >= standing.awakeUntil)
}

/** Whether the rotation's time runs. */
export function isMoving(state: ScriptState, standing: Standing, at: number): boolean {
  return (
    !standing.isPaused &&
    standing.pinned === null &&
    drillSeen(state, standing, at) === null &&
    !isDark(state, standing, at) &&
    activeAlert(state, standing, at) === null
  )
}

/**
 * Lets time pass until `at`, which lies no further than the next instant at which the script, an alert or a command
 * changes something; a fact card that closes and a wall that falls asleep again are minded here.
 */
export function elapse(state: ScriptState, standing: Standing, at: number): Standing {
  const stops = [standing.drill?.until ?? 0, standing.awakeUntil].filter(
    (stop) => stop > standing.at && stop < at,
  )
  let { turn } = standing
  let from = standing.at
  for (const stop of [...stops.sort((a, b) => a - b), at]) {
    if (isMoving(state, standing, from)) turn = advance(turn, stop - from)
    from = stop
  }
  const drill = standing.drill !== null && at < standing.drill.until ? standing.drill : null
  return caughtUp(state, { ...standing, at, turn, drill })
}

/** In the rotation of the hour; a paused wall keeps what it shows until it goes on. */
export function caughtUp(state: ScriptState, standing: Standing): Standing {
  if (standing.isPaused) return standing
  return { ...standing, turn: reslot(standing.turn, slotsAt(state, standing.meeting, standing.at)) }
}
