import { describe, expect, test } from 'vitest'
import { figurePlan } from '../../screen/forms/figure-grid.ts'
import { typeScale } from '../../screen/stage/type-scale.ts'

const hall = typeScale('hall')
const figure = (label: string, text: string, note = '', isMissing = false) => ({
  ...{ label, text, unit: '件', note, isMissing },
})
const six = [
  figure('最近一月民意', '89'),
  figure('正在升温的热点', '10'),
  figure('建议按期答复率', '89.2'),
  figure('逾期未答复建议', '51'),
  figure('预算执行率', '—', '暂无法计算', true),
  figure('红色疑点', '0'),
]

describe('figures on a standing wall in a hall', () => {
  test('stand in rows of fewer rather than in letters of their labels', () => {
    const plan = figurePlan(six, { width: 968, height: 300 }, hall)
    expect(plan.count).toBe(6)
    expect(plan.columns).toBe(3)
    expect(plan.size).toBeGreaterThan(hall.label)
  })

  test('lose their remarks before one of them goes', () => {
    const remarked = six.map((one) => ({ ...one, note: one.note || '比上一个月多出百分之十二' }))
    const plan = figurePlan(remarked, { width: 968, height: 300 }, hall)
    expect(plan).toMatchObject({ count: 6, noted: false })
  })

  test('become fewer where all of them would be too small to read', () => {
    const plan = figurePlan(six, { width: 600, height: 160 }, hall)
    expect(plan.count).toBeLessThan(6)
    expect(plan.size).toBeGreaterThan(hall.label)
  })
})
