import {
  computed,
  inject,
  provide,
  toValue,
  type ComputedRef,
  type InjectionKey,
  type MaybeRefOrGetter,
} from 'vue'
import { themes } from './palettes.ts'
import type { Theme, ThemeName } from './theme.ts'

/** What a chart needs to know of its surroundings. */
export interface ChartStyle {
  readonly theme: Theme
  /** Size of axis text in layout pixels; 12 on staff pages, 20 and more on walls. */
  readonly fontSize: number
}

const styleKey: InjectionKey<ComputedRef<ChartStyle>> = Symbol('chart style')
const staffStyle: ChartStyle = { theme: themes.light, fontSize: 12 }

/** Sets theme and chart text size for everything below; getters make both switchable. */
export function provideTheme(
  name: MaybeRefOrGetter<ThemeName>,
  fontSize: MaybeRefOrGetter<number> = staffStyle.fontSize,
): ComputedRef<ChartStyle> {
  const style = computed(() => ({ theme: themes[toValue(name)], fontSize: toValue(fontSize) }))
  provide(styleKey, style)
  return style
}

/** Theme and chart text size in force here; the light staff style when nobody provided one. */
export function useTheme(): ComputedRef<ChartStyle> {
  return inject(styleKey, () => computed(() => staffStyle), true)
}
