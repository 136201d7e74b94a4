import { type AccountTable } from '#terms'
import { type Line, type Spot, spot } from './document.ts'
import { type DisclosureIssue, isSum, tolerance, wan } from './issue.ts'
import { totalOf } from './table-checks.ts'
import { type Table, amountAt, amountOf } from './tables.ts'

const number = '(-?[\\d,]+(?:\\.\\d+)?)'

/** The explanations after the tables as one text without spaces, with the page of every character. */
class Narrative {
  readonly text: string
  private readonly starts: { readonly at: number; readonly spot: Spot }[] = []

  constructor(lines: readonly Line[]) {
    const first = lines.findLastIndex(({ text }) => /^第三部分.*情况说明$/u.test(text))
    let text = ''
    for (const line of first < 0 ? [] : lines.slice(first)) {
      // A bare page number is no part of a sentence.
      if (/^(?:第?\d{1,3}页?|-\d{1,3}-|—\d{1,3}—)$/u.test(line.text)) continue
      this.starts.push({ at: text.length, spot: spot(line) })
      text += line.text
    }
    this.text = text
  }

  private spotAt(index: number): Spot {
    return this.starts.findLast(({ at }) => at <= index)?.spot ?? { page: 0, row: 0 }
  }

  /** The numbers a sentence states, each time it occurs. */
  find(pattern: string): (Spot & { readonly values: readonly number[]; readonly text: string })[] {
    return [...this.text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({
      ...this.spotAt(match.index),
      values: match.slice(1).flatMap((value) => amountOf(value) ?? []),
      text: match[0],
    }))
  }
}

/** What the explanations say against the tables, against themselves and against the year. */
export function checkNarrative(lines: readonly Line[], tables: readonly Table[]): DisclosureIssue[] {
  const narrative = new Narrative(lines)
  return [
    ...checkTotals(narrative, tables),
    ...checkBasic(narrative),
    ...checkDirections(narrative),
    ...checkThreePublic(narrative, tables),
  ]
}

interface Stated {
  readonly what: string
  readonly pattern: string
  readonly table: AccountTable
  readonly read: (table: Table) => number | undefined
}

const stated: readonly Stated[] = [
  {
    what: '收入支出总计',
    pattern: `(?<!财政拨款)收入支出总计${number}万元`,
    table: '收入支出决算总表',
    read: (table) => amountAt(table, /总计/u)?.cents,
  },
  {
    what: '财政拨款收入支出总计',
    pattern: `财政拨款收入支出总计${number}万元`,
    table: '财政拨款收入支出决算总表',
    read: (table) => amountAt(table, /总计/u)?.cents,
  },
  {
    what: '本年收入合计',
    pattern: `本年收入合计${number}万元`,
    table: '收入支出决算总表',
    read: (table) => amountAt(table, /本年收入合计/u)?.cents,
  },
  {
    what: '本年支出合计',
    pattern: `本年支出合计${number}万元`,
    table: '收入支出决算总表',
    read: (table) => amountAt(table, /本年支出合计/u)?.cents,
  },
  {
    what: '一般公共预算财政拨款支出',
    pattern: `一般公共预算财政拨款支出${number}万元，(?:占本年|主要用于)`,
    table: '一般公共预算财政拨款支出决算表',
    read: (table) => totalOf(table)?.amounts[0],
  },
]

function checkTotals(narrative: Narrative, tables: readonly Table[]): DisclosureIssue[] {
  return stated.flatMap(({ what, pattern, table: name, read }) => {
    const table = tables.find((one) => one.name === name)
    const inTable = table ? read(table) : undefined
    if (inTable === undefined) return []
    return narrative
      .find(pattern)
      .filter(({ values: [value] }) => value !== undefined && Math.abs(value - inTable) > tolerance)
      .map(({ page, row, values: [value = 0] }) => ({
        check: '表文不一致',
        page,
        row,
        gap: value - inTable,
        text: `说明写${what} ${wan(value)}，${name}为 ${wan(inTable)}`,
      }))
  })
}

/** 基本支出 = 人员经费 + 公用经费. */
function checkBasic(narrative: Narrative): DisclosureIssue[] {
  const pattern = `基本支出${number}万元[。，,；]其中：人员经费${number}万元.{0,400}?公用经费${number}万元`
  return narrative
    .find(pattern)
    .filter(({ values: [total = 0, ...parts] }) => parts.length === 2 && !isSum(total, parts))
    .map(({ page, row, values: [total = 0, staff = 0, running = 0] }) => ({
      check: '基本支出构成',
      page,
      row,
      gap: total - staff - running,
      text: `基本支出 ${wan(total)}，人员经费 ${wan(staff)} 加公用经费 ${wan(running)} 不等`,
    }))
}

/** '年初预算为 A，支出决算为 B。决算数大于预算数' must say what the numbers say. */
function checkDirections(narrative: Narrative): DisclosureIssue[] {
  const pattern = `年初预算(?:数)?为${number}万元，支出决算(?:数)?为${number}万元[^。]{0,40}。(?:其中：)?决算数(?:大于|小于|等于)(?:年初)?预算数`
  return narrative.find(pattern).flatMap(({ page, row, values: [budget = 0, final = 0], text }) => {
    const word = /决算数(大于|小于|等于)/u.exec(text)?.[1] ?? ''
    const fact = final > budget ? '大于' : final < budget ? '小于' : '等于'
    if (word === fact) return []
    const words = `年初预算 ${wan(budget)}、支出决算 ${wan(final)}，却写“决算数${word}预算数”`
    return [{ check: '增减表述', page, row, text: words }]
  })
}

/** The 三公 budget and outcome of the text must stand in the table; an empty table means nil. */
function checkThreePublic(narrative: Narrative, tables: readonly Table[]): DisclosureIssue[] {
  const table = tables.find(({ name }) => name === '财政拨款“三公”经费支出决算表')
  if (!table) return []
  const amounts = table.rows.flatMap((row) => row.amounts)
  const pattern = `“?三公”?经费财政拨款支出年初预算为${number}万元，支出决算为${number}万元`
  const [said] = narrative.find(pattern)
  if (!said) return []
  const names = ['年初预算', '支出决算']
  return said.values.flatMap((value, index) => {
    if (value === 0 || amounts.some((amount) => Math.abs(amount - value) <= 1)) return []
    const inTable = amounts.length === 0 ? '表中没有数字' : '表中没有这个数'
    return [
      {
        check: '表文不一致',
        ...spot(table),
        gap: value,
        text: `说明写三公经费${names[index] ?? ''} ${wan(value)}，三公经费支出决算${inTable}`,
      },
    ]
  })
}
