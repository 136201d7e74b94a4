import { RowBuffer } from './engine/appender.ts'
import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'
import { contentFingerprint, writeTableFingerprint } from './build/fingerprints.ts'
import { WarehouseError } from './errors.ts'
import type { ResultCell, ResultRun, ResultTable } from './types.ts'

/** Names of the result tables: one DDL file each in `warehouse/analysis/`. */
export const analysisTables: readonly string[] = listSql('analysis').map((file) =>
  file.replace(/^analysis\//, '').replace(/\.sql$/, ''),
)

type ResultColumns = Readonly<Record<string, readonly ResultCell[]>>

/**
 * Replaces one `analysis.*` table, or the rows under some keys of it, inside the caller's transaction and records its
 * fingerprint. Values travel as text and are cast by the table's own types, so decimals stay exact. Returns the number
 * of rows written. Errors: WH_RESULT_SHAPE for an unknown table, key column or column, and for columns of unequal length.
 */
export async function writeResult(connection: Connection, result: ResultTable): Promise<number> {
  const table = result.table.replace(/^analysis\./, '')
  if (!analysisTables.includes(table) || table === 'runs')
    throw new WarehouseError('WH_RESULT_SHAPE', { table })
  const names = await columnNames(connection, table)
  const { columns, rows } = toColumns(result, table, names)
  await stage(
    connection,
    'incoming_results',
    names,
    names.map((name) => columns[name] ?? Array<null>(rows).fill(null)),
  )
  const target = quoteIdentifier(`analysis.${table}`)
  await removeOld(connection, result, table, names)
  await connection.run(`insert into ${target} select * from temp.incoming_results`)
  await connection.run('drop table temp.incoming_results')
  const content = await contentFingerprint(connection, `analysis.${table}`)
  await writeTableFingerprint(connection, `analysis.${table}`, content.fingerprint)
  return rows
}

async function removeOld(
  connection: Connection,
  { merge }: ResultTable,
  table: string,
  names: readonly string[],
): Promise<void> {
  const target = quoteIdentifier(`analysis.${table}`)
  if (merge === undefined) {
    await connection.run(`delete from ${target}`)
    return
  }
  if (!names.includes(merge.key)) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: merge.key })
  await stage(connection, 'incoming_keys', ['key'], [merge.keys])
  const key = quoteIdentifier(merge.key)
  await connection.run(`delete from ${target} where ${key} in (select key from temp.incoming_keys)`)
  await connection.run('drop table temp.incoming_keys')
}

/** A temporary table of text columns. */
async function stage(
  connection: Connection,
  name: string,
  columns: readonly string[],
  values: readonly (readonly ResultCell[])[],
): Promise<void> {
  const declared = columns.map((column) => `${quoteIdentifier(column)} varchar`).join(', ')
  await connection.run(`create temp table ${name} (${declared})`)
  const buffer = new RowBuffer(
    { catalog: 'temp', schema: 'main', name },
    columns.map(() => 'text'),
  )
  buffer.add(values.map((column) => column.map(toText)))
  await buffer.flush(connection.native)
}

/** Remembers what a job last ran on. */
export async function recordRun(
  connection: Connection,
  run: ResultRun & { job: string; finishedAt: Date; rows: number },
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

function toColumns(
  { rows }: ResultTable,
  table: string,
  names: readonly string[],
): { columns: ResultColumns; rows: number } {
  const known = new Set(names)
  const check = (given: Iterable<string>): void => {
    for (const name of given)
      if (!known.has(name)) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: name })
  }
  if (!isRows(rows)) {
    check(Object.keys(rows))
    const lengths = new Set(Object.values(rows).map((column) => column.length))
    if (lengths.size > 1) throw new WarehouseError('WH_RESULT_SHAPE', { table })
    return { columns: rows, rows: [...lengths][0] ?? 0 }
  }
  for (const row of rows) check(Object.keys(row))
  const columns = names.map((name) => [name, rows.map((row) => row[name] ?? null)] as const)
  return { columns: Object.fromEntries(columns), rows: rows.length }
}

function isRows(rows: ResultTable['rows']): rows is Extract<ResultTable['rows'], readonly unknown[]> {
  return Array.isArray(rows)
}

function toText(value: ResultCell): string | null {
  if (value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
