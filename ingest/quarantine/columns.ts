import { IngestError } from '../errors.ts'

/** Columns that the export of refused rows adds before the row's own. */
export const idColumn = '隔离编号'
export const reasonColumn = '原因'

/**
 * A corrected export of refused rows: no data of its own, but answers to rows in quarantine. The ids alone tell, since the
 * reasons are often deleted before the rows are passed on.
 */
export function isCorrection(headers: readonly string[]): boolean {
  return headers.includes(idColumn)
}

/** Tells the one who loads files that this one goes another way. */
export function correctionFile(fileName: string): IngestError {
  return new IngestError('correction_file', `“${fileName}”是改好的隔离行。`, fileName)
}
