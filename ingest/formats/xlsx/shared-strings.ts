import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import { readableBytes, type Limits } from '../../limits.ts'
import type { XlsxArchive } from './archive.ts'
import { StringTable } from './string-table.ts'
import { readXml } from './xml.ts'

const part = 'xl/sharedStrings.xml'

/** The workbook's string table, empty where it has none; phonetic guides (rPh) are left out, rich text runs are joined. */
export async function readSharedStrings(archive: XlsxArchive, limits: Limits): Promise<StringTable> {
  const strings = new StringTable()
  if (!archive.has(part)) return strings
  if (archive.size(part) > limits.xlsxSharedStringBytes)
    throw new IngestError(
      'xlsx_limit',
      `“${basename(archive.path)}”的文字部分超过 ${readableBytes(limits.xlsxSharedStringBytes)} 的上限，请拆成几个文件或导出为 CSV。`,
      archive.path,
    )
  let current = ''
  let inText = false
  let inPhonetic = false
  await readXml(archive.path, await archive.stream(part), {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 't') inText = !inPhonetic
      else if (name === 'rPh') inPhonetic = true
    },
    text: (text) => {
      if (inText) current += text
    },
    close: (name) => {
      if (name === 'si') strings.add(unescapeText(current))
      else if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
    },
  })
  return strings
}

/** Excel writes control characters as _x000D_ and a literal "_x000D_" as _x005F_x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
