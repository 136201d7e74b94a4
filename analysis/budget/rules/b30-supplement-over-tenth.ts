import { unitName } from '../dataset.ts'
import { fromDay } from '#calendar'
import { formatMoney, formatShare } from '../money.ts'
import { numberBelow } from '../near.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { statutes } from '../statutes.ts'

/** B30 补充合同超 10%: supplements of a contract exceed a tenth of it. */
export const supplementOverTenth: Rule = {
  id: 'B30',
  name: '补充合同超 10%',
  version: '1.0',
  role: 'finding',
  severity: '红',
  certainty: 'C',
  clauses: [statutes.procurementLaw49],
  formula: '补充合同金额合计 ÷ 原合同金额 > 10%',
  thresholds: [
    {
      key: 'share',
      label: '补充合同占原合同',
      value: 0.1,
      unit: '比例',
      origin: '法定',
      basis: '政府采购法第四十九条',
    },
  ],
  exceptions: ['原合同金额为 0 的只作数据问题'],
  innocentCauses: ['补充合同的标的与原合同不同，应另行采购', '金额含税口径不一致'],
  requires: [{ kind: 'procurements', fields: [] }],
  scope: '有补充合同的采购',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const limit = limitOf(thresholds, 'share')
    for (const item of dataset.procurements) {
      if (item.cents <= 0) continue
      const year = item.signedOn === null ? 0 : Number(fromDay(item.signedOn).slice(0, 4))
      if (item.supplement <= limit * item.cents) {
        const place = { unit: item.unit, year, matter: item.contract }
        const what = `合同 ${item.contract} 补充合同占比`
        outcome.spare(numberBelow(place, what, item.supplement / item.cents, limit, formatShare))
        continue
      }
      const share = formatShare(item.supplement / item.cents)
      outcome.suspect({
        unit: item.unit,
        year,
        matter: item.contract,
        matterName: item.item,
        severity: '红',
        cents: item.supplement,
        text: `${unitName(dataset, item.unit)} 的合同 ${item.contract}（${item.item ?? '未填品目'}）原金额 ${formatMoney(item.cents)}，补充合同 ${formatMoney(item.supplement)}，占 ${share}。`,
        formulaFilled: `${formatMoney(item.supplement)} ÷ ${formatMoney(item.cents)} = ${share} > ${formatShare(limit)}`,
        rows: [{ place: item.place, cents: item.cents, note: `补充合同 ${formatMoney(item.supplement)}` }],
      })
    }
    return outcome.done()
  },
}
