/**
 * What both front ends draw with. Importing this door also loads the font and the base style sheet. A page starts with
 *
 *     const style = provideTheme('blue', 20)            // palette and chart text size for everything below
 *     <div :style="cssVariables(style.theme)">          // the same palette for CSS: var(--hz-panel) …
 *
 * Charts: `<TrendChart :data :label>` and its kin take plain data; height, scale (the CSS transform around the
 * chart), still (no motion) and tableMode ('toggle' for staff, 'hidden' on walls) fall through to BaseChart, which
 * also takes a ready ECharts option for anything drawn once. A new chart is three files: `<name>-option.ts` (pure),
 * `<Name>Chart.vue`, and a test of the option.
 * Data: `request` gives typed JSON or throws ProblemError; `useResource` polls, `useEventStream` listens.
 * Numbers: money comes as decimal text in 元, shares as 0–1; every formatter answers "—" for a missing value.
 */
import '@fontsource-variable/noto-sans-sc'
import './theme/base.css'

export { default as BaseChart } from './charts/BaseChart.vue'
export { default as ColumnChart } from './charts/ColumnChart.vue'
export { default as ExecutionChart } from './charts/ExecutionChart.vue'
export { default as LinesChart } from './charts/LinesChart.vue'
export { default as RankChart } from './charts/RankChart.vue'
export { default as TrendChart } from './charts/TrendChart.vue'
export { baseOption, categoryAxis, valueAxis } from './charts/base-option.ts'
export { topLegend } from './charts/tip-and-legend.ts'
export type { ChartSelection, ChartTable } from './charts/chart-table.ts'
export type { ColumnData } from './charts/column-option.ts'
export type { ChartOption } from './charts/echarts-core.ts'
export type { ExecutionData } from './charts/execution-option.ts'
export type { LinesData } from './charts/lines-option.ts'
export type { RankData, RankItem } from './charts/rank-option.ts'
export { escapeHtml, trendOption, trendTable } from './charts/trend-option.ts'
export type { TrendData, TrendPoint } from './charts/trend-option.ts'
export { networkProblem, ProblemError } from './client/problem-error.ts'
export { address, apiRoot, request, type RequestOptions } from './client/request.ts'
export { uploadFiles } from './client/upload.ts'
export { partsFromBytes, uploadInParts, type PartProgress } from './client/upload-parts.ts'
export { default as BaseFigure } from './components/BaseFigure.vue'
export { default as BaseStatus } from './components/BaseStatus.vue'
export { backOff, browserSpread } from './composables/back-off.ts'
export { usePixelRatio, useReducedMotion } from './composables/display.ts'
export { openEventStream, type StreamState } from './composables/event-stream.ts'
export { useEventStream } from './composables/use-event-stream.ts'
export { useResource, type Resource } from './composables/use-resource.ts'
export { downloadText, toCsv } from './format/csv.ts'
export { daysBetween, formatAgo, formatChineseDay, formatClock, formatDateTime } from './format/date.ts'
export { formatDay, formatMonth, formatWeek } from './format/date.ts'
export { metricFigure } from './format/figure.ts'
export { formatMoney, formatYuan, moneyFigure, sumYuan } from './format/money.ts'
export { compactFigure, formatChange, formatCompact, formatInteger, formatPercent } from './format/number.ts'
export { formatPoints, missing, type FigureText } from './format/number.ts'
export { readableText } from './format/text.ts'
export { MapChart } from './maps/map-chart.ts'
export { labelSpot, mapFrame, type MapFrame } from './maps/map-frame.ts'
export { isPreviewOrder, isPreviewReport, previewAddress } from './preview/messages.ts'
export type { PreviewOrder, PreviewReport } from './preview/messages.ts'
export { cssVariables } from './theme/css-variables.ts'
export { themes } from './theme/palettes.ts'
export { severityStyle, statusMarks, type Severity, type StatusLevel } from './theme/status.ts'
export type { Theme, ThemeName } from './theme/theme.ts'
export { provideTheme, useTheme, type ChartStyle } from './theme/use-theme.ts'
