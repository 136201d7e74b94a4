import { type BudgetDataset, groupBy, unitName, unitYearKey } from '../dataset.ts'
import {
  type FiscalItem,
  approvedOf,
  budgetOf,
  classRows,
  generalAccount,
  itemRows,
  wholeOf,
} from '../fiscal.ts'
import { formatMoney } from '../money.ts'
import { moneyBelow } from '../near.ts'
import { type EvidenceRow, OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

const byCongress = /人大|人常|常委会|人民代表大会/u

/** B08 调整未报批: what article 67 calls a budget adjustment was made without the standing committee. */
export const unapprovedChange: Rule = {
  id: 'B08',
  name: '预算调整未报批',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.budgetLaw67, statutes.budgetLaw70, statutes.budgetLaw71],
  formula:
    '收支表没有人大常委会批准文号，而：一般公共预算总支出调整预算与年初预算之差（增加的先扣除上级转移支付增加）> 容差；或动用预算稳定调节基金（11015）增加；或重点支出调减；或债务收入（105、11011）增加',
  thresholds: [
    {
      key: 'tolerance',
      label: '容差占年初预算',
      value: 0.001,
      unit: '比例',
      origin: '内部默认',
      basis: '万元、亿元换算的尾差',
    },
  ],
  exceptions: ['上级增加的转移支付引起的支出变化', '没有收入表的年度不判断总支出增加'],
  innocentCauses: ['批准文号没有登记', '调整预算列的是执行中的变动数，含上年结转', '上级转移支付未单列'],
  requires: [{ kind: 'expenditures', fields: ['budget_amount', 'adjusted_amount'] }],
  scope: '有调整预算的政府收支表',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const revenues = groupBy(dataset.revenues, (item) => unitYearKey(item.unit, item.year))
    let judged = 0
    for (const [key, spent] of groupBy(dataset.expenditures, (item) => unitYearKey(item.unit, item.year))) {
      if (!spent.some((item) => item.adjusted !== null)) continue
      judged += 1
      judge(outcome, dataset, { spent, taken: revenues.get(key) ?? [] }, limitOf(thresholds, 'tolerance'))
    }
    return outcome.done(judged > 0)
  },
}

interface GovernmentYear {
  readonly spent: readonly FiscalItem[]
  readonly taken: readonly FiscalItem[]
}

interface Change {
  readonly matter: string
  readonly cents: number
  /** What a difference has to exceed before it counts. */
  readonly tolerance: number
  readonly words: string
  readonly rows: readonly EvidenceRow[]
}

function judge(outcome: OutcomeBuilder, dataset: BudgetDataset, year: GovernmentYear, share: number): void {
  const [first] = year.spent
  if (!first) return
  const place = { unit: first.unit, year: first.year }
  const changes = changesOf(year, share)
  const made = changes.filter(({ cents, tolerance }) => cents > tolerance)
  const approval = [...year.spent, ...year.taken].find(({ approvedBy }) => byCongress.test(approvedBy ?? ''))
  if (year.taken.length === 0)
    outcome.spare({
      ...{ ...place, matter: '总支出增加', kind: 'precondition', limit: '', short: '', nearness: 0 },
      measured: '没有收入表，不能扣除上级转移支付增加引起的支出变化',
    })
  for (const { matter, cents, tolerance } of changes)
    if (cents <= tolerance)
      outcome.spare(moneyBelow({ ...place, matter }, matter, Math.max(0, cents), tolerance))
  for (const { matter, cents, words, rows } of made)
    if (approval) outcome.suppress({ ...place, matter, reason: '有人大常委会批准文号', rows: rows.length })
    else
      outcome.suspect({
        ...place,
        matter,
        severity: '红',
        cents,
        text: `${unitName(dataset, first.unit)} ${String(first.year)} 年${words}，收支表没有人大常委会批准预算调整的文号。`,
        formulaFilled: `${matter} ${formatMoney(cents)}，批准文号：${documentsOf(year)}`,
        rows,
      })
}

function documentsOf({ spent, taken }: GovernmentYear): string {
  const documents = new Set([...spent, ...taken].flatMap(({ approvedBy }) => approvedBy ?? []))
  return documents.size === 0 ? '无' : [...documents].sort().slice(0, 3).join('、')
}

function delta(item: FiscalItem): number {
  return item.adjusted === null || item.budget === null ? 0 : item.adjusted - item.budget
}

function sumOf(items: readonly FiscalItem[]): number {
  return items.reduce((sum, item) => sum + delta(item), 0)
}

/** What higher levels gave more than was planned; their transfers alone where the source lists them, else the whole class. */
function moreFromAbove(taken: readonly FiscalItem[]): number {
  const single = taken.filter(({ code }) => /^1100[123]$/u.test(code))
  if (single.length > 0) return sumOf(single)
  const other = taken.filter(({ code }) => /^110(?:09|11|15)$/u.test(code))
  return sumOf(taken.filter(({ code }) => code === '110')) - sumOf(other)
}

function changesOf({ spent, taken }: GovernmentYear, share: number): Change[] {
  const general = taken.filter(({ account }) => account === generalAccount)
  const classes = classRows(spent.filter(({ account }) => account === generalAccount))
  const before = wholeOf(classes, budgetOf) ?? 0
  const tolerance = Math.round(before * share)
  const total = sumOf(classes)
  const unexplained = total > 0 ? total - Math.max(0, moreFromAbove(general)) : -total
  const fund = general.filter(
    ({ code, name }) => code === '11015' || /动用.*稳定调节基金|调入.*稳定调节基金/u.test(name),
  )
  const debt = taken.filter(({ code }) => code === '105' || /^11011$/u.test(code))
  const key = spent.filter((item) => item.isKey && delta(item) < 0)
  const direction = total > 0 ? '增加' : '减少'
  const rowsOf = (items: readonly FiscalItem[]) => itemRows(items, approvedOf, '调整预算')
  const known = taken.length > 0 || total < 0
  return [
    ...(known && before > 0
      ? [
          {
            matter: `总支出${direction}`,
            cents: unexplained,
            tolerance,
            words: `一般公共预算总支出比年初预算${direction} ${formatMoney(Math.abs(total))}${total > 0 ? `，扣除上级转移支付增加后为 ${formatMoney(unexplained)}` : ''}`,
            rows: rowsOf(classes.filter((item) => delta(item) !== 0)),
          },
        ]
      : []),
    {
      matter: '调入预算稳定调节基金',
      cents: sumOf(fund),
      tolerance,
      words: `调入预算稳定调节基金比年初预算增加 ${formatMoney(sumOf(fund))}`,
      rows: rowsOf(fund),
    },
    {
      matter: '重点支出调减',
      cents: -sumOf(key),
      tolerance: 0,
      words: `重点支出（${key.map(({ name }) => name).join('、')}）调减 ${formatMoney(-sumOf(key))}`,
      rows: rowsOf(key),
    },
    {
      matter: '增加举借债务',
      cents: sumOf(debt),
      tolerance,
      words: `债务收入比年初预算增加 ${formatMoney(sumOf(debt))}`,
      rows: rowsOf(debt),
    },
  ]
}
