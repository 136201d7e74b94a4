import { figuresKind } from '../../figures-kind.ts'
import { integer, percent } from '../../words.ts'
import { findingSources } from '../sources.ts'

export const budgetFigures = figuresKind({
  id: 'budget.figures',
  name: '预算数字',
  question: '预算多少，花了多少，进度如何？',
  sources: [findingSources],
  figures: [
    { metric: 'budget_total' },
    { metric: 'budget_paid' },
    { metric: 'budget_execution_rate' },
    { metric: 'budget_execution_gap', status: (gap) => (Math.abs(gap) > 0.1 ? 'warn' : null) },
    { metric: 'findings_open' },
    { metric: 'findings_red', status: (value) => (value > 0 ? 'bad' : 'ok') },
  ],
  headline: (valueOf) => budgetHeadline(valueOf('budget_execution_rate'), valueOf('findings_open')),
})

export function budgetHeadline(rate: number | null, findings: number | null): string {
  const said = rate === null ? '执行进度未知' : `已支出 ${percent(rate)}`
  if (findings === null) return said
  return findings === 0 ? `${said}，没有疑点` : `${said}，${integer(findings)} 条疑点待核实`
}
