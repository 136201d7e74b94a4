import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Writes a CSV file that Excel opens as it should: UTF-8 with byte-order mark, CRLF, quotes where needed.
 * The file appears whole or not at all. With `neutralise`, cells a spreadsheet would run as a formula
 * (starting with = + - @ or a tab) get a leading apostrophe; plain numbers are left alone.
 */
export async function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  options: { neutralise?: boolean } = {},
): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`
  try {
    await pipeline(
      Readable.from(csvChunks(columns, rows, options.neutralise === true)),
      createWriteStream(partial),
    )
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

function* csvChunks(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  neutralise: boolean,
): Generator<string> {
  let chunk = '\ufeff' + csvLine(columns, neutralise)
  for (const row of rows) {
    chunk += csvLine(row, neutralise)
    if (chunk.length < 1 << 16) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function csvLine(cells: readonly (string | number | null)[], neutralise: boolean): string {
  return cells.map((cell) => csvCell(cell, neutralise)).join(',') + '\r\n'
}

function csvCell(cell: string | number | null, neutralise: boolean): string {
  if (cell === null) return ''
  const text = neutralise && typeof cell === 'string' ? neutraliseFormula(cell) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Formula injection: see OWASP "CSV Injection". */
export function neutraliseFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text
}
