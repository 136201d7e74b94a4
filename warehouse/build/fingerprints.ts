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

/** Notes models as built, in one statement for all of them. */
export async function writeBuiltModels(
  connection: Connection,
  built: ReadonlyMap<string, BuiltModel>,
  builtAt: Date,
): Promise<void> {
  const notes = [...built.values()]
  await forgetModels(connection, [...built.keys()])
  await connection.run(readSql('build/remember-models.sql'), {
    models: [...built.keys()],
    input_fingerprints: notes.map((note) => note.inputFingerprint),
    content_fingerprints: notes.map((note) => note.contentFingerprint),
    rows: notes.map((note) => note.rows ?? ''),
    built_at: builtAt,
  })
}

export async function forgetModels(connection: Connection, models: readonly string[]): Promise<void> {
  await connection.run('delete from meta.models where model in (select unnest($models::varchar[]))', {
    models,
  })
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
