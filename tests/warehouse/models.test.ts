import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Warehouse } from '#warehouse'
import { loadRows, payment, petition, regionRows } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

let warehouse: Warehouse

beforeAll(async () => {
  warehouse = await emptyWarehouse({ now: () => new Date('2026-03-01T01:00:00Z') })
  await loadRows(warehouse, { kind: 'regions', fileName: 'regions.csv', rows: regionRows })
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: 'petitions.csv',
    rows: [
      petition('street', { region: '云岭市东川区望江街道江边路' }),
      petition('district', { region: '西山区政府', created_at: '2025-01-31T17:30:00Z' }),
      petition('street-only', { region: '望江街道' }),
      petition('unknown', { region: '火星基地', created_at: null }),
      petition('in-time', { replied_at: '2025-03-11T01:00:00Z', reply: '已修复', rating: '满意' }),
      petition('late', { replied_at: '2025-03-12T01:00:00Z', reply: '已修复', rating: '不满意' }),
      petition('fresh', { created_at: '2025-03-01T01:00:00Z' }),
      petition('undated-reply', { reply: '已转办' }),
    ],
  })
  await loadRows(warehouse, {
    kind: 'suggestions',
    fileName: 'suggestions.csv',
    rows: [
      suggestion('S1', { assigned_at: '2025-02-01T02:00:00Z', replied_at: '2025-05-01T02:00:00Z' }),
      suggestion('S2', { due_at: '2025-02-20T02:00:00Z', replied_at: '2025-02-21T02:00:00Z' }),
      suggestion('S3', {}),
      suggestion('S4', { submitted_at: '2025-04-20T02:00:00Z' }),
    ],
  })
  await loadRows(warehouse, {
    kind: 'budget_lines',
    fileName: 'lines.csv',
    rows: [
      {
        bgt_id: 'B1',
        fiscal_year: '2025',
        agency_code: '101',
        agency_name: '市教育局',
        amount: '1000.10',
        add_amt: '100.00',
      },
      { bgt_id: 'B2', fiscal_year: '2025', agency_code: '102', agency_name: '市水务局', amount: '500.00' },
    ],
  })
  await loadRows(warehouse, {
    kind: 'budget_adjustments',
    fileName: 'adjustments.csv',
    rows: [{ adj_id: 'A1', bgt_id: 'B1', adj_date: '2025-02-01', add_amount: '50.20', dis_amount: '10.10' }],
  })
  await loadRows(warehouse, {
    kind: 'payments',
    fileName: 'payments.csv',
    rows: [
      payment('V1', '200.05'),
      payment('V2', '100.00', { pay_date: '2025-01-09', agency_code: null }),
      payment('V3', '-0.05', { pay_date: '2025-03-31' }),
    ],
  })
})

afterAll(async () => {
  await warehouse.close()
})

function suggestion(id: string, changes: Record<string, string>): Record<string, string> {
  return {
    suggestion_id: id,
    title: '加装电梯',
    body: '建议加快',
    submitted_at: '2025-01-10T02:00:00Z',
    lead_unit: '市住建局',
    ...changes,
  }
}

test('regions are read from free text, the longest name first, and stay empty when unknown', async () => {
  const rows = await read(
    warehouse,
    `select record_id, district_name, street_name from marts.voices
     where record_id in ('street', 'district', 'street-only', 'unknown') order by record_id`,
  )
  expect(rows).toEqual([
    { record_id: 'district', district_name: '西山区', street_name: null },
    { record_id: 'street', district_name: '东川区', street_name: '望江街道' },
    { record_id: 'street-only', district_name: '东川区', street_name: '望江街道' },
    { record_id: 'unknown', district_name: null, street_name: null },
  ])
})

test('days are counted in Shanghai, lateness against the last day in the data', async () => {
  const rows = await read(
    warehouse,
    "select record_id, created_date, due_date, days_to_reply, is_late from marts.voices where kind = 'petitions' order by record_id",
  )
  const late = Object.fromEntries(rows.map((row) => [row['record_id'] as string, row['is_late']] as const))
  expect(late).toEqual({
    district: false,
    fresh: false,
    'in-time': false,
    late: true,
    street: true,
    'street-only': true,
    'undated-reply': null,
    unknown: null,
  })
  expect(rows.find((row) => row['record_id'] === 'district')).toMatchObject({
    created_date: '2025-02-01',
    due_date: '2025-04-02',
  })
  expect(rows.find((row) => row['record_id'] === 'in-time')).toMatchObject({
    days_to_reply: 60,
    due_date: '2025-03-11',
  })
})

test('suggestions have three months from being handed over, or the term the source gives', async () => {
  const rows = await read(
    warehouse,
    'select suggestion_id, due_date, days_to_reply, status_word, is_late from marts.suggestions order by suggestion_id',
  )
  expect(rows).toEqual([
    { suggestion_id: 'S1', due_date: '2025-05-01', days_to_reply: 89, status_word: '已答复', is_late: false },
    {
      suggestion_id: 'S2',
      due_date: '2025-02-20',
      days_to_reply: 42,
      status_word: '逾期答复',
      is_late: true,
    },
    {
      suggestion_id: 'S3',
      due_date: '2025-04-10',
      days_to_reply: null,
      status_word: '逾期未答复',
      is_late: true,
    },
    {
      suggestion_id: 'S4',
      due_date: '2025-07-20',
      days_to_reply: null,
      status_word: '待交办',
      is_late: false,
    },
  ])
})

test('a budget line carries its adjustments and payments to the cent', async () => {
  expect(
    await read(
      warehouse,
      'select bgt_id, added_amount, reduced_amount, adjusted_amount, paid_amount, payments from marts.budget_lines order by bgt_id',
    ),
  ).toEqual([
    {
      bgt_id: 'B1',
      added_amount: '150.20',
      reduced_amount: '10.10',
      adjusted_amount: '1140.20',
      paid_amount: '300.00',
      payments: 3,
    },
    {
      bgt_id: 'B2',
      added_amount: '0.00',
      reduced_amount: '0.00',
      adjusted_amount: '500.00',
      paid_amount: '0.00',
      payments: 0,
    },
  ])
})

test('months without payment are there, and a unit without a code is found by name', async () => {
  expect(
    await read(
      warehouse,
      `select agency_code, month, paid_amount, cumulative_paid, adjusted_budget from marts.agency_months
       order by agency_code, month`,
    ),
  ).toEqual([
    {
      agency_code: '101',
      month: 1,
      paid_amount: '100.00',
      cumulative_paid: '100.00',
      adjusted_budget: '1140.20',
    },
    {
      agency_code: '101',
      month: 2,
      paid_amount: '0.00',
      cumulative_paid: '100.00',
      adjusted_budget: '1140.20',
    },
    {
      agency_code: '101',
      month: 3,
      paid_amount: '200.00',
      cumulative_paid: '300.00',
      adjusted_budget: '1140.20',
    },
    { agency_code: '102', month: 1, paid_amount: '0.00', cumulative_paid: '0.00', adjusted_budget: '500.00' },
    { agency_code: '102', month: 2, paid_amount: '0.00', cumulative_paid: '0.00', adjusted_budget: '500.00' },
    { agency_code: '102', month: 3, paid_amount: '0.00', cumulative_paid: '0.00', adjusted_budget: '500.00' },
  ])
})

test('metrics state value, parts, data time and why one is missing', async () => {
  expect(await warehouse.metric('budget_execution_rate')).toMatchObject({
    value: 300 / 1640.2,
    numerator: '300.00',
    denominator: '1640.20',
    unit: '%',
    dataTime: '2025-03-31',
    missingReason: null,
    computedAt: '2026-03-01T01:00:00Z',
  })
  const gap = await warehouse.metric('budget_execution_gap')
  expect(gap.value).toBeCloseTo(300 / 1640.2 - 0.25, 12)
  expect(await warehouse.metric('petitions_satisfaction')).toMatchObject({
    value: 0.5,
    numerator: 1,
    denominator: 2,
  })
  expect(await warehouse.metric('petitions_satisfaction', { from: '2025-02-02' })).toMatchObject({
    value: null,
    missingReason: '所选范围内分母为零：有评价的留言',
  })
  expect(await warehouse.metric('suggestions_on_time_rate')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(await warehouse.metric('suggestions_late_open')).toMatchObject({ value: 1 })
  expect(await warehouse.metric('petitions_median_days')).toMatchObject({ value: 60.5 })
  expect(await warehouse.metric('comments_adopted_rate')).toMatchObject({
    value: null,
    missingReason: '还没有载入相关数据',
  })
  expect(await warehouse.metric('findings_open')).toMatchObject({
    value: null,
    missingReason: '还没有运行预算分析',
  })
  expect(await warehouse.metric('voices_total', { district: '东川区' })).toMatchObject({ value: 6 })
  expect(await warehouse.metric('budget_paid', { unit: '101' })).toMatchObject({ value: '300.00' })
  await expect(warehouse.metric('nonsense')).rejects.toMatchObject({ code: 'WH_METRIC_UNKNOWN' })
})

test('every metric computes and its card is complete', async () => {
  for (const card of warehouse.metricCards()) {
    const metric = await warehouse.metric(card.name, {
      from: '2025-01-01',
      to: '2025-12-31',
      district: '东川区',
      unit: '101',
      year: 2025,
    })
    expect(metric.card).toBe(card)
    expect(card.sources.length, card.name).toBeGreaterThan(0)
    expect(card.kinds.length, card.name).toBeGreaterThan(0)
    if (card.unit === '%') expect(card.denominator, card.name).not.toBeNull()
  }
})

test('freshness says how far each kind reaches and which lags behind', async () => {
  const rows = await read(
    warehouse,
    'select kind, rows, data_from, data_to, is_stale, last_file from marts.freshness where rows > 0 order by kind',
  )
  expect(rows).toEqual([
    {
      kind: 'budget_adjustments',
      rows: 1,
      data_from: '2025-02-01',
      data_to: '2025-02-01',
      is_stale: false,
      last_file: 'adjustments.csv',
    },
    {
      kind: 'budget_lines',
      rows: 2,
      data_from: null,
      data_to: null,
      is_stale: false,
      last_file: 'lines.csv',
    },
    {
      kind: 'payments',
      rows: 3,
      data_from: '2025-01-09',
      data_to: '2025-03-31',
      is_stale: false,
      last_file: 'payments.csv',
    },
    {
      kind: 'petitions',
      rows: 8,
      data_from: '2025-01-10',
      data_to: '2025-03-01',
      is_stale: true,
      last_file: 'petitions.csv',
    },
    { kind: 'regions', rows: 5, data_from: null, data_to: null, is_stale: false, last_file: 'regions.csv' },
    {
      kind: 'suggestions',
      rows: 4,
      data_from: '2025-01-10',
      data_to: '2025-04-20',
      is_stale: false,
      last_file: 'suggestions.csv',
    },
  ])
})
