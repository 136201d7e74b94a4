import { describe, expect, it } from 'vitest'
import { themes } from '#ui'
import { columnOption, columnTable } from '../../ui/charts/column-option.ts'
import type { ChartOption } from '../../ui/charts/echarts-core.ts'
import { executionOption, executionTable } from '../../ui/charts/execution-option.ts'
import { rankOption, rankTable } from '../../ui/charts/rank-option.ts'
import { trendOption, trendTable } from '../../ui/charts/trend-option.ts'

const style = { theme: themes.light, fontSize: 12 }
const weeks = [
  { label: '第1周', value: 4, expected: 5, low: 2, high: 8 },
  { label: '第2周', value: 12, expected: 5, low: 2, high: 8 },
  { label: '第3周', value: null, expected: 5, low: 2, high: 8 },
]

function seriesOf(option: ChartOption): { id?: unknown; data?: unknown }[] {
  return [option.series ?? []].flat()
}

describe('trend', () => {
  it('stacks the band from floor to ceiling and marks what leaves it', () => {
    const [low, band, value] = seriesOf(trendOption({ name: '件数', points: weeks }, style))
    expect(low?.data).toEqual([2, 2, 2])
    expect(band?.data).toEqual([6, 6, 6])
    expect(value?.data).toMatchObject([
      { value: 4 },
      { value: 12, itemStyle: { color: themes.light.status.bad } },
      { value: '-' },
    ])
  })

  it('draws no band and no band legend when nothing was expected', () => {
    const option = trendOption({ name: '件数', points: [{ label: '1月', value: 3 }] }, style)
    expect(seriesOf(option).map((series) => series.id)).toEqual(['value'])
    expect(option.legend).toMatchObject({ data: ['件数'] })
  })

  it('escapes names in the tooltip, which is HTML', () => {
    const option = trendOption({ name: '<b>', points: [{ label: '<img src=x>', value: 1 }] }, style)
    const tip = (option.tooltip as { formatter: (hit: unknown) => string }).formatter([{ dataIndex: 0 }])
    expect(tip).not.toMatch(/<(?!br>)/)
  })

  it('says the same in the table', () => {
    expect(trendTable({ name: '件数', points: weeks }).rows[1]).toEqual(['第2周', '12', '5', '2', '8'])
    expect(trendTable({ name: '件数', points: weeks }).rows[2]?.[1]).toBe('—')
  })
})

describe('columns', () => {
  const data = {
    categoryName: '月份',
    categories: ['1月', '2月'],
    series: [
      { name: '建议', values: [1, null] },
      { name: '留言', values: [10, 20] },
    ],
  }

  it('gives every series an id, so that updates move bars instead of redrawing them', () => {
    expect(seriesOf(columnOption(data, style)).map((series) => series.id)).toEqual(['建议', '留言'])
  })

  it('shows a missing value as missing and adds up the rest', () => {
    expect(columnTable(data)).toEqual({
      columns: ['月份', '建议', '留言', '合计'],
      rows: [
        ['1月', '1', '10', '11'],
        ['2月', '—', '20', '20'],
      ],
    })
  })

  it('hides the legend of a single series', () => {
    expect(columnOption({ ...data, series: data.series.slice(0, 1) }, style).legend).toMatchObject({
      show: false,
    })
  })
})

describe('ranking', () => {
  const data = {
    itemName: '话题',
    valueName: '件数',
    items: [
      { label: '停车难', value: 30, highlighted: true },
      { label: '噪声', value: 10 },
    ],
  }

  it('keeps the given order, writes every label and colours only the highlighted bar', () => {
    const option = rankOption(data, style)
    expect(option.yAxis).toMatchObject({
      inverse: true,
      data: ['停车难', '噪声'],
      axisLabel: { interval: 0 },
    })
    expect(seriesOf(option)[0]?.data).toEqual([
      { value: 30, itemStyle: { color: themes.light.accent } },
      { value: 10 },
    ])
    expect(rankTable(data).rows).toEqual([
      [1, '停车难', '30'],
      [2, '噪声', '10'],
    ])
  })
})

describe('execution', () => {
  const data = {
    timeProgress: 0.5,
    items: [
      { label: '甲', rate: 0.48 },
      { label: '乙', rate: 0.35 },
      { label: '丙', rate: 0.1 },
      { label: '丁', rate: 1.02 },
      { label: '戊', rate: null },
    ],
  }

  it('colours by the distance from the time progress, and over 100 % whatever the time', () => {
    const { status, series } = themes.light
    const bars = seriesOf(executionOption(data, style))[0]?.data as { itemStyle: { color: string } }[]
    expect(bars.map((bar) => bar.itemStyle.color)).toEqual([
      series[0],
      status.warn,
      status.bad,
      status.bad,
      series[0],
    ])
  })

  it('draws no time line without a data date', () => {
    expect(seriesOf(executionOption({ ...data, timeProgress: null }, style))[0]).not.toHaveProperty(
      'markLine',
    )
  })

  it('states the distance in points', () => {
    expect(executionTable(data).rows[2]).toEqual(['丙', '10.0%', '50.0%', '−40.0 个百分点'])
    expect(executionTable(data).rows[4]).toEqual(['戊', '—', '50.0%', '—'])
  })
})
