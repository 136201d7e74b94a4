import { SankeyChart } from 'echarts/charts'
import { use } from 'echarts/core'
import type { SankeyContent } from '#contract'
import { baseOption, formatMoney } from '#ui'
import type { ChartOption, ChartStyle, ChartTable } from '#ui'
import { foldedFlow, type MoneyNode } from './money-flow.ts'
import { emWidth, type Room } from './text-fit.ts'

use([SankeyChart])

/** Money from left to right; each node says its name and amount, and no more nodes are drawn than can say so. */
export function sankeyOption(content: SankeyContent, style: ChartStyle, room: Room): ChartOption {
  const { theme, fontSize } = style
  const { flow, split, right } = fitted(content, fontSize, room)
  const nodeGap = fontSize * (split ? 2.5 : 1.3)
  return {
    textStyle: baseOption(style).textStyle,
    series: [
      {
        id: 'money',
        type: 'sankey',
        // Its entrance cuts the labels off until it ends, and with no duration it never ends.
        animation: false,
        left: 0,
        top: nodeGap / 2,
        bottom: nodeGap / 2,
        right,
        nodeWidth: 14,
        nodeGap,
        draggable: false,
        silent: true,
        emphasis: { disabled: true },
        nodeAlign: 'left',
        lineStyle: { color: 'source', opacity: 0.3, curveness: 0.5 },
        // Names stand on the links that leave their node: an edge in the colour of the ground keeps them legible.
        label: {
          color: theme.text,
          fontSize,
          lineHeight: fontSize * 1.2,
          fontFamily: theme.fontFamily,
          textBorderColor: theme.panel,
          textBorderWidth: fontSize * 0.2,
        },
        data: flow.nodes.map((node) => ({
          name: node.id,
          depth: node.depth,
          itemStyle: { color: theme.series[node.depth % 2 === 0 ? 0 : 1], borderWidth: 0 },
          label: { formatter: `${node.label}${split ? '\n' : ' '}${formatMoney(node.amount)}` },
        })),
        links: [...flow.links],
      },
    ],
  }
}

/** Names and amounts on one line where the columns are far enough apart, on two where they are not. */
function fitted(content: SankeyContent, fontSize: number, room: Room) {
  const whole = foldedFlow(content, Infinity)
  const width = (words: (node: MoneyNode) => number, nodes: readonly MoneyNode[]) =>
    Math.max(0, ...nodes.map(words)) * fontSize + fontSize
  const line = (node: MoneyNode) => emWidth(`${node.label} ${formatMoney(node.amount)}`)
  const two = (node: MoneyNode) => Math.max(emWidth(node.label), emWidth(formatMoney(node.amount)))
  const split = width(line, whole.nodes) > room.width / (whole.depths + 0.5)
  const flow = foldedFlow(content, Math.max(2, Math.floor(room.height / (fontSize * (split ? 3.6 : 2.4)))))
  const last = flow.nodes.filter(({ depth }) => depth === flow.depths - 1)
  return { flow, split, right: Math.ceil(width(split ? two : line, last)) }
}

/** The same money as rows. */
export function sankeyTable({ nodes, links }: SankeyContent): ChartTable {
  const name = (id: string) => nodes.find((node) => node.id === id)?.label ?? id
  return {
    columns: ['从', '到', '金额'],
    rows: links.map(({ from, to, value }) => [name(from), name(to), formatMoney(value)]),
  }
}
