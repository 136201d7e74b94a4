import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import type { PanelContext } from '../../panel-kind.ts'
import { percent } from '../../words.ts'
import { executionSources } from '../sources.ts'

interface Month {
  readonly month: number
  readonly rate: number | null
  readonly linear: number
  readonly seasonal: number | null
}

/** The latest fiscal year with data and its last month with payments. */
export async function readBudgetYear({ warehouse }: PanelContext) {
  const [asOf] = await warehouse.query(apiQueries.budget.asOf, { year: null })
  return asOf ?? null
}

export const budgetExecution = defineKind({
  id: 'budget.execution',
  name: '预算执行进度',
  question: '钱花得比往年同期快还是慢？',
  form: 'trend',
  sources: [executionSources],
  metric: 'budget_execution_rate',
  definition: '累计支付除以调整后预算；往年同期为以往各年同月累计进度的平均，没有往年的与时间进度比',
  load: async (context) => {
    const asOf = await readBudgetYear(context)
    if (asOf === null) return []
    const { fiscal_year: year, as_of_month } = asOf
    return context.warehouse.query(apiQueries.budget.months, { year, as_of_month, unit: null })
  },
  answer: (months) => {
    const known = months.filter(({ rate }) => rate !== null)
    const headline = executionHeadline(months)
    if (known.length === 0) return { headline, content: null, missingReason: '还没有载入预算指标或支付数据' }
    const hasSeasonal = months.some(({ seasonal }) => seasonal !== null)
    return {
      headline,
      content: {
        form: 'trend',
        unit: '%',
        periods: months.map(({ month }) => `${month}月`),
        series: [
          { id: 'paid', label: '今年', values: months.map(({ rate }) => rate) },
          hasSeasonal
            ? { id: 'seasonal', label: '往年同期', values: months.map(({ seasonal }) => seasonal) }
            : { id: 'linear', label: '时间进度', values: months.map(({ linear }) => linear) },
        ],
        band: null,
        marks: [],
      },
    }
  },
})

/** Progress by the newest month with data, against other years at that time, or against the year's passed share. */
export function executionHeadline(months: readonly Month[]): string {
  const last = months.filter(({ rate }) => rate !== null).at(-1)
  if (typeof last?.rate !== 'number') return '预算或支付数据未到'
  const expected = last.seasonal ?? last.linear
  const basis = last.seasonal === null ? '时间进度' : '往年同期'
  const gap = (last.rate - expected) * 100
  const said = `${last.month} 月底支出 ${percent(last.rate)}，`
  if (Math.abs(gap) < 0.05) return `${said}与${basis}持平`
  return `${said}${gap > 0 ? '快' : '慢'}于${basis} ${Math.abs(gap).toFixed(1)} 点`
}
