import { fromDay, isCalendarKnown, workdaysBetween } from '#calendar'
import { type Procurement, groupBy, unitName } from '../dataset.ts'
import { formatMoney, sumCents } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B31 合同公告超期: a contract published more than two working days after it was signed. */
export const latePublication: Rule = {
  id: 'B31',
  name: '采购合同公告超期',
  version: '1.0',
  role: 'finding',
  severity: '橙',
  certainty: 'C',
  clauses: [statutes.procurementRules50],
  formula: '公告日 − 签订日 > 2 个工作日（按国务院节假日安排）',
  thresholds: [
    {
      key: 'workdays',
      label: '公告期限',
      value: 2,
      unit: '工作日',
      origin: '法定',
      basis: '政府采购法实施条例第五十条',
    },
  ],
  exceptions: [
    '涉及国家秘密、商业秘密的',
    '日历未公布的年份不判断',
    '签订超期、备案超期缺少成交通知书和备案日期，不判断',
  ],
  innocentCauses: ['公告系统故障后补登', '登记的签订日是合同草签日'],
  requires: [{ kind: 'procurements', fields: ['published_at'] }],
  scope: '有签订和公告日期的合同',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const limit = limitOf(thresholds, 'workdays')
    const late = dataset.procurements.filter((item) => (delayOf(item) ?? 0) > limit)
    for (const item of dataset.procurements) {
      const delay = delayOf(item)
      if (delay === null || delay > limit) continue
      const place = { unit: item.unit, year: yearOf(item), matter: item.contract }
      const write = (days: number): string => `${String(days)} 个工作日`
      outcome.spare(numberBelow(place, `合同 ${item.contract} 签订后公告`, delay, limit, write))
    }
    for (const group of groupBy(late, (item) => `${item.unit}\u0000${String(yearOf(item))}`).values()) {
      const [first] = group
      if (!first) continue
      const cents = sumCents(group)
      const longest = Math.max(...group.map((item) => delayOf(item) ?? 0))
      outcome.suspect({
        unit: first.unit,
        year: yearOf(first),
        matter: '采购合同公告',
        severity: '橙',
        cents,
        text: `${unitName(dataset, first.unit)} ${String(yearOf(first))} 年有 ${String(group.length)} 份采购合同共 ${formatMoney(cents)} 公告超过 ${String(limit)} 个工作日，最长 ${String(longest)} 个工作日。`,
        formulaFilled: group
          .slice(0, 5)
          .map((item) => `${item.contract}：${String(delayOf(item) ?? 0)} 个工作日 > ${String(limit)}`)
          .join('；'),
        rows: group.map((item) => ({
          place: item.place,
          cents: item.cents,
          note: `${String(delayOf(item) ?? 0)} 个工作日后公告`,
        })),
      })
    }
    return outcome.done()
  },
}

function yearOf(item: Procurement): number {
  return item.signedOn === null ? 0 : Number(fromDay(item.signedOn).slice(0, 4))
}

/** Working days from signing to publication; null when either date is missing or a year is not in the calendar. */
function delayOf(item: Procurement): number | null {
  if (item.signedOn === null || item.publishedOn === null) return null
  const [signed, published] = [fromDay(item.signedOn), fromDay(item.publishedOn)]
  const areKnown = [signed, published].every((day) => isCalendarKnown(Number(day.slice(0, 4))))
  return areKnown ? Math.max(0, workdaysBetween(signed, published)) : null
}
