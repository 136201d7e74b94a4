import type { Scene } from '#contract'
import type { BarredTest } from './embargo.ts'

/**
 * Scenes as a wall may have them: without the presenter's notes, which are for the remote only, and with names and
 * questions that hold nothing barred.
 */
export function clearedScenes(scenes: readonly Scene[], isBarred: BarredTest): Scene[] {
  return scenes.map((scene) => ({
    ...scene,
    name: isBarred(scene.name) ? '（暂不显示）' : scene.name,
    question: isBarred(scene.question) ? '' : scene.question,
    notes: null,
  }))
}
