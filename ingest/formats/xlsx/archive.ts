import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { IngestError } from '../../errors.ts'
import { readableBytes, type Limits } from '../../limits.ts'

/** The parts of one workbook file, opened for random access and checked against the limits before any unpacking. */
export class XlsxArchive {
  readonly path: string
  private readonly zip: ZipFile
  private readonly entries: ReadonlyMap<string, Entry>

  private constructor(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.path = path
    this.zip = zip
    this.entries = entries
  }

  /** Throws IngestError `xlsx_damaged`, `xlsx_limit` or `format_unsupported` (a ZIP that is no workbook). */
  static async open(path: string, limits: Limits): Promise<XlsxArchive> {
    const zip = await openZip(path)
    try {
      const entries = await readEntries(path, zip, limits)
      if (!entries.has('[content_types].xml') || ![...entries.keys()].some((name) => name.startsWith('xl/')))
        throw notWorkbook(path, entries)
      return new XlsxArchive(path, zip, entries)
    } catch (error) {
      zip.close()
      throw error
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase())
  }

  size(name: string): number {
    return this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase())
    if (!entry) throw xlsxDamaged(this.path, `缺少部件 ${name}`)
    return this.zip.openReadStreamPromise(entry)
  }

  close(): void {
    this.zip.close()
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false, strictFileNames: false })
  } catch (error) {
    throw xlsxDamaged(path, '压缩包结构不完整', error)
  }
}

async function readEntries(path: string, zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.xlsxEntries) throw tooMuch(path, `内部文件超过 ${limits.xlsxEntries} 个`)
  const entries = new Map<string, Entry>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      checkEntry(path, entry, limits)
      if (unpacked > limits.xlsxUnpackedBytes)
        throw tooMuch(path, `解压后超过 ${readableBytes(limits.xlsxUnpackedBytes)}`)
      entries.set(entry.fileName.replaceAll('\\', '/').toLowerCase(), entry)
    }
  } catch (error) {
    if (error instanceof IngestError) throw error
    throw xlsxDamaged(path, '压缩包目录读不出来', error)
  }
  return entries
}

function checkEntry(path: string, entry: Entry, limits: Limits): void {
  if (entry.isEncrypted())
    throw new IngestError('format_unsupported', `“${basename(path)}”设有密码，请取消密码后再上传。`, path)
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (ratio > limits.xlsxRatio && entry.uncompressedSize > limits.xlsxRatioFreeBytes)
    throw tooMuch(path, `压缩比超过 ${limits.xlsxRatio}:1`)
}

function notWorkbook(path: string, entries: ReadonlyMap<string, Entry>): IngestError {
  const what = entries.has('word/document.xml')
    ? 'Word 文档'
    : entries.has('ppt/presentation.xml')
      ? '演示文稿'
      : entries.has('content.xml')
        ? 'ODF 文档'
        : '普通压缩包'
  return new IngestError(
    'format_unsupported',
    `“${basename(path)}”是${what}，不是 Excel 工作簿。请上传其中的表格，或另存为 .xlsx。`,
    path,
  )
}

function tooMuch(path: string, what: string): IngestError {
  return new IngestError(
    'xlsx_limit',
    `“${basename(path)}”${what}，超出安全上限，没有读取。若文件确实这么大，请拆成几个文件，或导出为 CSV。`,
    path,
  )
}

export function xlsxDamaged(path: string, what: string, cause?: unknown): IngestError {
  return new IngestError(
    'xlsx_damaged',
    `“${basename(path)}”损坏或没有传完整（${what}）。请用 Excel 或 WPS 打开核对，重新另存后再上传。`,
    path,
    { cause },
  )
}
