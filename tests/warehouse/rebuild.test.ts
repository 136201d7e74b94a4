import { expect, test } from 'vitest'
import { loadRows, payment, petition, unjudged } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'

test('a load rebuilds what reads it and nothing else', async () => {
  const warehouse = await emptyWarehouse()
  await loadRows(warehouse, { kind: 'payments', fileName: 'p.csv', rows: [payment('V1', '1.00')] })
  const voices = await warehouse.fingerprint(['marts.voices'])
  const money = await warehouse.fingerprint(['marts.payments'])
  const report = await warehouse.write((batch) =>
    batch.load(
      {
        kind: 'comments',
        source: 's',
        fileName: 'c.csv',
        fileHash: 'c1',
        fileBytes: 1,
        format: 'csv',
        encoding: null,
        sheets: [],
        mapping: null,
        actor: 'a',
        key: ['comment_id'],
        identity: ['comment_id'],
        startedAt: new Date(0),
      },
      async (sink) => {
        const values = ['1', '草案', null, null, '意见', null, '2025-01-01T00:00:00Z', null, null, null]
        await sink.accept([{ values, extra: null, sheet: null, rowNumber: 2 }])
        return { rowsRead: 1, judge: unjudged }
      },
    ),
  )
  const tables = report.rebuild.built.map((entry) => entry.model).filter((name) => name.startsWith('marts.'))
  expect(tables.sort()).toEqual([
    'marts.comments',
    'marts.disclosure_documents',
    'marts.freshness',
    'marts.proceedings',
    'marts.suggestions',
    'marts.voice_months',
    'marts.voices',
  ])
  expect(report.rebuild.changed.filter((name) => name.startsWith('marts.')).sort()).toEqual([
    'marts.comments',
    'marts.freshness',
    'marts.voice_months',
    'marts.voices',
  ])
  expect(await warehouse.fingerprint(['marts.voices'])).not.toBe(voices)
  expect(await warehouse.fingerprint(['marts.payments'])).toBe(money)
  const nothing = await warehouse.rebuild()
  expect(nothing).toMatchObject({ built: [], changed: [], version: warehouse.version() })
  const all = await warehouse.rebuild({ all: true })
  expect(all.skipped).toBe(0)
  expect(all.changed).toEqual([])
  await warehouse.close()
})

test('an audit that finds offenders rolls everything back and is named', async () => {
  const warehouse = await emptyWarehouse()
  await loadRows(warehouse, { kind: 'payments', fileName: 'p.csv', rows: [payment('V1', '1.00')] })
  const version = warehouse.version()
  const bad = loadRows(warehouse, {
    kind: 'payments',
    fileName: 'bad.csv',
    rows: [payment('V2', '约三百元')],
  })
  await expect(bad).rejects.toMatchObject({
    code: 'WH_AUDIT_FAILED',
    place: { audits: ['raw__values_castable.payments（1 处）'] },
  })
  await expect(bad).rejects.not.toThrow('约三百元')
  expect(await read(warehouse, 'select payment_id from marts.payments')).toEqual([{ payment_id: 'V1' }])
  expect(await read(warehouse, 'select count(*) as rows from raw.payments')).toEqual([{ rows: 1 }])
  expect(warehouse.version()).toBe(version)
  expect(await read(warehouse, 'select status, error_code from raw.loads order by load_seq')).toEqual([
    { status: 'published', error_code: null },
    { status: 'failed', error_code: 'WH_AUDIT_FAILED' },
  ])
  expect(
    await loadRows(warehouse, { kind: 'payments', fileName: 'good.csv', rows: [payment('V2', '3.00')] }),
  ).toMatchObject({ accepted: 1 })
  await warehouse.close()
})

test('warnings are reported and do not stop the publish', async () => {
  const warehouse = await emptyWarehouse()
  await loadRows(warehouse, { kind: 'payments', fileName: 'p.csv', rows: [payment('V1', '1.00')] })
  const { warnings } = await warehouse.rebuild({ all: true })
  expect(warnings).toEqual([
    {
      audit: 'payments__lines_known',
      severity: 'warn',
      message: '支付引用的预算指标编号在指标表中找不到',
      offenders: 1,
    },
  ])
  await warehouse.close()
})

test('readers see the old state until the commit, and listeners hear of it after', async () => {
  const warehouse = await emptyWarehouse()
  const events: number[] = []
  const stop = warehouse.onPublish((event) => events.push(event.version))
  const before = warehouse.version()
  let seen: unknown
  await warehouse.write(async (batch) => {
    await batch.load(
      {
        kind: 'regions',
        source: 's',
        fileName: 'r.csv',
        fileHash: 'r1',
        fileBytes: 1,
        format: 'csv',
        encoding: null,
        sheets: [],
        mapping: null,
        actor: 'a',
        key: ['region_code'],
        identity: [],
        startedAt: new Date(0),
      },
      async (sink) => {
        await sink.accept([
          { values: ['1', '云岭市', null, '市', null, null], extra: null, sheet: null, rowNumber: 2 },
        ])
        return { rowsRead: 1, judge: unjudged }
      },
    )
    seen = await read(warehouse, 'select count(*) as rows from marts.regions')
  })
  expect(seen).toEqual([{ rows: 0 }])
  expect(await read(warehouse, 'select count(*) as rows from marts.regions')).toEqual([{ rows: 1 }])
  expect(events).toEqual([before + 1])
  stop()
  await loadRows(warehouse, { kind: 'petitions', fileName: 'p.csv', rows: [petition('1')] })
  expect(events).toEqual([before + 1])
  await warehouse.close()
})

test('analysis results replace their table, keep decimals exact and refuse unknown columns', async () => {
  const warehouse = await emptyWarehouse()
  const run = { fingerprint: 'f1', startedAt: new Date('2026-01-01T00:00:00Z') }
  const finding = {
    finding_id: 'F1',
    rule: 'B01',
    amount: '12345678901234.56',
    evidence: { z: 3.2 },
    innocent_causes: ['节假日'],
  }
  await warehouse.writeResults(
    'budget',
    [
      { table: 'findings', rows: [finding] },
      { table: 'analysis.rule_status', rows: [{ rule: 'B01' }] },
    ],
    run,
  )
  const first = await warehouse.fingerprint(['analysis.findings'])
  expect(
    await read(
      warehouse,
      'select finding_id, amount, evidence, innocent_causes, text from analysis.findings',
    ),
  ).toEqual([
    {
      finding_id: 'F1',
      amount: '12345678901234.56',
      evidence: '{"z":3.2}',
      innocent_causes: '["节假日"]',
      text: null,
    },
  ])
  expect(await warehouse.metric('findings_open')).toMatchObject({ value: 1 })
  await warehouse.writeResults('budget', [{ table: 'findings', rows: [] }], run)
  expect(await warehouse.metric('findings_open')).toMatchObject({ value: 0 })
  expect(await warehouse.fingerprint(['analysis.findings'])).not.toBe(first)
  const stray = warehouse.writeResults(
    'budget',
    [{ table: 'findings', rows: [{ finding_id: 'F2', colour: '红' }] }],
    run,
  )
  await expect(stray).rejects.toMatchObject({
    code: 'WH_RESULT_SHAPE',
    place: { table: 'findings', column: 'colour' },
  })
  expect(await read(warehouse, 'select job, input_fingerprint, rows from analysis.runs')).toEqual([
    { job: 'budget', input_fingerprint: 'f1', rows: 0 },
  ])
  await warehouse.close()
})
