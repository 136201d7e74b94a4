import type { Connection, StatementShape } from './engine/connection.ts'
import { listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'
import { textOf } from './engine/values.ts'

const schemas = ['raw', 'latest', 'staging', 'intermediate', 'marts', 'analysis', 'meta']

/** Creates what is missing: schemas, raw, meta and analysis tables and, in older warehouses, their newer columns. */
export async function createTables(connection: Connection): Promise<void> {
  for (const schema of schemas) await connection.run(`create schema if not exists ${schema}`)
  const isTable = (file: string): boolean => file.split('/').length === 2
  const files = [...listSql('raw').filter(isTable), ...listSql('meta'), ...listSql('analysis')]
  await createAll(connection, files)
}

/** Creates the tables of the state database. */
export async function createStateTables(connection: Connection): Promise<void> {
  await createAll(connection, listSql('state/tables'))
}

const DECLARED = /create table if not exists ([\w.]+)/

async function createAll(connection: Connection, files: readonly string[]): Promise<void> {
  const standing = await readStanding(connection)
  for (const file of files) await createTable(connection, file, standing)
}

/** Columns of every table that is there, by the name its file declares it with. */
async function readStanding(connection: Connection): Promise<Map<string, Set<string>>> {
  const standing = new Map<string, Set<string>>()
  for (const row of await connection.records(readSql('build/standing-columns.sql'))) {
    const table = textOf(row['table_name'])
    const columns = standing.get(table) ?? new Set()
    standing.set(table, columns.add(textOf(row['column_name'])))
  }
  return standing
}

/** Runs a table's file; columns that the file declares and an existing table lacks are added, empty. */
async function createTable(
  connection: Connection,
  file: string,
  standing: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const sql = readSql(file)
  const name = DECLARED.exec(sql)?.[1]
  const existing = name === undefined ? undefined : standing.get(name)
  if (name === undefined || existing === undefined) {
    await connection.run(sql)
    return
  }
  const declared = await declaredShape(connection, sql)
  for (const [index, column] of declared.names.entries()) {
    if (existing.has(column)) continue
    const type = declared.types[index] ?? 'VARCHAR'
    await connection.run(`alter table ${quoteIdentifier(name)} add column ${quoteIdentifier(column)} ${type}`)
  }
}

/** What a file declares never changes, and a process may open many warehouses (tests do). */
const declaredShapes = new Map<string, StatementShape>()

async function declaredShape(connection: Connection, sql: string): Promise<StatementShape> {
  const remembered = declaredShapes.get(sql)
  if (remembered) return remembered
  await connection.run(sql.replace(DECLARED, 'create temp table declared'))
  const shape = await connection.shape('select * from temp.declared')
  await connection.run('drop table temp.declared')
  declaredShapes.set(sql, shape)
  return shape
}
