import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Connection } from '../../warehouse/engine/connection.ts'
import { rawColumns } from '../../warehouse/raw/contract.ts'
import { loadFile } from '../../warehouse/raw/loader.ts'
import { createStateTables, createTables } from '../../warehouse/schema.ts'
import { payment, requestFor, type Row } from '#tests/loads.ts'

let connection: Connection

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:')
  connection = new Connection(await instance.connect())
  await connection.run("attach ':memory:' as state")
  await createTables(connection)
  await createStateTables(connection)
})

afterAll(() => {
  connection.close()
})

/** What two loads of the same rows leave behind, the second in another order of arrival within segments. */
async function load(rows: readonly Row[], segmentRows: number): Promise<unknown> {
  const context = {
    connection,
    now: () => new Date('2026-01-05T00:00:00Z'),
    onRows: () => undefined,
    touch: async () => undefined,
    segmentRows,
  }
  const columns = rawColumns('payments')
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
          return { rowsRead: rows.length, controlTotals: null, warnings: [] }
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

it('rows keyed in segments are the rows keyed at once', { timeout: 120_000 }, async () => {
  const row = fc
    .tuple(fc.constantFrom(null, 'P1', 'P2'), fc.constantFrom('1.00', '2.00'))
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
