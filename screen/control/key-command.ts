import type { Scene, StageState, WallCommand } from '#contract'

/**
 * What a key of the wall's own keyboard means: space pauses and goes on, arrows turn pages, B blacks out, a number goes
 * to that scene, Esc closes the fact card.
 */
export function keyCommand(
  key: string,
  stage: Pick<StageState, 'mode'>,
  scenes: readonly Pick<Scene, 'id'>[],
): WallCommand | null {
  if (/^[1-9]$/.test(key)) {
    const scene = scenes[Number(key) - 1]
    return scene === undefined ? null : { type: 'goto', scene: scene.id }
  }
  switch (key.toLowerCase()) {
    case ' ':
      return { type: stage.mode === 'paused' ? 'resume' : 'pause' }
    case 'arrowright':
    case 'pagedown':
      return { type: 'next' }
    case 'arrowleft':
    case 'pageup':
      return { type: 'previous' }
    case 'b':
      return { type: stage.mode === 'blank' ? 'unblank' : 'blank' }
    case 'escape':
      return { type: 'close' }
    default:
      return null
  }
}
