import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, listSql, quoteIdentifier, readSql } from './engine/sql-file.ts'

const schemas = ['raw', 'latest', 'staging', 'intermediate', 'marts', 'analysis', 'meta']

/** Creates what is missing: schemas, raw, meta and analysis tables and, in older warehouses, their newer columns. */
export async function createTables(connection: Connection): Promise<void> {
  for (const schema of schemas) await connection.run(`create schema if not exists ${schema}`)
  const isTable = (file: string): boolean => file.split('/').length === 2
  const files = [...listSql('raw').filter(isTable), ...listSql('meta'), ...listSql('analysis')]
  for (const file of files) await createTable(connection, file)
}

/** Creates the tables of the state database. */
export async function createStateTables(connection: Connection): Promise<void> {
  for (const file of listSql('state/tables')) await createTable(connection, file)
}

const DECLARED = /create table if not exists ([\w.]+)/

/** Runs a table's file; columns that the file declares and an existing table lacks are added, empty. */
async function createTable(connection: Connection, file: string): Promise<void> {
  const sql = readSql(file)
  const name = DECLARED.exec(sql)?.[1]
  await connection.run(sql)
  if (name === undefined) return
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
