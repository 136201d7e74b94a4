import { RowBuffer } from './engine/appender.ts'
import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'
import { contentFingerprint, touchTable, writeTableFingerprint } from './build/fingerprints.ts'
import { WarehouseError } from './errors.ts'
import type { ResultCell, ResultColumns, ResultRun, ResultTable } from './types.ts'

/** Names of the result tables: one DDL file each in `warehouse/analysis/`. */
export const analysisTables: readonly string[] = listSql('analysis').map((file) =>
  file.replace(/^analysis\//, '').replace(/\.sql$/, ''),
)

/**
 * Replaces one `analysis.*` table, or the rows under some keys of it, inside the caller's transaction and records its
 * fingerprint. Values travel as text and are cast by the table's own types, so decimals stay exact. Returns the number
 * of rows written. Errors: WH_RESULT_SHAPE for an unknown table, key column or column, and for columns of unequal length.
 */
export async function writeResult(
  connection: Connection,
  result: ResultTable,
  { more = false }: Pick<ResultRun, 'more'>,
): Promise<number> {
  const table = result.table.replace(/^analysis\./, '')
  if (!analysisTables.includes(table) || table === 'runs')
    throw new WarehouseError('WH_RESULT_SHAPE', { table })
  const names = await columnNames(connection, table)
  const { constants = {} } = result
  const staged = names.filter((name) => !(name in constants))
  const parts = partsOf(result, table, staged)
  for (const name of Object.keys(constants))
    if (!names.includes(name)) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: name })
  await stage(connection, 'incoming_results', staged, parts)
  const target = quoteIdentifier(`analysis.${table}`)
  await removeOld(connection, result, table, names)
  const selected = names.map((name) =>
    name in constants ? `$${name}::varchar as ${quoteIdentifier(name)}` : quoteIdentifier(name),
  )
  await connection.run(
    `insert into ${target} select ${selected.join(', ')} from temp.incoming_results`,
    constants,
  )
  await connection.run('drop table temp.incoming_results')
  if (more) await touchTable(connection, `analysis.${table}`)
  else {
    const content = await contentFingerprint(connection, `analysis.${table}`)
    await writeTableFingerprint(connection, `analysis.${table}`, content.fingerprint)
  }
  return parts.reduce((sum, part) => sum + part.rows, 0)
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
  await stage(
    connection,
    'incoming_keys',
    ['key'],
    [{ columns: { key: merge.keys }, rows: merge.keys.length }],
  )
  const key = quoteIdentifier(merge.key)
  await connection.run(`delete from ${target} where ${key} in (select key from temp.incoming_keys)`)
  await connection.run('drop table temp.incoming_keys')
}

/** Equally long columns of which some may be missing, and how long they are. */
interface Part {
  readonly columns: ResultColumns
  readonly rows: number
}

/** Rows turned into text at a time: as many as one chunk takes, so that few texts live at once. */
const STEP = 2048

/** A temporary table of text columns. */
async function stage(
  connection: Connection,
  name: string,
  names: readonly string[],
  parts: readonly Part[],
): Promise<void> {
  const declared = names.map((column) => `${quoteIdentifier(column)} varchar`).join(', ')
  await connection.run(`create temp table ${name} (${declared})`)
  const buffer = new RowBuffer(
    { catalog: 'temp', schema: 'main', name },
    names.map(() => 'text'),
  )
  for (const { columns, rows } of parts)
    for (let from = 0; from < rows; from += STEP)
      buffer.add(names.map((column) => textsOf(columns[column], from, Math.min(rows, from + STEP))))
  await buffer.flush(connection.native)
}

function textsOf(column: readonly ResultCell[] | undefined, from: number, to: number): (string | null)[] {
  const texts = new Array<string | null>(to - from).fill(null)
  if (column === undefined) return texts
  for (let row = from; row < to; row++) texts[row - from] = toText(column[row] ?? null)
  return texts
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

/** All rows as columns. @throws WarehouseError for an unknown column and for columns of unequal length */
function partsOf({ rows, parts = [] }: ResultTable, table: string, names: readonly string[]): Part[] {
  const known = new Set(names)
  const check = (given: Iterable<string>): void => {
    for (const name of given)
      if (!known.has(name)) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: name })
  }
  const toPart = (columns: ResultColumns): Part => {
    check(Object.keys(columns))
    const lengths = new Set(Object.values(columns).map((column) => column.length))
    if (lengths.size > 1) throw new WarehouseError('WH_RESULT_SHAPE', { table })
    return { columns, rows: [...lengths][0] ?? 0 }
  }
  if (!isRows(rows)) return [rows, ...parts].map(toPart)
  for (const row of rows) check(Object.keys(row))
  const columns = names.map((name) => [name, rows.map((row) => row[name] ?? null)] as const)
  return [{ columns: Object.fromEntries(columns), rows: rows.length }, ...parts.map(toPart)]
}

function isRows(rows: ResultTable['rows']): rows is Extract<ResultTable['rows'], readonly unknown[]> {
  return Array.isArray(rows)
}

function toText(value: ResultCell): string | null {
  if (value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
