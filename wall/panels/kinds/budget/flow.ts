import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { mostOf, named, percent } from '../../words.ts'
import { readBudgetYear } from './execution.ts'
import { economicName, functionName } from './subjects.ts'

interface Flow {
  readonly account: string
  readonly purpose: string
  readonly use: string
  /** 元, two decimals. */
  readonly amount: string
}

const shownPurposes = 6
const otherPurposes = '其他方面'

export const budgetFlow = defineKind({
  id: 'budget.flow',
  name: '资金流向',
  question: '钱从哪本账来，用到哪里去？',
  form: 'sankey',
  sources: [['budget_lines', 'budget_adjustments']],
  metric: 'budget_total',
  definition:
    '最近预算年度调整后的指标：四本账 → 功能分类（类）→ 部门经济分类（类）；金额小的功能类并为“其他方面”',
  load: async (context): Promise<Flow[]> => {
    const asOf = await readBudgetYear(context)
    if (asOf === null) return []
    const rows = await context.warehouse.query(wallQueries.moneyFlow, { year: asOf.fiscal_year })
    return rows.map(({ account, function_class, economic_class, amount }) => ({
      ...{ account, amount },
      purpose: functionName(function_class),
      use: economicName(economic_class),
    }))
  },
  answer: (rows) => {
    const headline = flowHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入预算指标' }
    const kept = largestPurposes(rows)
    const flows = rows.map((row) => (kept.has(row.purpose) ? row : { ...row, purpose: otherPurposes }))
    const links = [
      ...linksOf(flows, (row) => [`账:${row.account}`, `方面:${row.purpose}`]),
      ...linksOf(flows, (row) => [`方面:${row.purpose}`, `用途:${row.use}`]),
    ]
    const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))]
    return {
      headline,
      content: {
        form: 'sankey',
        nodes: ids.map((id) => ({ id, label: id.slice(id.indexOf(':') + 1) })),
        links,
      },
    }
  },
})

function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

function yuan(value: bigint): string {
  const digits = value.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Exact sums of what flows between two layers, in the order in which they first appear. */
function linksOf(flows: readonly Flow[], ends: (flow: Flow) => readonly [string, string]) {
  const sums = new Map<string, { from: string; to: string; value: bigint }>()
  for (const flow of flows) {
    const [from, to] = ends(flow)
    const key = `${from}→${to}`
    const known = sums.get(key)?.value ?? 0n
    sums.set(key, { from, to, value: known + cents(flow.amount) })
  }
  return [...sums.values()].map(({ from, to, value }) => ({ from, to, value: yuan(value) }))
}

function totals(flows: readonly Flow[], by: (flow: Flow) => string): { name: string; sum: bigint }[] {
  const sums = new Map<string, bigint>()
  for (const flow of flows) sums.set(by(flow), (sums.get(by(flow)) ?? 0n) + cents(flow.amount))
  return [...sums].map(([name, sum]) => ({ name, sum }))
}

function largestPurposes(flows: readonly Flow[]): Set<string> {
  const sorted = totals(flows, ({ purpose }) => purpose).sort((a, b) =>
    a.sum < b.sum ? 1 : a.sum > b.sum ? -1 : 0,
  )
  return new Set(sorted.slice(0, shownPurposes).map(({ name }) => name))
}

/** What takes most, as a share of the whole. */
export function flowHeadline(flows: readonly Flow[]): string {
  const purposes = totals(flows, ({ purpose }) => purpose)
  const most = mostOf(purposes, ({ sum }) => Number(sum))
  const whole = purposes.reduce((sum, one) => sum + one.sum, 0n)
  if (!most || whole === 0n) return '没有可画的预算指标'
  return named(most.name, `用得最多，占 ${percent(Number(most.sum) / Number(whole), 0)}`)
}
