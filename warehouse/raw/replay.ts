import type { Connection } from '../engine/connection.ts'
import { readSql } from '../engine/sql-file.ts'
import { textOf } from '../engine/values.ts'
import type { LoadRequest, RefusedPlace } from '../types.ts'
import { distinguishingColumns } from './contract.ts'
import { rawStatement } from './names.ts'

/** Open refused rows of a load, all of them or those among `ids`, in the order of the file. */
export async function openRefused(
  connection: Connection,
  loadId: string,
  ids: readonly string[] | null,
): Promise<RefusedPlace[]> {
  const rows = await connection.records(readSql('raw/replay/asked.sql'), { load_id: loadId, ids })
  return rows.map((row) => ({
    quarantineId: textOf(row['quarantine_id']),
    sheet: row['sheet'] === null ? null : textOf(row['sheet']),
    rowNumber: Number(row['row_number']),
  }))
}

/** After a replay's rows are stored: what came of each row that was asked for. */
export async function resolveReplayed(
  connection: Connection,
  request: LoadRequest,
  run: (file: string) => Promise<void>,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  await run('replay/recontested')
  await contestLineage(connection, request.kind)
  await run('replay/resolved')
  await run('replay/refused-again')
  const ids = request.replay?.rows.map((row) => row.quarantineId) ?? []
  await connection.run(readSql('raw/replay/no-data.sql'), { ...parameters, ids })
  const replay = { load_id: parameters['load_id'] }
  await connection.run('delete from raw.replayed_rows where load_id = $load_id::varchar', replay)
  await connection.run(readSql('raw/replay/replayed-rows.sql'), { ...replay, ids })
}

/** Judges the numbers in temp.recontested by all rows that bear them, and drops that table. */
export async function contestLineage(connection: Connection, kind: LoadRequest['kind']): Promise<void> {
  const compare = distinguishingColumns(kind).length > 0
  await connection.run(rawStatement('load/contest-lineage', kind), { kind, compare })
  await connection.run('drop table temp.recontested')
}
