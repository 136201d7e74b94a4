import type { StageState } from '#contract'
import { activeAlert, alertReasons, timedAlerts } from './alerts.ts'
import { commandsUntil, toastOf } from './commands.ts'
import { dayStart, lightAt, marksOf } from './day.ts'
import { beginStanding, drillSeen, elapse, isDark, isMoving, shownScene, type Standing } from './fold.ts'
import { obey } from './obey.ts'
import { slotsAt } from './slots.ts'
import type { ScriptState } from './state.ts'
import { isStill, reslot } from './turn.ts'

const toastMs = 2000
const dayMs = 86_400_000
/** A holiday is never longer; a wall that stays black beyond it has no next scene to announce. */
const longestNightDays = 15

/**
 * What stands on a wall at an instant. A function of its arguments: commands are folded from the morning on, so a
 * restart, or a second server, shows the same.
 */
export function stageOf(state: ScriptState, now: Date): StageState {
  const at = now.getTime()
  if (state.scenes.length === 0) return emptyStage(state)
  return describe(state, standingAt(state, at))
}

/** Folds everything up to an instant. There must be at least one scene. */
export function standingAt(state: ScriptState, at: number): Standing {
  const origin = Math.min(at, Math.max(dayStart(at), state.startedAt))
  const given = commandsUntil(state.commands, origin, at)
  const alerts = timedAlerts(state).flatMap(({ alert, until }) => [alert.at, until])
  const stops = [...marksOf(state.script, at), ...alerts].filter((stop) => stop > origin && stop <= at)
  const instants = [...new Set([...stops, ...given.map((one) => Math.max(one.at, origin)), at])]
  let standing = beginStanding(state, origin)
  for (const instant of instants.sort((a, b) => a - b)) {
    standing = elapse(state, standing, instant)
    for (const one of given) {
      if (Math.max(one.at, origin) === instant) standing = obey(state, standing, one)
    }
  }
  return standing
}

function describe(state: ScriptState, standing: Standing): StageState {
  const { at, theme, reloads, last } = standing
  const alert = activeAlert(state, standing, at)
  const dark = isDark(state, standing, at)
  const drill = dark ? null : drillSeen(state, standing, at)
  const toast = last !== null && at < last.at + toastMs ? last : null
  return {
    ...(dark ? darkness(state, standing) : alert === null ? light(state, standing) : alerted(alert)),
    theme,
    dim: dark ? 1 : at < standing.awakeUntil ? 0 : lightAt(state.script.schedule, at).dim,
    drill: drill === null ? null : { ...drill, until: instant(drill.until) },
    toast:
      toast === null
        ? null
        : { text: toastOf(toast.command, state.scenes), until: instant(toast.at + toastMs) },
    reloads,
  }
}

type Scene = Pick<StageState, 'scene' | 'mode' | 'nextAt' | 'reason'>

function darkness(state: ScriptState, standing: Standing): Scene {
  const scene = shownScene(standing)
  if (standing.isBlank) return { scene, mode: 'blank', nextAt: null, reason: '遥控黑屏' }
  return { scene, mode: 'blank', nextAt: dawnAfter(state, standing.at), reason: '按时熄屏' }
}

function alerted({ alert, scene, until }: NonNullable<ReturnType<typeof activeAlert>>): Scene {
  return { scene, mode: 'alert', nextAt: instant(until), reason: alertReasons[alert.kind] }
}

function light(state: ScriptState, standing: Standing): Scene {
  const { pinned, isPaused, meeting } = standing
  return {
    scene: shownScene(standing),
    mode: isPaused ? 'paused' : pinned !== null ? 'pinned' : meeting !== null ? 'meeting' : 'playing',
    nextAt: isMoving(state, standing, standing.at) ? nextSceneAfter(state, standing) : null,
    reason: isPaused ? '已暂停' : pinned !== null ? '已固定' : meeting !== null ? '会议模式' : null,
  }
}

/** The end of the scene's time, or the mark at which another rotation or the night begins, whichever comes first. */
function nextSceneAfter(state: ScriptState, standing: Standing): string | null {
  const { at, turn, meeting } = standing
  const end = isStill(turn) ? Infinity : at + turn.leftMs
  const mark = marksOf(state.script, at).find(
    (one) =>
      one > at && (isDark(state, standing, one) || reslot(turn, slotsAt(state, meeting, one)) !== turn),
  )
  const next = Math.min(end, mark ?? Infinity)
  return Number.isFinite(next) ? instant(next) : null
}

function dawnAfter({ script }: ScriptState, at: number): string | null {
  for (let day = 0; day <= longestNightDays; day += 1) {
    const marks = marksOf(script, at + day * dayMs)
    const dawn = marks.find((mark) => mark > at && !lightAt(script.schedule, mark).isBlack)
    if (dawn !== undefined) return instant(dawn)
  }
  return null
}

function emptyStage({ script }: ScriptState): StageState {
  return {
    scene: '',
    mode: 'blank',
    nextAt: null,
    reason: '没有可放映的场景',
    theme: script.theme,
    dim: 0,
    drill: null,
    toast: null,
    reloads: 0,
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
