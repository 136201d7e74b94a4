import type { Connection } from './engine/connection.ts'
import { listSql, readSql } from './engine/sql-file.ts'

const schemas = ['raw', 'staging', 'intermediate', 'marts', 'analysis', 'meta']

/** Creates what is missing: schemas, raw, meta and analysis tables. Nothing existing is changed. */
export async function createTables(connection: Connection): Promise<void> {
  for (const schema of schemas) await connection.run(`create schema if not exists ${schema}`)
  const isTable = (file: string): boolean => file.split('/').length === 2
  const files = [...listSql('raw').filter(isTable), ...listSql('meta')]
  for (const file of [...files, ...listSql('analysis')]) await connection.run(readSql(file))
}

/** Creates the tables of the state database. */
export async function createStateTables(connection: Connection): Promise<void> {
  for (const file of listSql('state/tables')) await connection.run(readSql(file))
}
