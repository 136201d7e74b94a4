import { openTable } from '../../ingest/formats/open.ts'
import type { FormatHints, SourceRow } from '../../ingest/formats/table.ts'
import { limits, type Limits } from '../../ingest/limits.ts'

/** All rows of every sheet of a file, for assertions. */
export async function readAll(path: string, hints: FormatHints = {}, changed: Partial<Limits> = {}) {
  const table = await openTable(path, hints, { ...limits, ...changed })
  try {
    const sheets: { name: string | null; headers: readonly string[] | null; rows: SourceRow[] }[] = []
    for (const sheet of table.sheets) {
      const rows: SourceRow[] = []
      for await (const batch of sheet.batches()) rows.push(...batch)
      sheets.push({ name: sheet.name, headers: sheet.headers, rows })
    }
    return { format: table.format, encoding: table.encoding, observed: table.observed, sheets }
  } finally {
    await table.close()
  }
}
