import { mayPlay } from './day.ts'
import type { ScriptState } from './state.ts'
import type { Slot } from './turn.ts'

const meetingSeconds = 60

export function hasScene({ scenes }: ScriptState, scene: string): boolean {
  return scenes.some(({ id }) => id === scene)
}

/**
 * The rotation of an instant, never empty: in a meeting the chosen scenes, otherwise the items whose time it is. When
 * none of them may play, one scene stays: the playlist's first that exists, or the first there is at all. There must
 * be at least one scene.
 */
export function slotsAt(state: ScriptState, meeting: readonly string[] | null, at: number): readonly Slot[] {
  const { script } = state
  const known = script.items.filter(({ scene }) => hasScene(state, scene))
  const kept = meeting?.filter((scene) => hasScene(state, scene)) ?? []
  if (kept.length > 0) {
    return kept.map((scene) => ({
      scene,
      seconds: known.find((item) => item.scene === scene)?.seconds ?? meetingSeconds,
    }))
  }
  const due = known.filter((item) => mayPlay(item, script, at))
  if (due.length > 0) return due.map(({ scene, seconds }) => ({ scene, seconds }))
  const one = known[0]?.scene ?? state.scenes[0]?.id
  return one === undefined ? [] : [{ scene: one, seconds: meetingSeconds }]
}
