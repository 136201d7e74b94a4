import { type BudgetDataset, type Transfer, groupBy, unitName } from '../dataset.ts'
import { fromDay } from '#calendar'
import { formatMoney, sumCents } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'
import { isDisasterRelief } from '../suppression.ts'

interface LateTransferRule {
  readonly id: string
  readonly name: string
  /** How the source names this kind of transfer. */
  readonly kind: RegExp
  readonly kindName: string
  readonly days: number
  readonly exceptions: readonly string[]
}

/** A transfer handed on later than the statutory number of days after it arrived; not handed on counts to the data date. */
export function lateTransferRule(given: LateTransferRule): Rule {
  return {
    id: given.id,
    name: given.name,
    version: '1.0',
    role: 'finding',
    severity: '红',
    certainty: 'C',
    clauses: [statutes.budgetLaw52, statutes.transferRules94],
    formula: `${given.kindName}转移支付：下达日 − 收文日 > ${String(given.days)} 日；尚未下达的算到数据日期`,
    thresholds: [
      {
        key: 'days',
        label: '下达期限',
        value: given.days,
        unit: '日',
        origin: '法定',
        basis: '预算法第五十二条',
      },
    ],
    exceptions: given.exceptions,
    innocentCauses: ['收文日登记为文件落款日', '分批下达，末批较晚', '需要下级先报项目清单'],
    requires: [{ kind: 'transfers', fields: ['received_at'] }],
    scope: '有收文日的转移支付',
    evaluate(dataset, thresholds) {
      const outcome = new OutcomeBuilder()
      const limit = limitOf(thresholds, 'days')
      const ofKind = dataset.transfers.filter(
        (item) => given.kind.test(item.transferKind) && item.receivedOn !== null,
      )
      const late = ofKind.filter((item) => daysTaken(item, dataset) > limit && !isExcepted(item))
      for (const item of ofKind)
        if (daysTaken(item, dataset) <= limit)
          outcome.spare(
            numberBelow(
              { unit: item.unit, year: item.year, matter: item.document },
              `${item.document} 从收文到下达`,
              daysTaken(item, dataset),
              limit,
              (days) => `${String(days)} 日`,
            ),
          )
        else if (isExcepted(item))
          outcome.suppress({
            unit: item.unit,
            year: item.year,
            matter: item.document,
            reason: '救灾或据实结算',
            rows: 1,
          })
      for (const group of groupBy(late, (item) => `${item.unit}\u0000${String(item.year)}`).values()) {
        suspectLate(outcome, dataset, group, given.kindName, limit)
      }
      return outcome.done(ofKind.length > 0)
    },
  }
}

function isExcepted(item: Transfer): boolean {
  return isDisasterRelief(item.transferKind, item.document, null) || item.transferKind.includes('据实')
}

function daysTaken(item: Transfer, dataset: BudgetDataset): number {
  const end = item.issuedOn ?? dataset.lastDay
  return item.receivedOn === null || end === null ? 0 : end - item.receivedOn
}

function suspectLate(
  outcome: OutcomeBuilder,
  dataset: BudgetDataset,
  late: readonly Transfer[],
  kindName: string,
  limit: number,
): void {
  const [first] = late
  if (!first) return
  const longest = Math.max(...late.map((item) => daysTaken(item, dataset)))
  const cents = sumCents(late)
  outcome.suspect({
    unit: first.unit,
    year: first.year,
    matter: `${kindName}转移支付下达`,
    severity: '红',
    cents,
    text: `${unitName(dataset, first.unit)} ${String(first.year)} 年有 ${String(late.length)} 笔${kindName}转移支付共 ${formatMoney(cents)} 超过 ${String(limit)} 日才下达，最长 ${String(longest)} 日。`,
    formulaFilled: late
      .slice(0, 5)
      .map(
        (item) => `${item.document}→${item.to}：${String(daysTaken(item, dataset))} 日 > ${String(limit)} 日`,
      )
      .join('；'),
    rows: late.map((item) => ({
      place: item.place,
      cents: item.cents,
      note: `收文 ${fromDay(item.receivedOn ?? 0)}，${item.issuedOn === null ? '尚未下达' : `下达 ${fromDay(item.issuedOn)}`}`,
    })),
  })
}
