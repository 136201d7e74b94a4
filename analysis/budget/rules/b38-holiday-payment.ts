import { isCalendarKnown, restDayName } from '#calendar'
import { type BudgetDataset, type Payment, groupBy, unitName, unitYearKey } from '../dataset.ts'
import { paymentRows } from '../evidence.ts'
import { formatMoney, sumCents } from '../money.ts'
import { OutcomeBuilder, type Rule } from '../rule.ts'
import { isAutomaticDebit, isReliefPayment } from '../suppression.ts'
import { type DayTotal } from '../totals.ts'

/** B38 节假日支付: paid on a legal holiday or weekend; make-up working days (调休) are working days. */
export const holidayPayment: Rule = {
  id: 'B38',
  name: '节假日支付',
  version: '1.0',
  role: 'finding',
  severity: '黄',
  certainty: 'I',
  clauses: [],
  formula: '支付日期是国务院公布的法定节假日或周末，且不是调休上班日；按单位、年度合并',
  thresholds: [],
  exceptions: [
    '救灾应急',
    '银行自动代扣、利息和手续费',
    '退回与冲销',
    '日历未公布的年份不判断',
    '非人民币数据不判断',
  ],
  innocentCauses: ['银行或系统记账日期与经办日期不同', '民生、应急事项需要在节假日支付', '日期录入错误'],
  requires: [{ kind: 'payments', fields: ['pay_date', 'amount'] }],
  scope: '节假日和周末的支付',
  narrow: (_thresholds, { restDays }) => [{ query: 'days', params: { days: [...restDays] } }],
  evaluate(dataset, _thresholds, payments) {
    const outcome = new OutcomeBuilder()
    const judged = dataset.totals.days.filter((day) => isJudged(day, outcome))
    const ownCurrency = payments.filter((payment) => payment.currency === 'CNY' && payment.cents > 0)
    for (const own of groupBy(ownCurrency, ({ unit, year }) => unitYearKey(unit, year)).values()) {
      const resting = own.filter((payment) => isRestDay(payment.date))
      const kept = resting.filter((payment) => !isReliefPayment(payment) && !isAutomaticDebit(payment))
      const [first] = resting
      if (first && kept.length < resting.length) {
        const place = { unit: first.unit, year: first.year, matter: '节假日支付' }
        outcome.suppress({ ...place, reason: '救灾应急或银行自动扣款', rows: resting.length - kept.length })
      }
      suspectDays(outcome, dataset, kept)
    }
    return outcome.done(judged.length > 0)
  },
}

/** Whether offices are closed on a day, as far as the calendar knows its year. */
export function isRestDay(date: string): boolean {
  return isCalendarKnown(Number(date.slice(0, 4))) && restDayName(date) !== null
}

function isJudged({ currency, date }: DayTotal, outcome: OutcomeBuilder): boolean {
  if (currency !== 'CNY') {
    outcome.limit('非人民币数据：中国节假日不适用')
    return false
  }
  const year = Number(date.slice(0, 4))
  if (isCalendarKnown(year)) return true
  outcome.limit(`${String(year)} 年的节假日安排不在日历中`)
  return false
}

function suspectDays(outcome: OutcomeBuilder, dataset: BudgetDataset, payments: readonly Payment[]): void {
  const [first] = payments
  if (!first) return
  const cents = sumCents(payments)
  const days = [
    ...new Set(payments.map((payment) => `${payment.date}（${restDayName(payment.date) ?? ''}）`)),
  ].sort()
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: '节假日支付',
    severity: '黄',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年在节假日或周末支付 ${String(payments.length)} 笔共 ${formatMoney(cents)}：${days.slice(0, 5).join('、')}${days.length > 5 ? `等 ${String(days.length)} 天` : ''}。`,
    formulaFilled: `${days.slice(0, 5).join('、')} 均非工作日，${String(payments.length)} 笔合计 ${formatMoney(cents)}`,
    rows: paymentRows(payments, (payment) => restDayName(payment.date) ?? ''),
  })
}
