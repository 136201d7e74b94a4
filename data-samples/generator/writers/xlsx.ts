import writeXlsxFile, { type Cell as XlsxCell, type SheetData } from 'write-excel-file/node'

/** A cell as an office leaves it: text, number, or a real date (minutes since 1970 on the wall clock). */
export type Cell = string | number | { minutes: number; withTime: boolean } | null

export interface SheetLayout {
  sheet: string
  /** Lines above the header, each merged over all columns (title, 填表说明, 单位：万元). */
  titles: readonly string[]
  header: readonly string[]
  rows: readonly (readonly Cell[])[]
  widths?: readonly number[]
}

/** Writes one workbook; equal input gives equal bytes, since the zip's clock is reset. */
export async function xlsxBytes(layouts: readonly SheetLayout[]): Promise<Buffer> {
  const sheets = layouts.map((layout) => ({
    sheet: layout.sheet,
    data: sheetData(layout),
    columns: layout.header.map((_, index) => ({ width: layout.widths?.[index] ?? 14 })),
  }))
  const bytes = await writeXlsxFile(sheets).toBuffer()
  return resetZipClock(bytes)
}

function sheetData(layout: SheetLayout): SheetData {
  const width = layout.header.length
  const titles = layout.titles.map((title, index): XlsxCell[] => [
    {
      value: title,
      columnSpan: width,
      align: index === 0 ? 'center' : 'left',
      ...(index === 0 && { fontWeight: 'bold', fontSize: 16 }),
    },
    ...Array.from({ length: width - 1 }, () => null),
  ])
  const header = layout.header.map((name): XlsxCell => ({ value: name, fontWeight: 'bold', align: 'center' }))
  return [...titles, header, ...layout.rows.map((row) => row.map(xlsxCell))]
}

function xlsxCell(cell: Cell): XlsxCell {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell === '' ? null : cell
  return {
    value: new Date(cell.minutes * 60_000),
    type: Date,
    format: cell.withTime ? 'yyyy/m/d h:mm' : 'yyyy/m/d',
  }
}

/** Sets every entry's time to 2026-10-31 18:00 in the local headers and the central directory. */
function resetZipClock(bytes: Buffer): Buffer {
  const time = 18 << 11
  const date = ((2026 - 1980) << 9) | (10 << 5) | 31
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let entry = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    bytes.writeUInt16LE(time, entry + 12)
    bytes.writeUInt16LE(date, entry + 14)
    const local = bytes.readUInt32LE(entry + 42)
    bytes.writeUInt16LE(time, local + 10)
    bytes.writeUInt16LE(date, local + 12)
    entry +=
      46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  return bytes
}
