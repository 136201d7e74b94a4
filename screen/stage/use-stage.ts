import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { Viewing, WallMap } from '#contract'
import { typeScale, type TypeScale } from './type-scale.ts'

/** What a form needs to know of the wall it is drawn on. */
export interface StageView {
  readonly type: TypeScale
  readonly viewing: Viewing
  /** Factor by which the stage is enlarged; charts draw that many pixels more. */
  readonly chartScale: number
  /** Nothing turns by itself: someone is pointing at what is shown. */
  readonly paused: boolean
  /** The customer's map that places are drawn on; without one they are tiles. */
  readonly map: WallMap | null
}

const stageKey: InjectionKey<ComputedRef<StageView>> = Symbol('stage')
const plain: StageView = { type: typeScale('near'), viewing: 'near', chartScale: 1, paused: false, map: null }

export function provideStage(view: ComputedRef<StageView>): void {
  provide(stageKey, view)
}

/** The wall around this form; a near wall at scale 1 where nobody provided one. */
export function useStage(): ComputedRef<StageView> {
  return inject(stageKey, () => computed(() => plain), true)
}
