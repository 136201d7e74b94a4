import { createSharedComposable, useDevicePixelRatio, usePreferredReducedMotion } from '@vueuse/core'

/**
 * Asked of the browser once for all charts of a page: Chromium keeps every media query it was ever asked for, and a wall
 * changes its scene thousands of times a day.
 */
export const usePixelRatio = createSharedComposable(useDevicePixelRatio)
export const useReducedMotion = createSharedComposable(usePreferredReducedMotion)
