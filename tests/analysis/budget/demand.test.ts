import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demandAgainstMoney, loadSpendingCrosswalk } from '#analysis'

const money = (code: string, adjusted: number) => ({
  code,
  adjusted,
  paid: 0,
  rigid: 0,
  threePublic: 0,
  projects: 1,
})
const demand = (subject: string, matters: number) => ({
  subject,
  matters,
  voices: matters * 3,
  suggestions: 1,
  open: 0,
})
const crosswalk = loadSpendingCrosswalk()
const subjectOf = (code: string) => crosswalk.target([code.slice(0, 3), code.slice(3)])

test('functions are read to the 款 where the table names one, else to the 类', () => {
  expect(['20801', '20810', '20138', '20103', '20502'].map(subjectOf)).toEqual([
    '人力资源和社会保障',
    '民政服务',
    '市场监管与商贸旅游',
    null,
    '教育',
  ])
})

test('what is asked for stands beside what is spent; money without a subject stands apart', () => {
  const table = demandAgainstMoney(
    [demand('教育', 30), demand('城乡建设', 70)],
    [money('20502', 600), money('20501', 150), money('21201', 250), money('20103', 999)],
    subjectOf,
  )
  expect(table.rows).toMatchObject([
    { subject: '城乡建设', demandShare: 0.7, moneyShare: 0.25, quadrant: '诉求多、资金少' },
    {
      subject: '教育',
      demandShare: 0.3,
      moneyShare: 0.75,
      gap: -0.45,
      quadrant: '诉求少、资金多',
      projects: 2,
    },
  ])
  expect(table.rows.map(({ gap }) => gap.toFixed(3))).toEqual(['0.450', '-0.450'])
  expect(table.coverage).toBeCloseTo(0.55, 12)
  expect(table.unmatched.adjusted).toBe(999)
})

test('shares are whole, gaps cancel out, and no money is lost', () => {
  const subjects = ['教育', '城乡建设', '卫生健康', '农业农村']
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ subject: fc.constantFrom(...subjects), matters: fc.integer({ min: 1, max: 99 }) }),
        {
          selector: ({ subject }) => subject,
          minLength: 1,
        },
      ),
      fc.array(
        fc.tuple(
          fc.constantFrom('20501', '20502', '21201', '21001', '21301', '20103'),
          fc.integer({ min: 1, max: 9e6 }),
        ),
        { minLength: 1 },
      ),
      (asked, spent) => {
        const table = demandAgainstMoney(
          asked.map(({ subject, matters }) => demand(subject, matters)),
          spent.map(([code, adjusted]) => money(code, adjusted)),
          subjectOf,
        )
        const total = table.rows.reduce((sum, row) => sum + row.adjusted, 0)
        expect(total + table.unmatched.adjusted).toBe(spent.reduce((sum, [, adjusted]) => sum + adjusted, 0))
        expect(table.rows.reduce((sum, row) => sum + row.demandShare, 0)).toBeCloseTo(1, 9)
        if (total > 0) expect(table.rows.reduce((sum, row) => sum + row.gap, 0)).toBeCloseTo(0, 9)
        expect(table.coverage).toBeLessThanOrEqual(1 + 1e-9)
      },
    ),
  )
})
