import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import type { Limits } from '../../limits.ts'
import { detectEncoding, encodingNamed, readText, type Encoding } from '../encoding.ts'
import { batchRows, type FormatHints, type SourceRow, type TableFile } from '../table.ts'
import { detectDelimiter } from './dialect.ts'
import { CsvParser, CsvSyntaxError, type CsvFault } from './parse.ts'

const sampleCharacters = 64 * 1024

/** Opens a delimited text file: encoding and delimiter are found unless the hints name them. */
export async function openCsv(path: string, hints: FormatHints, limits: Limits): Promise<TableFile> {
  const encoding = (hints.encoding ? encodingNamed(hints.encoding) : null) ?? (await detectEncoding(path))
  const delimiter = hints.delimiter ?? detectDelimiter(await readSample(path, encoding))
  return {
    format: 'csv',
    encoding,
    sheets: [
      {
        name: null,
        headers: null,
        date1904: false,
        batches: () => readRows(path, encoding, delimiter, limits),
        text: { path, encoding, delimiter },
      },
    ],
    close: () => Promise.resolve(),
  }
}

async function readSample(path: string, encoding: Encoding): Promise<string> {
  let sample = ''
  for await (const text of readText(path, encoding)) {
    sample += text
    if (sample.length >= sampleCharacters) break
  }
  return sample.slice(0, sampleCharacters)
}

async function* readRows(
  path: string,
  encoding: Encoding,
  delimiter: string,
  limits: Limits,
): AsyncGenerator<SourceRow[]> {
  const parser = new CsvParser(delimiter, limits.cellCharacters)
  let batch: SourceRow[] = []
  try {
    for await (const text of readText(path, encoding)) {
      for (const row of parser.push(text)) batch.push(row)
      if (batch.length < batchRows) continue
      checkRows(path, batch, limits)
      yield batch
      batch = []
    }
    for (const row of parser.finish()) batch.push(row)
  } catch (error) {
    if (error instanceof CsvSyntaxError) throw damaged(path, error, limits)
    throw error
  }
  checkRows(path, batch, limits)
  if (batch.length > 0) yield batch
}

function checkRows(path: string, batch: readonly SourceRow[], limits: Limits): void {
  const last = batch.at(-1)
  if (last && last.line > limits.rows)
    throw new IngestError(
      'rows_limit',
      `“${basename(path)}”超过 ${limits.rows} 行的上限，请按月份或单位拆成几个文件。`,
      path,
    )
}

function damaged(path: string, error: CsvSyntaxError, limits: Limits): IngestError {
  const causes: Readonly<Record<CsvFault, string>> = {
    unclosed_quote: '有一个双引号没有配对，后面的内容全被当成了一个单元格',
    torn_quote: '有一个双引号没有配对，到后面另一行的双引号为止，几行被当成了一个单元格',
    cell_too_long: `有一个单元格超过 ${limits.cellCharacters} 字，多半是双引号没有配对`,
  }
  return new IngestError(
    'csv_damaged',
    `“${basename(path)}”第 ${error.line} 行起读不下去：${causes[error.reason]}。请检查这一行的双引号，或另存为 .xlsx 后再上传。`,
    `${path}#${error.line}`,
    { cause: error },
  )
}
