import { createHash } from 'node:crypto'
import type { Connection } from '../engine/connection.ts'
import { fillIdentifiers, readSql } from '../engine/sql-file.ts'
import { textOf } from '../engine/values.ts'

export interface BuiltModel {
  readonly inputFingerprint: string
  readonly contentFingerprint: string
  readonly rows: number | null
}

/** Short digest of a list of texts. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** Fingerprints of the raw and analysis tables: they change whenever the table's content does. */
export async function readTableFingerprints(connection: Connection): Promise<Map<string, string>> {
  const rows = await connection.records('select table_name, fingerprint from meta.tables')
  return new Map(rows.map((row) => [textOf(row['table_name']), textOf(row['fingerprint'])]))
}

export async function readBuiltModels(connection: Connection): Promise<Map<string, BuiltModel>> {
  const rows = await connection.records(
    'select model, input_fingerprint, content_fingerprint, rows from meta.models',
  )
  return new Map(
    rows.map((row) => [
      textOf(row['model']),
      {
        inputFingerprint: textOf(row['input_fingerprint']),
        contentFingerprint: textOf(row['content_fingerprint']),
        rows: row['rows'] === null ? null : Number(row['rows']),
      },
    ]),
  )
}

export async function writeTableFingerprint(
  connection: Connection,
  table: string,
  fingerprint: string,
): Promise<void> {
  await connection.run('delete from meta.tables where table_name = $table::varchar', { table })
  await connection.run('insert into meta.tables values ($table::varchar, $fingerprint::varchar)', {
    table,
    fingerprint,
  })
}

/** Marks a table as changed: its next fingerprint is derived from the last, so it never repeats. */
export async function touchTable(connection: Connection, table: string): Promise<void> {
  const known = await readTableFingerprints(connection)
  await writeTableFingerprint(connection, table, digest([table, known.get(table) ?? '']))
}

export async function writeBuiltModel(
  connection: Connection,
  model: string,
  built: BuiltModel,
  builtAt: Date,
): Promise<void> {
  await forgetModel(connection, model)
  await connection.run(readSql('build/remember-model.sql'), {
    model,
    input_fingerprint: built.inputFingerprint,
    content_fingerprint: built.contentFingerprint,
    rows: built.rows,
    built_at: builtAt,
  })
}

export async function forgetModel(connection: Connection, model: string): Promise<void> {
  await connection.run('delete from meta.models where model = $model::varchar', { model })
}

/** Row count and a digest of the rows that does not depend on their order. */
export async function contentFingerprint(
  connection: Connection,
  table: string,
): Promise<{ fingerprint: string; rows: number }> {
  const sql = fillIdentifiers(readSql('build/content-fingerprint.sql'), { table })
  const [row] = await connection.records(sql)
  return {
    fingerprint: digest([String(Number(row?.['rows'])), textOf(row?.['hashes'])]),
    rows: Number(row?.['rows']),
  }
}
