import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'
import { contentFingerprint, touchTable, writeTableFingerprint } from './build/fingerprints.ts'
import { WarehouseError } from './errors.ts'
import type { PackedColumns, ResultCell, ResultColumns, ResultRow, ResultRun, ResultTable } from './types.ts'

/** Names of the result tables: one DDL file each in `warehouse/analysis/`. */
export const analysisTables: readonly string[] = listSql('analysis').map((file) =>
  file.replace(/^analysis\//, '').replace(/\.sql$/, ''),
)

/**
 * Replaces one `analysis.*` table, or the rows under some keys of it, inside the caller's transaction and records its
 * fingerprint. Values travel as JSON lists and are cast by the table's own types, so decimals stay exact. Returns the
 * number of rows written. Errors: WH_RESULT_SHAPE for an unknown table, key column or column, and for columns of
 * unequal length; packed parts are equally long where they are made.
 */
export async function writeResult(
  connection: Connection,
  result: ResultTable,
  { more = false }: Pick<ResultRun, 'more'>,
): Promise<number> {
  const table = result.table.replace(/^analysis\./, '')
  if (!analysisTables.includes(table) || table === 'runs')
    throw new WarehouseError('WH_RESULT_SHAPE', { table })
  const shape = await shapeOf(connection, table)
  const { constants = {}, parts: given = [] } = result
  const parts = [...packRows(result.rows, shape), ...given]
  for (const columns of [constants, ...parts.map((part) => part.columns)]) checkNames(columns, shape)
  await removeOld(connection, result, shape)
  for (const part of parts) if (part.rows > 0) await insertPart(connection, part, constants, shape)
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
  { table, types }: TableShape,
): Promise<void> {
  const target = quoteIdentifier(`analysis.${table}`)
  if (merge === undefined) {
    await connection.run(`delete from ${target}`)
    return
  }
  if (!types.has(merge.key)) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: merge.key })
  const key = quoteIdentifier(merge.key)
  await connection.run(`delete from ${target} where ${key} in (select ${listOf('keys', 'VARCHAR')})`, {
    keys: readable(JSON.stringify(merge.keys)),
  })
}

/** The engine takes the lists apart itself: half the processor time of handing it value by value (measured with 1.5.6). */
async function insertPart(
  connection: Connection,
  { columns }: PackedColumns,
  constants: NonNullable<ResultTable['constants']>,
  { table, types }: TableShape,
): Promise<void> {
  const selected = [...types].map(([name, type]) =>
    name in constants ? `$${name}::varchar` : name in columns ? listOf(name, type) : 'null',
  )
  const lists = Object.entries(columns).map(([name, list]) => [name, readable(list)] as const)
  await connection.run(`insert into ${quoteIdentifier(`analysis.${table}`)} select ${selected.join(', ')}`, {
    ...Object.fromEntries(lists),
    ...constants,
  })
}

/** One value per row out of the bound JSON list: text, or a list for a column of lists. */
function listOf(parameter: string, type: string): string {
  const item = type.endsWith('[]') ? `["${type.slice(0, -2).toLowerCase()}"]` : '"varchar"'
  return `unnest(from_json_strict($${parameter}::varchar, '[${item}]'))`
}

/** Half a surrogate pair, which is all that `JSON.stringify` writes so; the engine does not read it. */
const LONE_SURROGATE = /(?<=(?<!\\)(?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g

function readable(json: string): string {
  return json.includes('\\ud') ? json.replace(LONE_SURROGATE, '\ufffd') : json
}

/** Rows in one statement, so that few texts live at once. */
const STEP = 2048

/** Equally long columns of which some may be missing. @throws WarehouseError for columns of unequal length */
function packRows(rows: ResultTable['rows'], { table, types }: TableShape): PackedColumns[] {
  const columns = isRows(rows) ? columnsOf(rows) : rows
  const lengths = new Set(Object.values(columns).map((column) => column.length))
  if (lengths.size > 1) throw new WarehouseError('WH_RESULT_SHAPE', { table })
  const [length = 0] = lengths
  const packed: PackedColumns[] = []
  for (let from = 0; from < length; from += STEP) {
    const to = Math.min(length, from + STEP)
    const lists = Object.entries(columns).map(([name, cells]) => {
      const isList = types.get(name)?.endsWith('[]') === true
      return [
        name,
        JSON.stringify(cells.slice(from, to).map((cell) => (isList ? cell : toText(cell)))),
      ] as const
    })
    packed.push({ rows: to - from, columns: Object.fromEntries(lists) })
  }
  return packed
}

function columnsOf(rows: readonly ResultRow[]): ResultColumns {
  const names = new Set<string>()
  for (const row of rows) for (const name of Object.keys(row)) names.add(name)
  return Object.fromEntries([...names].map((name) => [name, rows.map((row) => row[name] ?? null)] as const))
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

interface TableShape {
  readonly table: string
  /** The engine's type by column, in the table's order. */
  readonly types: ReadonlyMap<string, string>
}

async function shapeOf(connection: Connection, table: string): Promise<TableShape> {
  const { names, types } = await connection.shape(
    fillIdentifiers('select * from {table}', { table: `analysis.${table}` }),
  )
  return { table, types: new Map(names.map((name, at) => [name, types[at] ?? ''])) }
}

/** @throws WarehouseError for an unknown column */
function checkNames(columns: Readonly<Record<string, unknown>>, { table, types }: TableShape): void {
  for (const name of Object.keys(columns))
    if (!types.has(name)) throw new WarehouseError('WH_RESULT_SHAPE', { table, column: name })
}

function isRows(rows: ResultTable['rows']): rows is Extract<ResultTable['rows'], readonly unknown[]> {
  return Array.isArray(rows)
}

function toText(value: ResultCell): string | null {
  if (value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
