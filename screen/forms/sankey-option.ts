import { SankeyChart } from 'echarts/charts'
import { use } from 'echarts/core'
import type { SankeyContent } from '#contract'
import { baseOption, formatMoney } from '#ui'
import type { ChartOption, ChartStyle, ChartTable } from '#ui'
import { foldedFlow } from './money-flow.ts'
import { emWidth, type Room } from './text-fit.ts'

use([SankeyChart])

/** Money from left to right; each node says its name and amount, and no more nodes are drawn than can say so. */
export function sankeyOption(content: SankeyContent, style: ChartStyle, room: Room): ChartOption {
  const { theme, fontSize } = style
  const { nodes, links, depths } = foldedFlow(
    content,
    Math.max(2, Math.floor(room.height / (fontSize * 3.1))),
  )
  const last = depths - 1
  const said = (node: (typeof nodes)[number]) => `${node.label}\n${formatMoney(node.amount)}`
  const lastWidth = Math.max(
    0,
    ...nodes
      .filter(({ depth }) => depth === last)
      .flatMap(({ label, amount }) => [emWidth(label), emWidth(formatMoney(amount))]),
  )
  return {
    textStyle: baseOption(style).textStyle,
    animationDuration: 0,
    animationDurationUpdate: 400,
    series: [
      {
        id: 'money',
        type: 'sankey',
        left: 0,
        top: fontSize * 1.3,
        bottom: fontSize * 1.3,
        right: Math.ceil(lastWidth * fontSize) + 16,
        nodeWidth: 14,
        nodeGap: fontSize * 1.6,
        draggable: false,
        silent: true,
        emphasis: { disabled: true },
        nodeAlign: 'left',
        layoutIterations: 48,
        lineStyle: { color: 'source', opacity: 0.3, curveness: 0.5 },
        label: {
          color: theme.text,
          fontSize,
          lineHeight: fontSize * 1.2,
          fontFamily: theme.fontFamily,
        },
        data: nodes.map((node) => ({
          name: node.id,
          depth: node.depth,
          itemStyle: { color: theme.series[node.depth % 2 === 0 ? 0 : 1], borderWidth: 0 },
          label: { formatter: said(node) },
        })),
        links: [...links],
      },
    ],
  }
}

/** The same money as rows. */
export function sankeyTable({ nodes, links }: SankeyContent): ChartTable {
  const name = (id: string) => nodes.find((node) => node.id === id)?.label ?? id
  return {
    columns: ['从', '到', '金额'],
    rows: links.map(({ from, to, value }) => [name(from), name(to), formatMoney(value)]),
  }
}
