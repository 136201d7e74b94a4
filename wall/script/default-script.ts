import type { Scene, WallScript } from '#contract'

/** Long enough to read a scene of a few panels aloud. */
const seconds = 30

/**
 * What plays before anybody has written a playlist: every scene in turn, dimmed a little at night, and each kind of
 * alert on the scene that shows more of it, if there is one. No wall is black before somebody has said so.
 */
export function defaultScript(scenes: readonly Pick<Scene, 'id' | 'panels'>[]): WallScript {
  const sceneOf = (topic: string) =>
    scenes.find(({ panels }) => panels.some(({ kind, weight }) => kind.startsWith(topic) && weight === 5))?.id
  const [budget, voices] = [sceneOf('budget.'), sceneOf('voices.')]
  return {
    items: scenes.map(({ id }) => ({
      scene: id,
      seconds,
      days: 'all',
      from: null,
      until: null,
      term: 'any',
    })),
    schedule: {
      night: { from: '22:00', until: '06:00', dim: 0.3 },
      black: null,
      restDays: 'lit',
    },
    sittings: [],
    alerts: [
      ...(budget === undefined ? [] : [{ kind: 'red-case' as const, scene: budget, seconds: 60 }]),
      ...(voices === undefined ? [] : [{ kind: 'new-topic' as const, scene: voices, seconds: 60 }]),
    ],
    meeting: [],
    theme: 'blue',
  }
}
