import {
  LineChart,
  type BarSeriesOption,
  type LineSeriesOption,
  type MapSeriesOption,
  type SankeySeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  MarkLineComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type MarkLineComponentOption,
  type TooltipComponentOption,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Lines on a grid, which the wall and the pages both draw. Whatever draws more (bars, a legend, a tip, a map) registers it
// where its option is made: the wall does not load what it does not draw.
echarts.use([LineChart, GridComponent, MarkLineComponent, CanvasRenderer])

export { echarts }

/** An option of every part that any chart of the product draws. */
export type ChartOption = echarts.ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | MapSeriesOption
  | SankeySeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>
