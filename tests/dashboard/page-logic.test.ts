import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitBudget } from '#contract'
import { changedFigures } from '../../dashboard/components/changed-figures.ts'
import { certaintyWords } from '../../dashboard/components/certainty-words.ts'
import { describeFile } from '../../dashboard/components/describe-file.ts'
import { freshnessState } from '../../dashboard/components/freshness-state.ts'
import { loadState } from '../../dashboard/components/load-state.ts'
import { lastDayOf, monthsWithoutGaps } from '../../dashboard/components/months.ts'
import { paidAbove } from '../../dashboard/components/paid-above.ts'
import { pendingLead } from '../../dashboard/components/pending-lead.ts'
import { periodChoices } from '../../dashboard/components/period-choices.ts'
import { replyState } from '../../dashboard/components/reply-state.ts'
import { ruleState } from '../../dashboard/components/rule-state.ts'
import { sortRows } from '../../dashboard/components/sort-rows.ts'
import { quietMorning } from '../../dashboard/components/source-words.ts'
import type { TableColumn } from '../../dashboard/components/table-column.ts'
import { typedCount } from '../../dashboard/components/typed-count.ts'

describe('months and periods', () => {
  it('fills the months between, over a turn of the year', () => {
    expect(monthsWithoutGaps(['2025-02', '2024-11'])).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
    expect(monthsWithoutGaps([])).toEqual([])
  })

  it.each([
    ['2024-02', '2024-02-29'],
    ['2025-02', '2025-02-28'],
    ['2025-12', '2025-12-31'],
  ])('knows the last day of %s', (month, day) => {
    expect(lastDayOf(month)).toBe(day)
  })

  it('counts quick periods back from the newest data, both ends included', () => {
    const [month] = periodChoices('2026-03-01')
    expect(month).toEqual({ label: '最近 30 天', from: '2026-01-31', to: '2026-03-01' })
    expect(periodChoices(null)).toEqual([])
  })
})

describe('sorting a table', () => {
  interface Row {
    id: number
    value: number | null
  }
  const columns: TableColumn<Row>[] = [
    { key: 'value', title: '', text: (row) => row.value, sortValue: (row) => row.value },
  ]

  it('keeps every row, orders numbers, puts missing last either way and equal ones in their order', () => {
    const rows = fc.array(fc.record({ value: fc.option(fc.integer({ min: 0, max: 5 })) }), { maxLength: 30 })
    fc.assert(
      fc.property(rows, fc.boolean(), (given, descending) => {
        const numbered = given.map((row, id) => ({ ...row, id }))
        const sorted = sortRows(numbered, columns, { key: 'value', descending })
        expect([...sorted].sort((a, b) => a.id - b.id)).toEqual(numbered)
        sorted.slice(1).forEach((row, index) => {
          const before = sorted[index]
          if (!before) throw new Error('no row')
          if (row.value === null) return
          expect(before.value).not.toBeNull()
          const step = (row.value - (before.value ?? 0)) * (descending ? -1 : 1)
          expect(step).toBeGreaterThanOrEqual(0)
          if (step === 0) expect(row.id).toBeGreaterThan(before.id)
        })
      }),
    )
  })

  it('leaves the order alone for a column that cannot be sorted', () => {
    const rows = [{ id: 1, value: 2 }]
    expect(sortRows(rows, columns, { key: 'other', descending: true })).toBe(rows)
  })
})

describe('states in words', () => {
  it('tells late replies from late silence, and judges nothing that is not due', () => {
    const voice = { isReplied: false, isLate: null, daysToReply: null, status: null }
    expect(replyState(voice)).toEqual({ level: 'idle', word: '未答复' })
    expect(replyState({ ...voice, isLate: true })).toEqual({ level: 'bad', word: '逾期未答复' })
    expect(replyState({ ...voice, isReplied: true, isLate: true, daysToReply: 95 })).toEqual({
      level: 'warn',
      word: '逾期答复（95 天）',
    })
    expect(replyState({ ...voice, isReplied: true, isLate: false }).word).toBe('已答复')
  })

  it('never calls an unchecked rule clean', () => {
    expect(ruleState({ status: 'applied', why: null }).word).toBe('已检查')
    expect(ruleState({ status: 'not_applicable', why: '缺少预备费' })).toEqual({
      level: 'warn',
      word: '数据不足',
    })
    expect(ruleState({ status: 'not_applicable', why: '本次未启用' }).word).toBe('未启用')
  })

  it('names sources, loads, files and certainty', () => {
    expect(freshnessState({ loads: 0, isStale: false, lateSources: [] }).word).toBe('未接入')
    expect(freshnessState({ loads: 2, isStale: true, lateSources: ['示例留言板'] }).word).toBe('来源没到')
    expect(freshnessState({ loads: 2, isStale: true, lateSources: [] })).toEqual({
      level: 'bad',
      word: '超期未更新',
    })
    expect(loadState('failed').word).toBe('失败，未改动数据')
    expect(loadState('新状态')).toEqual({ level: 'warn', word: '新状态' })
    expect(describeFile({ name: '表.csv', size: 10 })).toBe('表.csv（1 KB）')
    expect(describeFile({ name: '表.csv', size: 3_500_000 })).toBe('表.csv（3.3 MB）')
    expect(certaintyWords('C/P')).toBe('条文已核对；监督实践中的常见类别（C/P）')
    expect(certaintyWords('?')).toBe('?')
  })
})

describe('why a file waits for a person', () => {
  it('is the unit alone where the header is known', () => {
    expect(pendingLead('unit_unclear')).toContain('看不出金额的单位')
    expect(pendingLead('unit_unclear')).not.toContain('认不出')
    expect(pendingLead('kind_unknown')).toContain('认不出这个文件的表头')
  })
})

describe('what a list of payments must add up to', () => {
  const budget = {
    unit: { paid: '30.00' },
    lines: [{ bgtId: 'Z1', paid: '10.00' }],
    months: [{ month: 3, paid: '20.00' }],
  } as unknown as UnitBudget

  it('is the number of the level above, or none where no level holds it', () => {
    expect(paidAbove(budget, {})).toEqual({ name: '单位累计支出', paid: '30.00' })
    expect(paidAbove(budget, { line: 'Z1' })?.paid).toBe('10.00')
    expect(paidAbove(budget, { month: '3' })).toEqual({ name: '3 月支出', paid: '20.00' })
    expect(paidAbove(budget, { line: 'Z1', month: '3' })).toBeNull()
    expect(paidAbove(budget, { line: 'Z2' })).toBeNull()
  })
})

describe('a morning without alerts', () => {
  it.each([
    [['arrived', 'arrived'], '都按时到了'],
    [['arrived', 'never', 'paused', 'never'], '没有要处理的：2 个未接入过、1 个已暂停'],
    [['waiting'], '没有要处理的：1 个等待中'],
  ] as const)('of %j says %s', (states, words) => {
    expect(quietMorning(states.map((state) => ({ state })))).toBe(words)
  })
})

describe('a metric before and after a change', () => {
  it.each([
    [{ before: 0.268, after: 0.2387, unit: '%' }, ['26.8 %', '23.9 %']],
    [{ before: 0.26801, after: 0.26804, unit: '%' }, ['26.801 %', '26.804 %']],
    [
      { before: '123600000000.00', after: '123600000050.00', unit: '元' },
      ['123,600,000,000 元', '123,600,000,050 元'],
    ],
    [{ before: null, after: 3, unit: '件' }, ['无', '3 件']],
  ] as const)('%j', (change, shown) => {
    expect(Object.values(changedFigures(change))).toEqual(shown)
  })
})

it.each([
  ['１０', 10],
  [' 1,234 ', 1234],
  ['', null],
  ['十', NaN],
  ['1.5', NaN],
  ['-3', NaN],
] as const)('the typed count %j is %j', (text, count) => {
  expect(typedCount(text)).toBe(count)
})
