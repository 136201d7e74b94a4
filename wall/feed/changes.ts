import { isDeepStrictEqual } from 'node:util'
import type { PanelData, WallPatch } from '#contract'
import type { WallBoard, WallState } from './source.ts'

export type WallChanges = Omit<WallPatch, 'sequence' | 'serverTime'>

/**
 * The newer board with every panel that says the same as before left as it was, `computedAt` included: a wall is told
 * of answers that changed, not that they were asked for again. Panels come in the order of the scenes, and one that
 * was not answered this time keeps its last answer.
 */
export function mergeBoards(before: WallBoard | null, after: WallBoard): WallBoard {
  const old = new Map(before?.panels.map((panel) => [panel.key, panel]))
  const fresh = new Map(after.panels.map((panel) => [panel.key, panel]))
  const panels = panelKeys(after.scenes).flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    const kept = is === undefined || (was !== undefined && saysTheSame(was, is)) ? was : is
    return kept === undefined ? [] : [kept]
  })
  // A presenter's words are for the remote only.
  const scenes = after.scenes.map((scene) => ({ ...scene, notes: null }))
  return { scenes, panels, map: after.map }
}

/** What a wall that shows `before` must be told to show `after`; null when nothing. */
export function changesBetween(before: WallState, after: WallState): WallChanges | null {
  const old = new Map(before.panels.map((panel) => [panel.key, panel]))
  const panels = after.panels.filter((panel) => !isSame(old.get(panel.key), panel))
  const changes: WallChanges = {
    ...(before.build === after.build ? {} : { build: after.build }),
    ...(isSame(before.wall, after.wall) ? {} : { wall: after.wall }),
    ...(isSame(before.stage, after.stage) ? {} : { stage: after.stage }),
    ...(isSame(before.scenes, after.scenes) ? {} : { scenes: [...after.scenes] }),
    ...(panels.length === 0 ? {} : { panels }),
    ...(before.map === after.map ? {} : { map: after.map }),
  }
  return Object.keys(changes).length === 0 ? null : changes
}

/** Keys of all panels, in the order of the scenes and of the panels in them. */
function panelKeys(scenes: WallBoard['scenes']): string[] {
  return scenes.flatMap((scene) => scene.panels.map((panel) => `${scene.id}/${panel.id}`))
}

function saysTheSame(before: PanelData, after: PanelData): boolean {
  return isDeepStrictEqual({ ...before, computedAt: '' }, { ...after, computedAt: '' })
}

function isSame(before: unknown, after: unknown): boolean {
  return before === after || isDeepStrictEqual(before, after)
}
