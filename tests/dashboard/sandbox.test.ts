import { expect, test } from 'vitest'
import type { SubjectGap } from '#contract'
import { workOut } from '../../dashboard/components/sandbox.ts'

function subject(name: string, changes: Partial<SubjectGap>): SubjectGap {
  return {
    subject: name,
    voices: 0,
    matters: 0,
    suggestions: 0,
    open: 0,
    adjusted: '1000.00',
    paid: '200.00',
    rigid: '400.00',
    threePublic: '50.00',
    projects: 1,
    demandShare: 0.5,
    moneyShare: 0.5,
    gap: 0,
    quadrant: '诉求多、资金多',
    ...changes,
  }
}

const items = [
  subject('教育', { demandShare: 0.2 }),
  subject('城乡建设', { demandShare: 0.8, paid: '900.00' }),
]
const still = { changes: {}, threePublicCut: 0 }

test('nothing moved, nothing changes', () => {
  const result = workOut(items, still)
  expect(result).toMatchObject({
    left: 0,
    objections: [],
    coverageBefore: 0.7,
    coverageAfter: 0.7,
    threePublic: 100,
  })
  expect(result.rows.map(({ floor }) => floor)).toEqual([400, 900])
})

test('money that follows what is asked for raises the coverage', () => {
  const result = workOut(items, { ...still, changes: { 教育: -600, 城乡建设: 600 } })
  expect(result).toMatchObject({ left: 0, objections: [], coverageAfter: 1 })
})

test('rigid spending and what is paid stay, the total does not grow, 三公 only goes down', () => {
  const below = workOut(items, { ...still, changes: { 教育: -601, 城乡建设: -200 } })
  expect(below.objections).toEqual([
    '教育：低于刚性支出或已支付的数额，不能再减',
    '城乡建设：低于刚性支出或已支付的数额，不能再减',
  ])
  expect(below.left).toBe(801)
  expect(workOut(items, { ...still, changes: { 教育: 1 } }).objections).toEqual([
    '给出去的多于调出来的：总额不能增加',
  ])
  expect(workOut(items, { changes: { 教育: 30 }, threePublicCut: 30 }).objections).toEqual([])
  expect(workOut(items, { ...still, threePublicCut: -1 }).objections).toContain('三公经费只减不增')
  expect(workOut(items, { ...still, threePublicCut: 101 }).objections).toEqual(['三公经费不能减到零以下'])
})
