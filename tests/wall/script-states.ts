import type { PlaylistItem } from '#contract'
import type { ScriptState } from '#wall'

export const scenes = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `场景${id}` }))

/** ms of a time of day in Shanghai. */
export function at(day: string, clock: string): number {
  return Date.parse(`${day}T${clock}+08:00`)
}

export function slot(scene: string, seconds: number, changes: Partial<PlaylistItem> = {}): PlaylistItem {
  return { scene, seconds, days: 'all', from: null, until: null, term: 'any', ...changes }
}

/** Scenes a, b, c in turn (20, 30, 40 s), d only when it is asked for or an alert comes; never dark. */
export function scriptState(changes: Partial<ScriptState>): ScriptState {
  return {
    script: {
      items: [slot('a', 20), slot('b', 30), slot('c', 40)],
      schedule: { night: null, black: null, restDays: 'lit' },
      sittings: [],
      alerts: [{ kind: 'red-case', scene: 'd', seconds: 60 }],
      meeting: [],
      theme: 'blue',
    },
    startedAt: 0,
    scenes,
    commands: [],
    alerts: [],
    ...changes,
  }
}
