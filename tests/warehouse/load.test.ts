import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Warehouse } from '#warehouse'
import { feedRows, loadRows, payment, petition, requestFor, unjudged } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

let warehouse: Warehouse
beforeEach(async () => {
  warehouse = await emptyWarehouse()
})
afterEach(async () => {
  await warehouse.close()
})

test('the same file twice changes nothing', async () => {
  const file = {
    kind: 'petitions' as const,
    fileName: 'a.csv',
    rows: [petition('1'), petition('2')],
    refused: [
      {
        sheet: null,
        rowNumber: 4,
        column: 'title',
        code: 'ING_REQUIRED',
        message: '缺少标题',
        cells: { 编号: '3' },
      },
    ],
  }
  const first = await loadRows(warehouse, file)
  expect(first).toMatchObject({ rows: 3, accepted: 2, quarantined: 1, unchanged: 0, status: 'published' })
  const version = warehouse.version()
  const again = await loadRows(warehouse, file)
  expect(again).toMatchObject({
    rows: 3,
    accepted: 0,
    quarantined: 1,
    unchanged: 2,
    status: 'duplicate',
    loadId: first.loadId,
  })
  expect(warehouse.version()).toBe(version)
  expect(await read(warehouse, 'select count(*) as loads from raw.loads')).toEqual([{ loads: 1 }])
  expect(await warehouse.isLoaded(requestFor(file).fileHash)).toMatchObject([
    { loadId: first.loadId, accepted: 2 },
  ])
})

test('a row already in is unchanged, one with another state becomes the current state', async () => {
  await loadRows(warehouse, { kind: 'petitions', fileName: 'a.csv', rows: [petition('1'), petition('2')] })
  const report = await loadRows(warehouse, {
    kind: 'petitions',
    fileName: 'b.csv',
    rows: [
      petition('1'),
      petition('2', { reply: '已修复', replied_at: '2025-01-20T02:00:00Z' }),
      petition('3'),
    ],
  })
  expect(report).toMatchObject({ rows: 3, accepted: 2, unchanged: 1 })
  expect(
    await read(
      warehouse,
      'select record_id, is_replied, days_to_reply, source_file from marts.voices order by 1',
    ),
  ).toEqual([
    { record_id: '1', is_replied: false, days_to_reply: null, source_file: 'a.csv' },
    { record_id: '2', is_replied: true, days_to_reply: 10, source_file: 'b.csv' },
    { record_id: '3', is_replied: false, days_to_reply: null, source_file: 'b.csv' },
  ])
  const history = await warehouse.lineage('voices', 'petitions:2')
  expect(history.map((step) => [step.fileName, step.rowNumber, step.isCurrent])).toEqual([
    ['b.csv', 3, true],
    ['a.csv', 3, false],
  ])
})

test('an older pull that arrives late does not undo a newer state', async () => {
  const replied = petition('1', { status: '已答复', replied_at: '2025-02-01T00:00:00Z' })
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: 'new.csv',
    rows: [replied],
    observedAt: new Date('2025-02-02'),
  })
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: 'old.csv',
    rows: [petition('1')],
    observedAt: new Date('2025-01-15'),
  })
  expect(await read(warehouse, 'select status from marts.voices')).toEqual([{ status: '已答复' }])
})

test('rows without a number are named by content, equal ones stay apart and are found again', async () => {
  const row = petition('', { petition_id: null })
  await loadRows(warehouse, { kind: 'petitions', fileName: 'a.csv', rows: [row, row] })
  const again = await loadRows(warehouse, { kind: 'petitions', fileName: 'b.csv', rows: [row, row, row] })
  expect(again).toMatchObject({ accepted: 1, unchanged: 2 })
  expect(await read(warehouse, 'select count(distinct voice_id) as voices from marts.voices')).toEqual([
    { voices: 3 },
  ])
})

test('one number for different payments in one file gives different records, whatever file came first', async () => {
  await loadRows(warehouse, { kind: 'payments', fileName: 'a.csv', rows: [payment('V1', '10.00')] })
  await loadRows(warehouse, {
    kind: 'payments',
    fileName: 'b.csv',
    rows: [payment('V1', '10.00'), payment('V1', '25.50', { payee_name: '示例商行' })],
  })
  const rows = await read(warehouse, 'select payment_id, amount from marts.payments order by amount')
  expect(rows.map((row) => row['amount'])).toEqual(['10.00', '25.50'])
  for (const row of rows) {
    expect(row['payment_id']).toMatch(/^V1~[0-9a-f]{8}$/)
    const steps = await warehouse.lineage('payments', String(row['payment_id']))
    expect(steps.map((step) => step.values['amount'])).toEqual([row['amount']])
  }
})

test('rows that differ only in the number their mapping does not go by are one record', async () => {
  const rows = [payment('V1', '10.00', { contract_no: 'C1' }), payment('V2', '10.00', { contract_no: 'C1' })]
  const file = { kind: 'payments' as const, fileName: 'a.csv', rows }
  const request = requestFor(file)
  const identity = request.identity.filter((name) => name !== 'pay_cert_no')
  await warehouse.write((batch) =>
    batch.load({ ...request, key: ['contract_no'], identity }, (sink) => feedRows(file, sink)),
  )
  expect(await read(warehouse, 'select payment_id from marts.payments')).toEqual([{ payment_id: 'C1' }])
})

test('masked originals are sealed once, beside the row they belong to', async () => {
  const file = { kind: 'petitions' as const, fileName: 'a.csv', rows: [petition('1')] }
  await warehouse.write((batch) =>
    batch.load(requestFor(file), async (sink) => {
      const values = ['1', null, null, '标题', '电话***', ...Array.from({ length: 12 }, () => null)]
      await sink.accept([
        { values, extra: null, sheet: null, rowNumber: 2, sealed: [{ column: 'body', text: '电话 000' }] },
      ])
      return { rowsRead: 1, judge: unjudged }
    }),
  )
  expect(await read(warehouse, 'select kind, record_key, column_name from raw.sealed_texts')).toEqual([
    { kind: 'petitions', record_key: '1', column_name: 'body' },
  ])
})

test('a feed that lost rows is refused as a whole and the ledger says so', async () => {
  const file = { kind: 'petitions' as const, fileName: 'a.csv', rows: [] }
  const write = warehouse.write((batch) =>
    batch.load(requestFor(file), async () => ({ rowsRead: 5, judge: unjudged })),
  )
  await expect(write).rejects.toMatchObject({
    code: 'WH_LOAD_FAILED',
    place: { file: 'a.csv', rowsRead: 5, rowsSeen: 0 },
  })
  expect(await read(warehouse, 'select status, error_code, rows_read, warnings from raw.loads')).toEqual([
    {
      status: 'failed',
      error_code: 'WH_LOAD_FAILED',
      rows_read: null,
      warnings: JSON.stringify([
        '数据入库失败，本次载入已全部撤销，库中仍是上一次的数据。（file=a.csv，rowsRead=5，rowsSeen=0）',
      ]),
    },
  ])
  expect(await warehouse.isLoaded(requestFor(file).fileHash)).toEqual([])
})

test('a reader that breaks off leaves nothing behind and the next file loads', async () => {
  const file = { kind: 'petitions' as const, fileName: 'a.csv', rows: [petition('1')] }
  const write = warehouse.write((batch) =>
    batch.load(requestFor(file), async (sink) => {
      await sink.refuse([{ sheet: null, rowNumber: 2, column: null, code: 'X', message: '示例', cells: {} }])
      throw new Error('the disk went away')
    }),
  )
  await expect(write).rejects.toThrow('the disk went away')
  expect(await read(warehouse, 'select count(*) as rows from raw.quarantine')).toEqual([{ rows: 0 }])
  expect(await loadRows(warehouse, file)).toMatchObject({ accepted: 1 })
})

test('of several files in one write only the one that broke off is marked as failed', async () => {
  const good = { kind: 'petitions' as const, fileName: 'good.csv', rows: [petition('1')] }
  const broken = { kind: 'payments' as const, fileName: 'broken.csv', rows: [] }
  const nothing = { rowsRead: 0, judge: unjudged }
  const write = warehouse.write(async (batch) => {
    await batch.load({ ...requestFor(good), identity: [] }, async () => nothing)
    await batch.load(requestFor(broken), () => Promise.reject(new Error('cut off')))
  })
  await expect(write).rejects.toThrow('cut off')
  expect(await read(warehouse, 'select file_name, status from raw.loads')).toEqual([
    { file_name: 'broken.csv', status: 'failed' },
  ])
})

test('one number for different messages in two files keeps both, a corrected title stays one record', async () => {
  const other = { title: '公交太少', body: '早高峰等不到车。', created_at: '2025-02-03T02:00:00Z' }
  const rows = [petition('7'), petition('8')]
  await loadRows(warehouse, { kind: 'petitions', fileName: 'a.csv', rows })
  await loadRows(warehouse, {
    kind: 'petitions',
    fileName: 'b.csv',
    rows: [petition('7', other), petition('8', { title: '路灯不亮（更正）' })],
  })
  expect(
    await read(warehouse, 'select record_id, title from marts.voices order by record_id, title'),
  ).toEqual([
    { record_id: '7', title: '公交太少' },
    { record_id: '7', title: '路灯不亮 7' },
    { record_id: '8', title: '路灯不亮（更正）' },
  ])
})
