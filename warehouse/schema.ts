import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'
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
  const rows = await connection.records(
    "select schema_name || '.' || table_name as name from duckdb_tables()",
  )
  const standing = new Set(rows.map((row) => textOf(row['name'])))
  for (const file of files) await createTable(connection, file, standing)
}

/** Runs a table's file; columns that the file declares and an existing table lacks are added, empty. */
async function createTable(
  connection: Connection,
  file: string,
  standing: ReadonlySet<string>,
): Promise<void> {
  const sql = readSql(file)
  const name = DECLARED.exec(sql)?.[1]
  await connection.run(sql)
  if (name === undefined || !standing.has(name)) return
  await connection.run(sql.replace(DECLARED, 'create temp table declared'))
  const declared = await connection.shape('select * from temp.declared')
  await connection.run('drop table temp.declared')
  const existing = await connection.shape(fillIdentifiers('select * from {table}', { table: name }))
  for (const [index, column] of declared.names.entries()) {
    if (existing.names.includes(column)) continue
    const type = declared.types[index] ?? 'VARCHAR'
    await connection.run(`alter table ${quoteIdentifier(name)} add column ${quoteIdentifier(column)} ${type}`)
  }
}
