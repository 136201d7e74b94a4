import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { IngestError } from '../errors.ts'

export type SniffedFormat = 'xlsx' | 'json' | 'ndjson' | 'html' | 'parquet' | 'arrow' | 'pdf' | 'text'

const headBytes = 64 * 1024
const otherFormats: readonly (readonly [signature: string, name: string])[] = [
  ['52617221', 'RAR 压缩包'],
  ['377abcaf', '7Z 压缩包'],
  ['1f8b', 'GZ 压缩包'],
  ['89504e47', 'PNG 图片'],
  ['ffd8ff', 'JPG 图片'],
  ['7b5c727466', 'RTF 文档'],
]

/**
 * Tells the format by the first bytes; the file's extension only decides between JSON and a text table.
 * Throws IngestError with advice for what cannot be read: BIFF .xls, HTML, encrypted books, archives.
 */
export async function sniffFormat(path: string): Promise<SniffedFormat> {
  const head = await readHead(path)
  const name = basename(path)
  if (head.length === 0)
    throw new IngestError('file_empty', `“${name}”是空文件（0 字节），请重新导出后再上传。`, path)
  const hex = head.subarray(0, 8).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'xlsx'
  if (hex.startsWith('d0cf11e0')) throw oldOffice(path, head)
  if (hex.startsWith('50415231')) return 'parquet'
  // The file form begins with its name, the stream form with its continuation mark.
  if (hex.startsWith('4152524f5731') || hex.startsWith('ffffffff')) return 'arrow'
  if (hex.startsWith('25504446')) return 'pdf'
  const other = otherFormats.find(([signature]) => hex.startsWith(signature))
  if (other) throw unsupported(path, other[1])
  return sniffText(path, head)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function sniffText(path: string, head: Buffer): SniffedFormat {
  if (isUtf16(head)) return 'text'
  const start = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  const lower = start.slice(0, 2048).toLowerCase()
  if (lower.startsWith('<')) return sniffMarkup(path, lower)
  if (head.includes(0)) throw unsupported(path, binaryName(path))
  return textFormat(extname(path).toLowerCase(), start, head)
}

const formatOfExtension: Readonly<Record<string, SniffedFormat>> = {
  '.csv': 'text',
  '.tsv': 'text',
  '.txt': 'text',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}

function textFormat(extension: string, start: string, head: Buffer): SniffedFormat {
  const named = formatOfExtension[extension]
  if (named) return named
  if (start.startsWith('[')) return 'json'
  if (start.startsWith('{')) return isObjectPerLine(head) ? 'ndjson' : 'json'
  return extension === '.json' ? 'json' : 'text'
}

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}

/** NDJSON: the first line is a complete object and another one follows. */
function isObjectPerLine(head: Buffer): boolean {
  const [first = '', second = ''] = head.toString('utf8').split('\n', 2)
  if (!second.trimStart().startsWith('{')) return false
  try {
    JSON.parse(first.replace(/^\ufeff/, ''))
    return true
  } catch {
    return false
  }
}

function sniffMarkup(path: string, lower: string): SniffedFormat {
  if (lower.includes('urn:schemas-microsoft-com:office:spreadsheet') && !lower.includes('<html'))
    throw new IngestError(
      'format_unsupported',
      `“${basename(path)}”是“XML 电子表格 2003”，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。`,
      path,
    )
  if (/<(html|!doctype html|table|head|meta|body)/.test(lower)) return 'html'
  throw unsupported(path, 'XML 文件')
}

/** The old compound container holds BIFF books, and also password-protected new ones. */
function oldOffice(path: string, head: Buffer): IngestError {
  const name = basename(path)
  if (head.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new IngestError(
      'format_unsupported',
      `“${name}”设有打开密码，请取消密码后另存为 .xlsx 再上传。`,
      path,
    )
  const what = extname(path).toLowerCase() === '.et' ? 'WPS 表格（.et）' : '旧版 Excel（.xls）'
  return new IngestError(
    'format_xls',
    `“${name}”是${what}格式，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。`,
    path,
  )
}

/** A table with zero bytes is in an encoding that does not say so, or damaged: saving it anew helps, which it does not a picture. */
function binaryName(path: string): string {
  return formatOfExtension[extname(path).toLowerCase()] === undefined
    ? '二进制文件'
    : '二进制文件，或编码少见、已损坏（如果它本是表格，请用表格软件打开后另存为 .xlsx 或 UTF-8 的 CSV）'
}

function unsupported(path: string, what: string): IngestError {
  return new IngestError(
    'format_unsupported',
    `“${basename(path)}”是${what}，不是可以读取的表格。可读取：.xlsx、.csv、.json、.ndjson。`,
    path,
  )
}
