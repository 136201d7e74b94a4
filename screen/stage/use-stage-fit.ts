import { useIntervalFn, useWindowSize } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { usePixelRatio, useReducedMotion } from '#ui'
import { driftAt, fitStage } from './stage-scale.ts'

/**
 * The stage scaled as one piece to the window, drifting a few pixels every five minutes. The browser rasterises text at
 * the scaled size and charts draw at the scale, so nothing is an enlarged bitmap.
 */
export function useStageFit() {
  const { width, height } = useWindowSize()
  const { pixelRatio } = usePixelRatio()
  // Held for the charts, which come and go with their scenes.
  useReducedMotion()
  const fit = computed(() => fitStage(width.value, height.value, pixelRatio.value))
  const drift = shallowRef(driftAt(Date.now()))
  useIntervalFn(() => (drift.value = driftAt(Date.now())), 60_000)
  const style = computed(() => ({
    width: `${fit.value.width}px`,
    height: `${fit.value.height}px`,
    transform: `translate(${fit.value.offsetX + drift.value.x}px, ${fit.value.offsetY + drift.value.y}px) scale(${fit.value.scale})`,
  }))
  return { fit, style }
}
