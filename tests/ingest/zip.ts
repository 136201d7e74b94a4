import { crc32, deflateRawSync } from 'node:zlib'

/** Builds a ZIP file from its parts: enough for broken, hostile and hand-made workbooks. */
export function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, title, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, title]))
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}

interface BookOptions {
  readonly date1904?: boolean
  /** Number formats of the cell styles after the default one. */
  readonly formats?: readonly string[]
  /** XML of the string table; none by default. */
  readonly sharedStrings?: string | undefined
  /** Ranges merged in every sheet: F2:F4. */
  readonly merged?: readonly string[]
}

/** A workbook from sheet XML fragments (`<row>…</row>`), by sheet name. */
export function workbook(sheets: Readonly<Record<string, string>>, options: BookOptions = {}): Buffer {
  const names = Object.keys(sheets)
  const formats = options.formats ?? []
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  }
  if (options.sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = options.sharedStrings
  const ranges = (options.merged ?? []).map((range) => `<mergeCell ref="${range}"/>`)
  const merged = ranges.length === 0 ? '' : `<mergeCells>${ranges.join('')}</mergeCells>`
  for (const [index, name] of names.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet><sheetData>${sheets[name] ?? ''}</sheetData>${merged}</worksheet>`
  return zip(parts)
}

/** One row of inline text cells; null leaves a gap. */
export function textRow(line: number, cells: readonly (string | null)[]): string {
  const xml = cells.map((cell, index) =>
    cell === null
      ? ''
      : `<c r="${columnLetter(index)}${line}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`,
  )
  return `<row r="${line}">${xml.join('')}</row>`
}

export function columnLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)
}
