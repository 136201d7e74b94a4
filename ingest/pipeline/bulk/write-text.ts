import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { link } from 'node:fs/promises'
import type { BulkText } from '#warehouse'
import { RegularText } from '../../formats/csv/regular.ts'
import { readText } from '../../formats/encoding.ts'
import type { DelimitedText } from '../../formats/table.ts'
import { limits } from '../../limits.ts'

/** No cell of a line is longer than the line. */
const lineBytes = limits.cellCharacters

/** What the engine has to know of the text besides its bytes. */
interface Head {
  readonly headerLine: number
  readonly width: number
}

/**
 * Puts a text at `target` as UTF-8 for the engine to read; null when the engine could not. UTF-8 is not copied, only
 * linked, and looked through while the engine reads it.
 */
export async function writeText(text: DelimitedText, target: string, head: Head): Promise<BulkText | null> {
  const { delimiter, encoding, path } = text
  if (!/^[\t -~]$/.test(delimiter)) return null
  if (encoding !== 'utf-8') {
    const rows = rowsOf(await convertText(text, target), head)
    return rows === null ? null : { delimiter, lineBytes, ...head, rows: Promise.resolve(rows) }
  }
  await link(path, target)
  const lines = countLines(text).then(
    (counted) => rowsOf(counted, head),
    // What cannot be read is for the row reader to say.
    () => null,
  )
  return { delimiter, lineBytes, ...head, rows: lines }
}

/** Lines behind the header; null where there are none to speak of, or more than are taken from one file. */
function rowsOf(lines: number | null, { headerLine }: Head): number | null {
  return lines === null || lines < headerLine || lines > limits.rows ? null : lines - headerLine
}

async function countLines({ path, delimiter }: DelimitedText): Promise<number | null> {
  const regular = new RegularText(delimiter)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    if (!regular.add(chunk as Buffer)) return null
  return regular.finish()
}

async function convertText(
  { path, encoding, delimiter }: DelimitedText,
  target: string,
): Promise<number | null> {
  const regular = new RegularText(delimiter)
  const file = createWriteStream(target)
  try {
    for await (const part of readText(path, encoding)) {
      const bytes = Buffer.from(part)
      if (!regular.add(bytes)) return null
      if (!file.write(bytes)) await once(file, 'drain')
    }
  } finally {
    file.end()
    await once(file, 'close')
  }
  return regular.finish()
}
