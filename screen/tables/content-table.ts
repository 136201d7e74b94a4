import type { PanelContent, PanelStatus } from '#contract'
import { formatPercent, metricFigure, missing, statusMarks, type ChartTable } from '#ui'
import { sankeyTable } from '../forms/sankey-option.ts'
import { trendLineTable } from '../forms/trend-line.ts'

const words: Readonly<Record<Exclude<PanelStatus, null>, string>> = { ok: '正常', warn: '注意', bad: '异常' }

/** A status as the wall says it: shape and word. */
const stateOf = (status: PanelStatus) => (status === null ? '' : `${statusMarks[status]} ${words[status]}`)
const figureOf = (value: number | string | null, unit: string) => {
  const { text, unit: said } = metricFigure(value, unit)
  return `${text}${said}`
}

/** The numbers of any panel as rows, whole: what a wall shows page by page stands here at once. */
export function contentTable(content: PanelContent): ChartTable {
  switch (content.form) {
    case 'trend':
      return trendLineTable(content)
    case 'sankey':
      return sankeyTable(content)
    case 'list':
      return {
        columns: [...content.columns.map(({ label }) => label), '状态'],
        rows: content.rows.map(({ cells, status }) => [...cells, stateOf(status)]),
      }
    case 'figures':
      return {
        columns: ['指标', '数值', '说明', '状态'],
        rows: content.items.map(({ label, value, unit, note, missingReason, status }) => [
          label,
          figureOf(value, unit),
          missingReason ?? note ?? '',
          stateOf(status),
        ]),
      }
    case 'timeline':
      return {
        columns: ['日期', '事项', '类别', '说明', '状态'],
        rows: content.events.map(({ date, label, kind, note, status }) => [
          date,
          label,
          kind,
          note ?? '',
          stateOf(status),
        ]),
      }
    case 'lamps':
      return {
        columns: ['项目', '灯', '进度', '说明'],
        rows: content.items.map(({ label, word, progress, note, status }) => [
          label,
          `${statusMarks[status ?? 'idle']} ${word}`,
          progress === null ? missing : formatPercent(progress, 0),
          note ?? '',
        ]),
      }
    case 'progress':
      return {
        columns: ['项目', '完成', '总量', '比例', '应达', '状态'],
        rows: content.rows.map(({ label, done, total, rate, expected, status }) => [
          label,
          figureOf(done, content.unit),
          figureOf(total, content.unit),
          formatPercent(rate),
          formatPercent(expected),
          stateOf(status),
        ]),
      }
    default:
      return valueTable(content)
  }
}

/** Forms that are one name and one number each. */
function valueTable(content: Extract<PanelContent, { form: 'bars' | 'tiles' | 'flow' }>): ChartTable {
  const items =
    content.form === 'bars' ? content.items : content.form === 'tiles' ? content.tiles : content.stages
  return {
    columns: ['名称', '数值', '说明', '状态'],
    rows: items.map(({ label, value, note, status }) => [
      label,
      figureOf(value, content.unit),
      note ?? '',
      stateOf(status),
    ]),
  }
}
