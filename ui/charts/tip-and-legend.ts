import { LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import type { ChartStyle } from '../theme/use-theme.ts'
import type { ChartOption } from './echarts-core.ts'

/** A quiet tip beside the axis. */
export function axisTip({ theme, fontSize }: ChartStyle) {
  use([TooltipComponent])
  return {
    trigger: 'axis' as const,
    confine: true,
    backgroundColor: theme.panel,
    borderColor: theme.line,
    padding: [8, 12],
    textStyle: { color: theme.text, fontSize: fontSize + 1, fontFamily: theme.fontFamily },
    axisPointer: { type: 'line', lineStyle: { color: theme.muted, width: 1 } },
    extraCssText: 'box-shadow: 0 4px 16px rgb(0 0 0 / 12%); font-variant-numeric: tabular-nums;',
  } satisfies ChartOption['tooltip']
}

/** Legend along the top left, in reading order. */
export function topLegend({ theme, fontSize }: ChartStyle) {
  use([LegendComponent])
  return {
    show: true,
    left: 0,
    top: 0,
    itemWidth: 12,
    itemHeight: 8,
    itemGap: 16,
    textStyle: { color: theme.sub, fontSize, fontFamily: theme.fontFamily },
  }
}
