import { IngestError } from '../errors.ts'
import { openTable } from '../formats/open.ts'
import { isBlankRow, type Sheet, type SourceRow } from '../formats/table.ts'
import { rankKinds } from '../sources/detect.ts'
import { columnNames } from './column-names.ts'

const maxRows = 2_000_000
const headRows = 20

/**
 * Reads the first table of any supported file whole: column names and rows of text in the file's order, each row as
 * wide as the header. Titles above the header and blank lines are left out. Limits apply; throws IngestError.
 */
export async function readRecords(
  path: string,
): Promise<{ columns: string[]; rows: string[][]; encoding: string | null }> {
  const table = await openTable(path)
  try {
    for (const sheet of table.sheets) {
      const rows = await readAll(sheet, path)
      const header = sheet.headers ?? findHeader(rows)
      if (header.length === 0) continue
      const columns = columnNames(header.map((name) => name.trim()))
      const body = sheet.headers ? rows : rows.slice(rows.findIndex((row) => row.cells === header) + 1)
      return { columns, rows: body.map((row) => fit(row.cells, columns.length)), encoding: table.encoding }
    }
  } finally {
    await table.close()
  }
  throw new IngestError('no_header', '文件里没有表头，也没有数据。请核对是不是导出了空表。', path)
}

async function readAll(sheet: Sheet, path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const batch of sheet.batches()) {
    for (const row of batch) if (!isBlankRow(row.cells)) rows.push(row)
    if (rows.length > maxRows)
      throw new IngestError('rows_limit', `超过 ${maxRows} 行，请拆成几个文件。`, path)
  }
  return rows
}

/** The row that a contract recognises best; else the first row that is no title: filled nearly as far as the widest. */
function findHeader(rows: readonly SourceRow[]): readonly string[] {
  const head = rows.slice(0, headRows)
  const known = head
    .map((row) => ({ row, fields: rankKinds(row.cells)[0]?.match.columns.size ?? 0 }))
    .filter(({ fields }) => fields >= 2)
    .sort((left, right) => right.fields - left.fields || left.row.line - right.row.line)[0]
  if (known) return known.row.cells
  const widest = Math.max(0, ...head.map((row) => filled(row.cells)))
  return head.find((row) => filled(row.cells) >= widest * 0.6)?.cells ?? []
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

function fit(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '')
}
