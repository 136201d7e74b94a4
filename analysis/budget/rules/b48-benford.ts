import { type BenfordRefusal, judgeBenford } from '../../stats/benford.ts'
import { unitName } from '../dataset.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'

const refusals: Readonly<Record<BenfordRefusal, string>> = {
  'too-few': '不足 1000 笔',
  'too-narrow': '金额跨度不足三个数量级',
  floor: '来源有起报金额',
}

/** B48 数值分布: first-two-digit distribution of a unit's amounts in a year. Only adds weight to other findings. */
export const benfordDeviation: Rule = {
  id: 'B48',
  name: '数值分布（Benford）',
  version: '1.1',
  role: 'support',
  severity: '黄',
  certainty: 'I',
  clauses: [],
  formula:
    '前两位数字分布与 Benford 分布的平均绝对偏差 > 0.0022；单位一年 ≥ 1000 笔、跨三个数量级、没有起报金额时才计算；只作佐证',
  thresholds: [
    {
      key: 'deviation',
      label: '平均绝对偏差',
      value: 0.0022,
      unit: '比例',
      origin: '内部默认',
      basis: 'Nigrini（2012）的不符合界限',
    },
  ],
  exceptions: ['有起报金额的来源', '笔数或跨度不足的单位'],
  innocentCauses: ['定额标准支出多', '价格统一'],
  requires: [{ kind: 'payments', fields: [] }],
  scope: '一年不少于 1000 笔支付的单位',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    const refused = new Map<BenfordRefusal, number>()
    let judged = 0
    for (const { unit, year, cents, payments: count, digits, ...spread } of dataset.totals.spread) {
      const result = judgeBenford({ ...spread, count, digits: digits ?? [] })
      if (typeof result === 'string') {
        refused.set(result, (refused.get(result) ?? 0) + 1)
        continue
      }
      judged += 1
      if (result.deviation <= limitOf(thresholds, 'deviation')) continue
      const deviation = result.deviation.toFixed(4)
      outcome.suspect({
        unit,
        year,
        matter: '数值分布',
        severity: '黄',
        cents,
        text: `${unitName(dataset, unit)} ${String(year)} 年 ${String(result.count)} 笔支付的前两位数字偏离 Benford 分布，平均绝对偏差 ${deviation}。`,
        formulaFilled: `${deviation} > ${String(limitOf(thresholds, 'deviation'))}`,
        rows: [],
      })
    }
    for (const [refusal, units] of [...refused].sort())
      outcome.limit(`${String(units)} 个单位年度${refusals[refusal]}，不适用`)
    return outcome.done(judged > 0)
  },
}
