// What the options of the wall's charts need of `#ui`, without the framework and the fonts behind that door.
export { baseOption, categoryAxis, valueAxis } from '../../../ui/charts/base-option.ts'
export type { ChartTable } from '../../../ui/charts/chart-table.ts'
export type { ChartOption } from '../../../ui/charts/echarts-core.ts'
export { metricFigure } from '../../../ui/format/figure.ts'
export { formatMoney } from '../../../ui/format/money.ts'
export { compactFigure, formatPercent } from '../../../ui/format/number.ts'
export { themes } from '../../../ui/theme/palettes.ts'
export type { ChartStyle } from '../../../ui/theme/use-theme.ts'
