import { TextAppender } from './engine/appender.ts'
import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'
import { contentFingerprint, writeTableFingerprint } from './build/fingerprints.ts'
import { WarehouseError } from './errors.ts'
import type { ResultCell, ResultTable } from './types.ts'

const batchRows = 2048

/** Names of the result tables: one DDL file each in `warehouse/analysis/`. */
export const analysisTables: readonly string[] = listSql('analysis').map((file) =>
  file.replace(/^analysis\//, '').replace(/\.sql$/, ''),
)

/**
 * Replaces one `analysis.*` table inside the caller's transaction and records its fingerprint. Values travel as text
 * and are cast by the table's own types, so decimals stay exact. Errors: WH_RESULT_SHAPE for an unknown table or key.
 */
export async function replaceResults(connection: Connection, result: ResultTable): Promise<void> {
  const table = result.table.replace(/^analysis\./, '')
  if (!analysisTables.includes(table) || table === 'runs')
    throw new WarehouseError('WH_RESULT_SHAPE', { table })
  const columns = await columnNames(connection, table)
  checkKeys(result, table, columns)
  const staged = columns.map((name) => `${quoteIdentifier(name)} varchar`).join(', ')
  await connection.run(`create temp table incoming_results (${staged})`)
  const appender = await TextAppender.open(
    connection.native,
    { catalog: 'temp', schema: 'main', name: 'incoming_results' },
    columns.map(() => 'text'),
  )
  for (let from = 0; from < result.rows.length; from += batchRows) {
    const rows = result.rows.slice(from, from + batchRows)
    appender.append(columns.map((name) => rows.map((row) => toText(row[name]))))
  }
  appender.close()
  const target = `analysis.${table}`
  await connection.run(`delete from ${quoteIdentifier(target)}`)
  await connection.run(`insert into ${quoteIdentifier(target)} select * from temp.incoming_results`)
  await connection.run('drop table temp.incoming_results')
  const content = await contentFingerprint(connection, target)
  await writeTableFingerprint(connection, target, content.fingerprint)
}

/** Remembers what a job last ran on. */
export async function recordRun(
  connection: Connection,
  run: { job: string; fingerprint: string; startedAt: Date; finishedAt: Date; rows: number },
): Promise<void> {
  await connection.run('delete from analysis.runs where job = $job::varchar', { job: run.job })
  await connection.run(readSql('build/remember-run.sql'), {
    job: run.job,
    input_fingerprint: run.fingerprint,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    rows: run.rows,
  })
}

async function columnNames(connection: Connection, table: string): Promise<readonly string[]> {
  const shape = await connection.shape(
    fillIdentifiers('select * from {table}', { table: `analysis.${table}` }),
  )
  return shape.names
}

function checkKeys(result: ResultTable, table: string, columns: readonly string[]): void {
  const known = new Set(columns)
  for (const row of result.rows) {
    const stray = Object.keys(row).find((name) => !known.has(name))
    if (stray !== undefined) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: stray })
  }
}

function toText(value: ResultCell | undefined): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
