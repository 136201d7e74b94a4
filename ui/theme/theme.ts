/** The shape of a theme: every colour and font either front end may use. Colours are #RRGGBB. */
export interface Theme {
  readonly name: 'light' | 'blue' | 'red-gold'
  readonly dark: boolean
  /** Page behind the panels. */
  readonly ground: string
  readonly panel: string
  /** Hairlines: panel borders, grid lines, axis lines. */
  readonly line: string
  readonly text: string
  readonly sub: string
  readonly muted: string
  /** Brand colour for actions and the one highlighted item. */
  readonly accent: string
  /** Headline figures. */
  readonly hero: string
  /** Header band, from left to right, and the ink on it. */
  readonly header: { readonly from: string; readonly to: string; readonly ink: string }
  /** Categorical series, distinguishable under the three colour-vision deficiencies. */
  readonly series: readonly [string, string, string, string, string]
  /** Ordered classes from low to high, with the ink that is readable on each. */
  readonly ramp: readonly [RampStep, RampStep, RampStep, RampStep]
  /** Always shown together with a mark (● ▲ ■) and a word, never as colour alone. */
  readonly status: { readonly ok: string; readonly warn: string; readonly bad: string }
  readonly fontFamily: string
}

export interface RampStep {
  readonly fill: string
  readonly ink: string
}

export type ThemeName = Theme['name']

/** A canvas cannot inherit a font: ECharts needs the family spelled out. */
export const fontFamily =
  '"Noto Sans SC Variable", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
