import type { Connection } from '../engine/connection.ts'
import { readSql } from '../engine/sql-file.ts'
import { WarehouseError } from '../errors.ts'
import type { LoadReport, LoadRequest } from '../types.ts'
import type { Kind } from './contract.ts'

/** Published loads of a file, oldest first. */
export async function publishedLoads(
  connection: Connection,
  fileHash: string,
  kind?: Kind,
): Promise<LoadReport[]> {
  const rows = await connection.records(readSql('raw/read/published.sql'), { file_hash: fileHash, kind })
  return rows.map(toReport)
}

/**
 * The report for a file that is already in: the same bytes, kind and sheets. Nothing is read or written again; by the
 * same mapping, its rows count as unchanged and its quarantined rows are still in quarantine. A second reading by
 * another mapping would stand beside the first, and rows without a number would count twice.
 */
export async function findDuplicate(
  connection: Connection,
  request: LoadRequest,
): Promise<LoadReport | undefined> {
  const rows = await connection.records(readSql('raw/read/published.sql'), {
    file_hash: request.fileHash,
    kind: request.kind,
  })
  const ofSheets = rows.filter((row) => row['sheets'] === JSON.stringify(request.sheets))
  const same = ofSheets.find((row) => row['mapping'] === request.mapping)
  if (!same) {
    const [other] = request.again === undefined ? ofSheets : []
    return other && { ...toReport(other), accepted: 0, unchanged: 0, status: 'read_otherwise' }
  }
  const first = toReport(same)
  return { ...first, accepted: 0, unchanged: first.rows - first.quarantined, status: 'duplicate' }
}

/**
 * The number and the id of the load: the next ones, or its own for a load that is put back, whose old line makes room.
 * Errors: WH_LOAD_UNKNOWN when there is no withdrawn load of that id.
 */
export async function placeOf(
  connection: Connection,
  request: LoadRequest,
): Promise<{ load_id: string; load_seq: number }> {
  if (request.again === undefined) {
    const [next] = await connection.records(readSql('raw/load/next-seq.sql'))
    const seq = Number(next?.['load_seq'])
    return { load_id: `L${String(seq).padStart(6, '0')}-${request.fileHash.slice(0, 8)}`, load_seq: seq }
  }
  const [line] = await connection.records(readSql('raw/read/load.sql'), { load_id: request.again })
  if (line?.['status'] !== 'withdrawn') throw new WarehouseError('WH_LOAD_UNKNOWN', { load: request.again })
  await connection.run('delete from raw.loads where load_id = $load_id::varchar', { load_id: request.again })
  return { load_id: request.again, load_seq: Number(line['load_seq']) }
}

/** The request's part of a ledger line. */
export function ledgerParameters(request: LoadRequest): Record<string, unknown> {
  return {
    kind: request.kind,
    source: request.source,
    file_name: request.fileName,
    file_hash: request.fileHash,
    file_bytes: request.fileBytes,
    format: request.format,
    encoding: request.encoding,
    sheets: JSON.stringify(request.sheets),
    mapping: request.mapping,
    policy: request.policy ?? null,
    layout: request.layout ? JSON.stringify(request.layout) : null,
    observed_at: request.observedAt ?? request.startedAt,
    started_at: request.startedAt,
    actor: request.actor,
    replay_of: request.replay?.loadId ?? null,
    is_again: request.again !== undefined,
  }
}

function toReport(row: Record<string, unknown>): LoadReport {
  return {
    loadId: String(row['load_id']),
    kind: row['kind'] as Kind,
    rows: Number(row['rows_read']),
    accepted: Number(row['rows_accepted']),
    quarantined: Number(row['rows_quarantined']),
    unchanged: Number(row['rows_unchanged']),
    reasons: JSON.parse(String(row['reasons'])) as Record<string, number>,
    warnings: JSON.parse(String(row['warnings'])) as string[],
    reconciled: row['reconciled'] as LoadReport['reconciled'],
    status: 'published',
  }
}
