import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lampOf, lampRule, type Project } from '../../wall/panels/kinds/projects/lamp.ts'

const project = (changes: Partial<Project>): Project => ({
  record_key: 'P',
  year: 2026,
  title: '示例工程',
  lead_unit: null,
  target: null,
  planned_at: '2026-12-31',
  progress: 0.5,
  status: null,
  budget: null,
  votes_rank: null,
  reported_at: '2026-07-02',
  ...changes,
})

describe('lamps', () => {
  it.each([
    ['done, however late', { progress: 1, planned_at: '2026-03-01' }, '绿', '完成'],
    ['as far as the time', { progress: 0.5 }, '绿', '按期'],
    ['a little behind', { progress: 0.4 }, '黄', '稍慢'],
    ['exactly at the limit', { progress: 0.3 }, '黄', '稍慢'],
    ['far behind', { progress: 0.29 }, '红', '滞后'],
    ['past the planned day', { progress: 0.99, planned_at: '2026-07-31' }, '红', '逾期'],
    [
      'on the planned day itself',
      { progress: 0.99, planned_at: '2026-08-01', reported_at: '2026-08-01' },
      '黄',
      '稍慢',
    ],
    ['never reported', { progress: null, reported_at: null }, '灰', '无报告'],
    ['never reported and past', { progress: null, planned_at: '2026-01-31' }, '灰', '无报告'],
    ['without a planned day', { planned_at: null }, '灰', '无计划日'],
    ['planned before its year began', { planned_at: '2025-12-31', progress: 0.5 }, '红', '逾期'],
  ])('%s', (_, changes, colour, word) => {
    expect(lampOf(project(changes), '2026-08-01', 0.2)).toMatchObject({ colour, word })
  })

  it('never get worse with more progress', () => {
    const order = ['红', '黄', '绿']
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((progress) =>
            order.indexOf(lampOf(project({ progress }), '2026-08-01', 0.2).colour),
          )
          expect(high).toBeGreaterThanOrEqual(low ?? 0)
        },
      ),
    )
  })

  it('write their rule with the threshold in force', () => {
    expect(lampRule(0.15)).toContain('15 个百分点')
  })
})
