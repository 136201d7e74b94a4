import type { Warehouse } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { XlsxSheet } from '../formats/xlsx/write.ts'
import { idColumn, reasonColumn } from './columns.ts'
import { headersOf, layoutOfLoad, refusedRows, type RefusedRowState, type RowFilter } from './rows.ts'

/** Above this a workbook no longer fits in memory comfortably. */
const maxRows = 100_000

/**
 * Open refused rows as worksheets, one per load and sheet: 隔离编号 and 原因 first, then the row under its own headers,
 * with the corrections made so far. Corrected and taken in again, the ids lead each row back.
 * Errors: IngestError `rows_limit`.
 */
export async function exportRefused(warehouse: Warehouse, filter: RowFilter): Promise<XlsxSheet[]> {
  const groups = new Map<string, RefusedRowState[]>()
  let count = 0
  for await (const rows of refusedRows(warehouse, { status: 'open', ...filter }))
    for (const row of rows) {
      const key = JSON.stringify([row.loadId, row.sheet])
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
      if (++count > maxRows)
        throw new IngestError('rows_limit', `超过 ${maxRows} 行，请按文件或原因分几次导出。`, 'quarantine')
    }
  const sheets: XlsxSheet[] = []
  for (const rows of groups.values()) sheets.push(await toSheet(warehouse, rows, sheets.length + 1))
  return sheets
}

async function toSheet(
  warehouse: Warehouse,
  rows: readonly RefusedRowState[],
  number: number,
): Promise<XlsxSheet> {
  const [first] = rows
  const layout = await layoutOfLoad(warehouse, first?.loadId ?? '')
  const headers = headersOf(
    layout,
    first?.sheet ?? null,
    rows.map((row) => ({ ...row.cells, ...row.edits })),
  )
  return {
    name: `${number} ${first?.sheet ?? first?.fileName.split('/').at(-1) ?? ''}`,
    columns: [
      { header: idColumn, width: 24 },
      { header: reasonColumn, width: 40 },
      ...headers.map((header) => ({ header })),
    ],
    rows: rows.map((row) => [
      row.id,
      row.message,
      ...headers.map((header) => row.edits[header] ?? row.cells[header] ?? null),
    ]),
  }
}
