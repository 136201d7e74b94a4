import type { ChartStyle } from '../theme/use-theme.ts'
import type { ChartOption } from './echarts-core.ts'

/** What every chart shares: font, colours, tight grid, short motion on change only. */
export function baseOption({ theme, fontSize }: ChartStyle) {
  return {
    color: [...theme.series],
    textStyle: { fontFamily: theme.fontFamily, fontSize, color: theme.sub },
    animationDuration: 0,
    animationDurationUpdate: 400,
    animationEasingUpdate: 'cubicOut',
    grid: { left: 4, right: 12, top: fontSize * 2.6, bottom: 2, outerBoundsMode: 'same' },
  } satisfies ChartOption
}

/** Axis of names: every label drawn (ECharts silently drops labels otherwise) unless `thin` lets it. */
export function categoryAxis(names: readonly string[], { theme, fontSize }: ChartStyle, thin = false) {
  return {
    type: 'category' as const,
    data: [...names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line, width: 1 } },
    axisLabel: {
      color: theme.sub,
      fontSize,
      hideOverlap: true,
      ...(thin ? {} : { interval: 0 }),
    },
  }
}

/** Axis of amounts, with few faint lines. */
export function valueAxis(format: (value: number) => string, { theme, fontSize }: ChartStyle) {
  return {
    type: 'value' as const,
    splitNumber: 4,
    axisLabel: { color: theme.muted, fontSize, formatter: format },
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
  }
}
