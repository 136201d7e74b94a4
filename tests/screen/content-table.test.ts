import { describe, expect, it } from 'vitest'
import type { PanelContent } from '#contract'
import { foldedFlow } from '../../screen/forms/money-flow.ts'
import { aroundToday, distanceInWords, shortDay } from '../../screen/forms/timeline.ts'
import { shortPeriod } from '../../screen/forms/trend-line.ts'
import { contentTable } from '../../screen/tables/content-table.ts'

describe('contentTable', () => {
  it('says a missing value, its reason and a status in words', () => {
    const item = { id: 'a', label: '政府采购', unit: '元', note: null, status: 'bad' as const }
    const content: PanelContent = {
      form: 'figures',
      items: [{ ...item, value: null, missingReason: '本年来源未到' }],
    }
    expect(contentTable(content).rows).toEqual([['政府采购', '—', '本年来源未到', '■ 异常']])
  })

  it('lists all rows of what the wall turns page by page', () => {
    const content: PanelContent = {
      form: 'lamps',
      rule: '按期为绿',
      items: Array.from({ length: 30 }, (_, index) => ({
        id: String(index),
        label: `项目 ${index}`,
        word: '未报告',
        progress: null,
        note: null,
        status: null,
      })),
    }
    const { rows } = contentTable(content)
    expect(rows).toHaveLength(30)
    expect(rows[0]).toEqual(['项目 0', '○ 未报告', '—', ''])
  })
})

describe('foldedFlow', () => {
  const nodes = ['甲', '乙', '丙', '丁', '去处'].map((label, index) => ({ id: `n${index}`, label }))
  const links = [40, 30, 20, 10].map((value, index) => ({
    from: `n${index}`,
    to: 'n4',
    value: `${value}.00`,
  }))

  it('keeps the sum of the money when it folds the smallest', () => {
    const flow = foldedFlow({ form: 'sankey', nodes, links }, 3)
    expect(flow.nodes.map(({ label }) => label)).toEqual(['甲', '乙', '其余 2 项', '去处'])
    expect(flow.links.reduce((sum, { value }) => sum + value, 0)).toBe(100)
  })

  it('ends on money that goes in a circle', () => {
    const circle = [...links, { from: 'n4', to: 'n0', value: '5.00' }]
    expect(foldedFlow({ form: 'sankey', nodes, links: circle }, 5).nodes.length).toBeGreaterThan(0)
  })
})

describe('aroundToday', () => {
  const event = (date: string) => ({ id: date, date, label: '会议', kind: '会议', note: null, status: null })
  const events = ['2026-10-01', '2026-10-20', '2026-11-02', '2026-11-09', '2026-12-01'].map(event)

  it('gives what is coming twice the places of what is over, in order', () => {
    expect(aroundToday(events, '2026-10-31', 3).map(({ date }) => date)).toEqual([
      '2026-10-20',
      '2026-11-02',
      '2026-11-09',
    ])
    expect(aroundToday(events.slice(0, 2), '2026-10-31', 3)).toHaveLength(2)
  })

  it('says days in words', () => {
    expect(distanceInWords('2026-10-31', '2026-10-31')).toBe('今天')
    expect(distanceInWords('2026-11-02', '2026-10-31')).toBe('2 天后')
    expect(shortDay('2027-01-04', '2026-10-31')).toBe('2027年1月4日')
    expect(shortPeriod('2026-10-05')).toBe('10/5')
    expect(shortPeriod('3月')).toBe('3月')
  })
})
