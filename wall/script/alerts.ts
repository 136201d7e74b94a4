import type { WallAlertKind } from '#contract'
import { hasScene } from './slots.ts'
import type { ScriptState, WallAlert } from './state.ts'

/** What a wall says while an alert's scene stands in for the rotation. */
export const alertReasons: Readonly<Record<WallAlertKind, string>> = {
  'red-case': '红色疑点经认定属实，插播',
  'new-topic': '新热点出现，插播',
}

interface Hearing {
  readonly isPaused: boolean
  readonly isBlank: boolean
  readonly meeting: readonly string[] | null
  readonly dismissedAt: number
}

export interface ActiveAlert {
  readonly alert: WallAlert
  readonly scene: string
  readonly until: number
}

/**
 * The alert that has the wall at an instant: the newest whose time has not passed. A pinned scene gives way; a paused
 * wall (somebody is explaining), a meeting and a black wall do not.
 */
export function activeAlert(state: ScriptState, hearing: Hearing, at: number): ActiveAlert | null {
  if (hearing.isPaused || hearing.isBlank || hearing.meeting !== null) return null
  const active = timedAlerts(state).filter(
    ({ alert, until }) => alert.at <= at && at < until && alert.at > hearing.dismissedAt,
  )
  return active.at(-1) ?? null
}

/** Alerts that have a rule and a scene to show, oldest first. */
export function timedAlerts(state: ScriptState): ActiveAlert[] {
  return state.alerts
    .flatMap((alert) => {
      const rule = state.script.alerts.find(({ kind }) => kind === alert.kind)
      if (rule === undefined || !hasScene(state, rule.scene)) return []
      return [{ alert, scene: rule.scene, until: alert.at + rule.seconds * 1000 }]
    })
    .sort((a, b) => a.alert.at - b.alert.at || (a.alert.id < b.alert.id ? -1 : 1))
}
