import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemandTable } from '#contract'
import { loadRows, petition } from '#tests/loads.ts'
import { Harness } from './harness.ts'

let api: Harness

beforeAll(async () => {
  api = await Harness.startEmpty()
  const line = (id: string, code: string, amount: string) => ({
    bgt_id: id,
    fiscal_year: '2025',
    agency_code: '101',
    agency_name: '市示例局',
    pro_code: id,
    exp_func_code: code,
    dep_bgt_eco_code: id === 'B2' ? '30101' : '30217',
    amount,
  })
  await loadRows(api.warehouse, {
    kind: 'budget_lines',
    fileName: '指标.csv',
    rows: [line('B1', '2050201', '300.00'), line('B2', '2050202', '400.00'), line('B3', '2010301', '50.00')],
  })
  await loadRows(api.warehouse, {
    kind: 'petitions',
    fileName: '留言.csv',
    rows: [
      petition('T1'),
      petition('T2'),
      petition('T3'),
      petition('T4', { created_at: '2024-05-01T02:00:00Z' }),
    ],
  })
  const classed = (id: string, level: string) => ({ voice_id: `petitions:${id}`, level_1: level, model: 'm' })
  const rows = [
    classed('T1', '教育'),
    classed('T2', '城乡建设'),
    classed('T3', '城乡建设'),
    classed('T4', '教育'),
  ]
  await api.warehouse.writeResults('voices', [{ table: 'voice_classes', rows }], {
    fingerprint: 'f',
    startedAt: api.clock.now(),
  })
})

afterAll(() => api.stop())

test('sets the matters of a year beside its budget, by subject', async () => {
  const { body } = await api.get<DemandTable>('supervision', '/budget/demand')
  expect(body).toMatchObject({ fiscalYear: 2025, from: '2025-01-01', to: '2025-12-31' })
  expect(body.items).toMatchObject([
    {
      subject: '城乡建设',
      voices: 2,
      matters: 2,
      adjusted: '0.00',
      moneyShare: 0,
      quadrant: '诉求多、资金少',
    },
    {
      subject: '教育',
      voices: 1,
      adjusted: '700.00',
      rigid: '400.00',
      threePublic: '300.00',
      projects: 2,
      moneyShare: 1,
      quadrant: '诉求少、资金多',
    },
  ])
  expect(body.coverage).toBeCloseTo(1 / 3, 9)
  expect(body.unmatched.adjusted).toBe('50.00')
})

test('a year with a budget and no classified letters has no coverage to tell', async () => {
  const { body } = await api.get<DemandTable>('supervision', '/budget/demand?year=2025&district=无此区')
  expect(body.coverage).toBeNull()
})
