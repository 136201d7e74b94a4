import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Connection } from '../../warehouse/engine/connection.ts'
import type { RawRow } from '../../warehouse/types.ts'
import type { LoadContext } from '../../warehouse/raw/context.ts'
import { rawColumns } from '../../warehouse/raw/contract.ts'
import { loadFile } from '../../warehouse/raw/loader.ts'
import { createStateTables, createTables } from '../../warehouse/schema.ts'
import { feedRows, payment, requestFor, unjudged, type Row, type TestFile } from '#tests/loads.ts'

let connection: Connection
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segments-'))
  const instance = await DuckDBInstance.create(':memory:')
  connection = new Connection(await instance.connect())
  await connection.run("attach ':memory:' as state")
  await createTables(connection)
  await createStateTables(connection)
})

afterAll(async () => {
  connection.close()
  await rm(folder, { recursive: true })
})

const columns = rawColumns('payments')

function contextOf(segmentRows: number): LoadContext {
  return {
    connection,
    now: () => new Date('2026-01-05T00:00:00Z'),
    onRows: () => undefined,
    touch: async () => undefined,
    scratch: { folder, connect: () => Promise.reject(new Error('unused')) },
    segmentRows,
  }
}

/** What two loads of the same rows leave behind, the second in another order of arrival within segments. */
async function load(rows: readonly Row[], segmentRows: number): Promise<unknown> {
  const context = contextOf(segmentRows)
  await connection.run('begin transaction')
  try {
    const reports = []
    for (const fileName of ['一.csv', '二.csv'])
      reports.push(
        await loadFile(context, requestFor({ kind: 'payments', fileName, rows: [] }), async (sink) => {
          for (const [index, row] of rows.entries())
            await sink.accept([
              {
                values: columns.map((name) => row[name] ?? null),
                extra: null,
                sheet: null,
                rowNumber: index + 2,
              },
            ])
          return { rowsRead: rows.length, judge: unjudged }
        }),
      )
    const stored = await connection.records(
      'select _record_key, _row_hash, _row_number, _load_id from raw.payments order by all',
    )
    const contested = await connection.records('select * from raw.contested_keys order by all')
    return { reports, stored, contested }
  } finally {
    await connection.run('rollback')
  }
}

it('rows stored in segments are the rows stored at once', { timeout: 120_000 }, async () => {
  const row = fc
    .tuple(fc.constantFrom(null, 'P1', 'P2', 'h:1'), fc.constantFrom('1.00', '2.00'))
    .map(([key, amount]) => payment('', amount, { pay_cert_no: key }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 4 }),
      async (rows, size) => {
        expect(await load(rows, size)).toEqual(await load(rows, 1000))
      },
    ),
    { numRuns: 15 },
  )
})

it('every text of a row arrives as it was', { timeout: 120_000 }, async () => {
  const text = fc.string({ unit: 'binary' }).map((found) => found.replaceAll('\0', ''))
  const odd = fc.oneof(text, fc.constantFrom('\t', '\r\n', '\\t', '"', "'", '\u2028', '长'.repeat(1_500_000)))
  const row = fc.record({ sheet: fc.option(odd), purpose: fc.option(odd), payee: fc.option(odd) })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
      const at = (name: string): number => columns.indexOf(name)
      const incoming = rows.map(({ sheet, purpose, payee }, index) => {
        const cells = payment(`P${index}`, '1.00', { payee_name: payee })
        const values = columns.map((name) => (name === 'project_name' ? purpose : (cells[name] ?? null)))
        return { values, sheet, rowNumber: index + 2, extra: '{"备注":\r\n\t"照旧"}' }
      })
      await connection.run('begin transaction')
      try {
        await loadFile(
          contextOf(1000),
          requestFor({ kind: 'payments', fileName: '一.csv', rows: [] }),
          async (sink) => {
            await sink.accept(incoming)
            return { rowsRead: rows.length, judge: unjudged }
          },
        )
        const stored = await connection.records(
          'select project_name, payee_name, _sheet, _extra from raw.payments order by _row_number',
        )
        expect(stored).toEqual(
          incoming.map(({ values, sheet }) => ({
            project_name: values[at('project_name')],
            payee_name: values[at('payee_name')],
            _sheet: sheet,
            _extra: '{"备注":   "照旧"}',
          })),
        )
      } finally {
        await connection.run('rollback')
      }
    }),
    { numRuns: 15 },
  )
})

it('two records of one number are told apart, whatever the number begins with', async () => {
  await connection.run('begin transaction')
  try {
    const rows = [
      payment('h:1', '1.00', { payee_name: '甲示例' }),
      payment('h:1', '2.00', { payee_name: '乙示例' }),
    ]
    const file: TestFile = { kind: 'payments', fileName: '一.csv', rows }
    await loadFile(contextOf(1000), requestFor(file), (sink) => feedRows(file, sink))
    expect(await connection.records('select record_key from raw.contested_keys')).toEqual([
      { record_key: 'h:1' },
    ])
  } finally {
    await connection.run('rollback')
  }
})

it('a segment is one row group, however the rows come', { timeout: 120_000 }, async () => {
  const group = 122_880
  const cells = payment('', '1.00')
  const row = (index: number): RawRow => ({
    values: columns.map((name) => (name === 'pay_cert_no' ? `P${index}` : (cells[name] ?? null))),
    extra: null,
    sheet: null,
    rowNumber: index + 2,
  })
  await loadFile(
    contextOf(group),
    requestFor({ kind: 'payments', fileName: '长.csv', rows: [] }),
    async (sink) => {
      for (let from = 0; from < 2 * group; from += 700)
        await sink.accept(
          Array.from({ length: Math.min(700, 2 * group - from) }, (_, index) => row(from + index)),
        )
      return { rowsRead: 2 * group, judge: unjudged }
    },
  )
  const groups = await connection.records(
    `select row_group_id, sum(count)::bigint as rows
     from pragma_storage_info('raw.payments')
     where column_name = 'pay_cert_no' and segment_type = 'VARCHAR'
     group by row_group_id
     order by row_group_id`,
  )
  expect(groups.map(({ rows }) => rows)).toEqual([group, group])
})
