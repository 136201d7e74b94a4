import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { readableBytes, type Limits } from '../../limits.ts'
import type { TableFile } from '../table.ts'
import { XlsxArchive, xlsxDamaged } from './archive.ts'
import { readMergedCells } from './merged-cells.ts'
import { readSharedStrings } from './shared-strings.ts'
import { describeNotes, newNotes, type SheetNotes } from './sheet-notes.ts'
import { readSheetRows } from './sheet-rows.ts'
import { readDateStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'

/** Opens a workbook: its string table is held in memory, its sheets are streamed. */
export async function openXlsx(path: string, limits: Limits): Promise<TableFile> {
  const { size } = await stat(path)
  if (size > limits.xlsxBytes)
    throw new IngestError(
      'file_too_large',
      `“${basename(path)}”有 ${readableBytes(size)}，超过 .xlsx 的上限 ${readableBytes(limits.xlsxBytes)}，请拆分或导出为 CSV。`,
      path,
    )
  const archive = await XlsxArchive.open(path, limits)
  try {
    const workbook = await readWorkbook(archive)
    if (workbook.sheets.length === 0) throw xlsxDamaged(path, '没有可见的工作表')
    const book = {
      sharedStrings: await readSharedStrings(archive, limits),
      isDateStyle: await readDateStyles(archive),
      date1904: workbook.date1904,
    }
    const notes = new Map<string, SheetNotes>()
    return {
      format: 'xlsx',
      encoding: null,
      sheets: workbook.sheets.map(({ name, part }) => ({
        name,
        headers: null,
        date1904: workbook.date1904,
        merged: () => readMergedCells(archive, part),
        batches: () => {
          const read = newNotes(name)
          notes.set(name, read)
          return readSheetRows(archive, part, book, limits, read)
        },
      })),
      notes: () => describeNotes(notes.values(), workbook.hidden),
      close: () => {
        archive.close()
        return Promise.resolve()
      },
    }
  } catch (error) {
    archive.close()
    throw error
  }
}
