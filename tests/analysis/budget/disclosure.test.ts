import { describe, expect, it } from 'vitest'
import { checkDisclosure, linesOf } from '../../../analysis/budget/index.ts'

type Page = Parameters<typeof linesOf>[0][number]

/** A page of lines; a space divides words. */
function page(lines: readonly string[]): Page {
  return { lines: lines.map((line, index) => ({ row: index + 1, words: line.split(' ') })) }
}

const contents = [
  '第二部分 示例局2024年度部门决算表',
  '一、收入支出决算总表',
  '三、支出决算表',
  '七、财政拨款“三公”经费支出决算表',
]
const total = [
  '收入支出决算总表',
  '本年收入合计 1,000.00 本年支出合计 900.00',
  '年末结转和结余 100.00',
  '总计 1,000.00 总计 1,000.00',
]
const spending = [
  '支出决算表',
  '类 款 项 合计 900.00 700.00 200.00',
  '201 一般公共服务支出 900.00 700.00 200.00',
  '201 06 财政事务 900.00 700.00 200.00',
  '201 06 01 行政运行 700.00 700.00',
  '2010602 一般行政管理事务 200.00 200.00',
]
const threePublic = ['财政拨款“三公”经费支出决算表', '预算数 决算数', '1.20 0.80']
const words = [
  '第三部分 示例局2024年度部门决算情况说明',
  '示例局2024年度收入支出总计 1000 万元。',
  '本年收入合计 1000.00 万元。本年支出合计 900.00 万元。',
  '年初预算为 710.00 万元，支出决算为 700.00 万元。决算数小于预算数的主要原因：节约。',
  '基本支出 700.00 万元。其中：人员经费 600.00 万元，公用经费 100.00 万元。',
  '“三公”经费财政拨款支出年初预算为 1.20 万元，支出决算为 0.80 万元。',
  '资产情况：截至2024年12月31日，共有房屋一处。',
]

const sheet = { contents, total, spending, threePublic, words }

function issuesOf(change: Partial<typeof sheet> = {}): string[] {
  const {
    contents: first,
    total: second,
    spending: third,
    threePublic: fourth,
    words: last,
  } = { ...sheet, ...change }
  const pages = [first, second, third, fourth, last].map(page)
  return checkDisclosure(linesOf(pages)).issues.map(({ page: at, check }) => `${String(at)} ${check}`)
}

const swap = (lines: readonly string[], from: string, to: string): string[] =>
  lines.map((line) => line.replace(from, to))

describe('a department’s published final accounts', () => {
  it('says nothing about a file that adds up', () => {
    expect(issuesOf()).toEqual([])
  })

  it.each([
    ['a table of the contents is missing', { spending: [] }, ['1 缺少表格']],
    ['a template’s words are left', { contents: swap(contents, '示例局', 'XX局') }, ['1 模板未填']],
    [
      'income and spending differ',
      { total: swap(total, '总计 1,000.00 总计 1,000.00', '总计 1,000.00 总计 990.00') },
      ['2 收支平衡'],
    ],
    [
      'a row does not add up',
      { spending: swap(spending, '201 06 01 行政运行 700.00 700.00', '201 06 01 行政运行 700.00 650.00') },
      ['3 表内勾稽'],
    ],
    [
      'items do not add up to their class',
      { spending: swap(spending, '200.00 200.00', '150.00 150.00') },
      ['3 表内勾稽'],
    ],
    ['two tables disagree', { total: swap(total, '900.00', '905.00') }, ['3 表间勾稽', '5 表文不一致']],
    ['text and table disagree', { words: swap(words, '总计 1000', '总计 0') }, ['5 表文不一致']],
    ['text and table differ by rounding', { words: swap(words, '总计 1000', '总计 1000.4') }, []],
    ['the wrong direction', { words: swap(words, '小于', '大于') }, ['5 增减表述']],
    [
      'basic spending does not add up',
      { words: swap(words, '公用经费 100.00', '公用经费 120.00') },
      ['5 基本支出构成'],
    ],
    [
      'the table of 三公 is empty',
      { threePublic: threePublic.slice(0, 2) },
      ['4 表文不一致', '4 表文不一致'],
    ],
    ['another year', { words: swap(words, '截至2024年', '截至2023年') }, ['5 年度不一致']],
  ])('%s', (_what, change, expected) => {
    expect(issuesOf(change)).toEqual(expected)
  })

  it('does not judge a file without the tables', () => {
    const report = checkDisclosure(linesOf([page(words)]))
    expect(report).toEqual({ year: 2024, unit: null, tables: [], issues: [] })
  })

  it('names the department of the cover, whichever way it breaks', () => {
    const unitOf = (lines: readonly string[]) => checkDisclosure(linesOf([page(lines)])).unit
    expect(unitOf(['示例省云岭市财政局 2024年度部门决算'])).toBe('示例省云岭市财政局')
    expect(unitOf(['示例省云岭市', '规划和自然资源局', '2024年度', '部门决算', '目录'])).toBe(
      '示例省云岭市规划和自然资源局',
    )
    expect(unitOf(['目录', '第一部分 概况，一、职能'])).toBeNull()
  })

  it('says by how much and on which line', () => {
    const changed = swap(total, '总计 1,000.00 总计 1,000.00', '总计 1,000.00 总计 990.00')
    const [issue] = checkDisclosure(
      linesOf([contents, changed, spending, threePublic, words].map(page)),
    ).issues
    expect(issue).toMatchObject({ page: 2, row: 4, gap: 1_000 })
  })

  it('reads a cell that stands a little above its row', () => {
    const raised = [
      ...spending.slice(0, 2),
      '700.00',
      '201 一般公共服务支出 900.00 200.00',
      ...spending.slice(3),
    ]
    const pages = [contents, total, raised, threePublic, words].map(page)
    expect(checkDisclosure(linesOf(pages)).issues).toEqual([])
  })
})
