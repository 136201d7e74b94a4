import type { Connection } from '../engine/connection.ts'
import { readSql } from '../engine/sql-file.ts'
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
 * The report for a file that is already in: the same bytes, kind, sheets and mapping. Nothing is read or written
 * again; its rows count as unchanged and its quarantined rows are still in quarantine.
 */
export async function findDuplicate(
  connection: Connection,
  request: LoadRequest,
): Promise<LoadReport | undefined> {
  const rows = await connection.records(readSql('raw/read/published.sql'), {
    file_hash: request.fileHash,
    kind: request.kind,
  })
  const same = rows.find(
    (row) => row['mapping'] === request.mapping && row['sheets'] === JSON.stringify(request.sheets),
  )
  if (!same) return undefined
  const first = toReport(same)
  return { ...first, accepted: 0, unchanged: first.rows - first.quarantined, status: 'duplicate' }
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
    status: 'published',
  }
}
