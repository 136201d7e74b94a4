import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { link } from 'node:fs/promises'
import type { BulkText } from '#warehouse'
import { RegularText } from '../../formats/csv/regular.ts'
import { readText } from '../../formats/encoding.ts'
import type { DelimitedText } from '../../formats/table.ts'
import { limits } from '../../limits.ts'

/** What the engine has to know of the text besides its bytes. */
interface Head {
  readonly headerLine: number
  readonly width: number
}

/**
 * Puts a text at `target` as UTF-8 for the engine to read; null when a row of it may be more or less than a line. UTF-8
 * is not copied, only linked.
 */
export async function writeText(text: DelimitedText, target: string, head: Head): Promise<BulkText | null> {
  if (!/^[\t -~]$/.test(text.delimiter)) return null
  const lines = await (text.encoding === 'utf-8' ? linkText(text, target) : convertText(text, target))
  if (lines === null || lines < head.headerLine || lines > limits.rows) return null
  return { delimiter: text.delimiter, ...head, rows: lines - head.headerLine }
}

async function linkText({ path, delimiter }: DelimitedText, target: string): Promise<number | null> {
  const regular = new RegularText(delimiter)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    if (!regular.add(chunk as Buffer)) return null
  await link(path, target)
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
