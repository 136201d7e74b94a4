import type { Encoding } from './encoding.ts'

/** One row as it came: `line` counts from 1 at the first row of the file or sheet, blank rows included. */
export interface SourceRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * One table inside a file: a worksheet, a CSV file, a list of JSON objects.
 *
 * `headers` is null where the header row still has to be found among the rows (CSV, XLSX). For keyed records
 * (JSON, NDJSON) it lists the keys and may grow at the end while `batches` is read.
 */
export interface Sheet {
  readonly name: string | null
  readonly headers: readonly string[] | null
  /** Excel's 1904 calendar: serial dates without a date format need it. */
  readonly date1904: boolean
  /** May be called again; each call starts at the first row. */
  batches(): AsyncIterable<SourceRow[]>
  /** Where the rows stand, when they are lines of a delimited text. */
  readonly text?: DelimitedText
  /** Cells that reach down over others, where the format has such; the rows hold their text in the first line only. */
  merged?(): Promise<readonly MergedCell[]>
}

/** A cell that reaches down over those below it: its column (0-based), its own line and the last that it covers. */
export interface MergedCell {
  readonly column: number
  readonly first: number
  readonly last: number
}

/** A file of delimited text, for those who read it another way than row by row. */
export interface DelimitedText {
  readonly path: string
  readonly encoding: Encoding
  readonly delimiter: string
}

export interface TableFile {
  readonly format: 'csv' | 'xlsx' | 'json' | 'ndjson' | 'html' | 'parquet' | 'arrow' | 'pdf'
  readonly encoding: string | null
  readonly sheets: readonly Sheet[]
  /** Text at the hint's `observed` path of a JSON document: when the source showed these states. */
  readonly observed?: string | undefined
  /** What the clerk should know of the file beyond its rows, in Chinese; complete once the rows have been read. */
  notes?(): readonly string[]
  close(): Promise<void>
}

/** What a mapping file or a caller knows about the bytes and the reader cannot see. */
export interface FormatHints {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  /** Dotted path to the list of records in a JSON document. */
  readonly records?: string | undefined
  /** Dotted path to the time at which the source showed these records. */
  readonly observed?: string | undefined
}

/**
 * Rows handed on at a time. Few: most of what reading them leaves behind is then garbage when the collector first looks,
 * and the heap does not grow with the file (of 600,000 rows to 0.6 GB at 2,000 at a time, to 0.2 GB at 100).
 */
export const batchRows = 100

export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}

/** Rows that are in memory already, handed on as a file's would be. */
export async function* inBatches(rows: readonly SourceRow[]): AsyncGenerator<SourceRow[]> {
  for (let at = 0; at < rows.length; at += batchRows) {
    await Promise.resolve()
    yield rows.slice(at, at + batchRows)
  }
}
