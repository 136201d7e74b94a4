import type { Scene, ScenePanel } from '#contract'

type Weight = 1 | 2 | 3 | 4 | 5

/** A panel of a built-in scene; the weight is what remains last when a wall has little room. */
export function panel(
  id: string,
  kind: string,
  weight: Weight,
  options: ScenePanel['options'] = {},
): ScenePanel {
  return { id, kind, options, weight }
}

/** A built-in scene: the first version of data that staff may copy and change. Packed by weight on every wall. */
export function scene(parts: Pick<Scene, 'id' | 'name' | 'question' | 'panels' | 'notes'>): Scene {
  return { ...parts, layouts: [], version: 1 }
}
