import { apiQueries, wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { money, named, percent } from '../../words.ts'
import { executionSources } from '../sources.ts'
import { readBudgetYear } from './execution.ts'
import { functionName } from './subjects.ts'

interface Progress {
  readonly id: string
  readonly label: string
  readonly adjusted: string
  readonly paid: string
  readonly rate: number | null
}

interface Year {
  readonly year: number | null
  /** Share of the year that has passed by the last month with payments. */
  readonly expected: number | null
  readonly rows: readonly Progress[]
}

const definition = '已支付除以调整后预算；应达到的比例为有支付的最后月份除以 12，只作参照'

export const budgetAccounts = defineKind({
  id: 'budget.accounts',
  name: '四本账执行进度',
  question: '四本账各花了多少？',
  form: 'progress',
  sources: [executionSources],
  metric: 'budget_execution_rate',
  definition,
  load: async (context): Promise<Year> => {
    const asOf = await readBudgetYear(context)
    if (asOf === null) return { year: null, expected: null, rows: [] }
    const rows = await context.warehouse.query(apiQueries.budget.accounts, { year: asOf.fiscal_year })
    return {
      ...yearOf(asOf),
      rows: rows.map(({ account, ...row }) => ({ ...row, id: account, label: account })),
    }
  },
  answer: (year) => progressFinding(year),
  fact: (year, item) => progressFact(year, item),
})

export const budgetFunctions = defineKind({
  id: 'budget.functions',
  name: '各功能类执行进度',
  question: '钱主要花在哪些方面，进度如何？',
  form: 'progress',
  options: [
    {
      key: 'limit',
      label: '最多几类',
      value: 6,
      choices: [4, 6, 8].map((limit) => ({ value: limit, label: `${limit} 类` })),
    },
  ],
  sources: [executionSources],
  metric: 'budget_execution_rate',
  definition: `按功能分类的类汇总，金额大的在前；${definition}`,
  load: async (context, { options }): Promise<Year> => {
    const asOf = await readBudgetYear(context)
    if (asOf === null) return { year: null, expected: null, rows: [] }
    const rows = await context.warehouse.query(wallQueries.functions, { year: asOf.fiscal_year })
    return {
      ...yearOf(asOf),
      rows: rows.slice(0, Number(options['limit'])).map(({ function_class: code, ...row }) => ({
        ...row,
        id: code,
        label: functionName(code),
      })),
    }
  },
  answer: (year) => progressFinding(year),
  fact: (year, item) => progressFact(year, item),
})

function yearOf({ fiscal_year, as_of_month }: { fiscal_year: number; as_of_month: number | null }) {
  return { year: fiscal_year, expected: as_of_month === null ? null : as_of_month / 12 }
}

function progressFinding({ year, expected, rows }: Year) {
  const headline = progressHeadline(rows)
  if (year === null || rows.length === 0)
    return { headline, content: null, missingReason: '还没有载入预算指标' }
  return {
    headline,
    content: {
      form: 'progress' as const,
      unit: '元',
      rows: rows.map(({ id, label, adjusted, paid, rate }) => ({
        ...{ id, label, done: paid, total: adjusted, rate, expected },
        note: null,
        status: null,
      })),
    },
  }
}

function progressFact({ year, expected, rows }: Year, item: string) {
  const row = rows.find(({ id }) => id === item)
  if (!row || year === null) return null
  return {
    title: row.label,
    facts: [
      { label: '预算年度', value: `${year} 年` },
      { label: '调整后预算', value: money(row.adjusted) },
      { label: '已支付', value: money(row.paid) },
      { label: '执行率', value: row.rate === null ? '没有预算，无法计算' : percent(row.rate) },
      { label: '时间进度', value: expected === null ? '还没有支付' : percent(expected) },
    ],
    trend: null,
  }
}

/** The slowest of those with a budget; all alike or all at zero is said as such. */
export function progressHeadline(rows: readonly Progress[]): string {
  const known = rows.flatMap(({ label, rate }) => (rate === null ? [] : [{ label, rate }]))
  const [first] = known
  if (!first) return '没有可比的预算与支付数据'
  if (known.every(({ rate }) => rate === 0)) return '预算已到，支付数据未到'
  const slowest = known.reduce((low, row) => (row.rate < low.rate ? row : low), first)
  if (known.length === 1) return named(first.label, `已支出 ${percent(first.rate)}`)
  if (known.every(({ rate }) => rate === first.rate)) return `各项都已支出 ${percent(first.rate)}`
  return named(slowest.label, `最慢，支出 ${percent(slowest.rate)}`)
}
