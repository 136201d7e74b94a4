import { describe, expect, it } from 'vitest'
import { expandExponent, numberText } from '../../../ingest/formats/number-text.ts'
import { serialToText } from '../../../ingest/formats/xlsx/serial.ts'
import { columnIndex } from '../../../ingest/formats/xlsx/sheet-rows.ts'
import { isDateFormat } from '../../../ingest/formats/xlsx/styles.ts'
import { parseKeyCode } from '../../../ingest/values/code.ts'
import { readAll } from '../read-all.ts'
import { tempFile } from '../temp-folder.ts'
import { columnLetter, textRow, workbook, zip } from '../zip.ts'

describe('worksheets', () => {
  it('reads date cells by their number format, numbers without float noise, gaps and rich text', async () => {
    const sheet =
      textRow(1, ['编号', null, '日期']) +
      '<row r="4"><c r="A4"><v>0.30000000000000004</v></c><c r="C4" s="1"><v>45356.383333333331</v></c>' +
      '<c r="D4" s="1"><v>45356</v></c><c r="E4" t="b"><v>1</v></c>' +
      '<c r="F4" t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r><rPh><t>yi</t></rPh></is></c></row>'
    const file = await readAll(
      tempFile('a.xlsx', workbook({ 明细: sheet }, { formats: ['yyyy&quot;年&quot;m'] })),
    )
    expect(file.sheets).toEqual([
      {
        name: '明细',
        headers: null,
        rows: [
          { line: 1, cells: ['编号', '', '日期'] },
          { line: 4, cells: ['0.3', '', '2024-03-05 09:12:00', '2024-03-05', 'TRUE', '一二'] },
        ],
      },
    ])
  })

  it('counts from 1904 when the book does', async () => {
    const sheet = '<row r="1"><c r="A1" s="1"><v>43894</v></c></row>'
    const book = workbook({ 一: sheet }, { formats: ['yyyy-mm-dd'], date1904: true })
    const file = await readAll(tempFile('a.xlsx', book))
    expect(file.sheets[0]?.rows[0]?.cells).toEqual(['2024-03-05'])
  })

  it('reads several sheets in the order of the book', async () => {
    const file = await readAll(tempFile('a.xlsx', workbook({ 二: textRow(1, ['b']), 一: textRow(1, ['a']) })))
    expect(file.sheets.map((sheet) => sheet.name)).toEqual(['二', '一'])
  })

  it('recognises a workbook whatever its extension', async () => {
    expect((await readAll(tempFile('a.xls', workbook({ 一: textRow(1, ['a']) })))).format).toBe('xlsx')
  })
})

describe('bad workbooks', () => {
  const bytes = workbook({ 一: textRow(1, ['编号', '标题']) })

  it('refuses a bomb before unpacking it', async () => {
    const parts = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '',
      'xl/bomb.xml': Buffer.alloc(40 << 20, 32),
    }
    await expect(readAll(tempFile('a.xlsx', zip(parts)))).rejects.toMatchObject({
      code: 'xlsx_limit',
      message: expect.stringContaining('压缩比超过 250:1') as string,
    })
  })

  it.each([
    ['size unpacked', { xlsxUnpackedBytes: 100 }, '解压后超过'],
    ['size', { xlsxBytes: 100 }, '超过 .xlsx 的上限'],
    ['rows', { rows: 0 }, '超过 0 行'],
  ])('states the limit on %s', async (_, limits, message) => {
    await expect(readAll(tempFile('a.xlsx', bytes), {}, limits)).rejects.toThrow(message)
  })

  it('refuses a truncated book', async () => {
    await expect(readAll(tempFile('a.xlsx', bytes.subarray(0, 300)))).rejects.toMatchObject({
      code: 'xlsx_damaged',
    })
  })

  it('refuses broken sheet XML', async () => {
    const book = workbook({ 一: '<row r="1"><c r="A1"><v>1</c></row>' })
    await expect(readAll(tempFile('a.xlsx', book))).rejects.toMatchObject({ code: 'xlsx_damaged' })
  })

  it.each([
    ['one of its texts', '<sst><si><t>编号</t></si><si><t>甲</t></si></sst>', 2],
    ['its string table', undefined, 1],
  ])('refuses a book that lacks %s', async (_, sharedStrings, line) => {
    const cell = (row: number, place: number): string =>
      `<row r="${row}"><c r="A${row}" t="s"><v>${place}</v></c></row>`
    const book = workbook({ 一: cell(1, 0) + cell(2, 99) }, { sharedStrings })
    await expect(readAll(tempFile('a.xlsx', book))).rejects.toMatchObject({
      code: 'xlsx_damaged',
      message: expect.stringMatching(new RegExp(`第 ${line} 行有单元格的文字不在文件里.*重新另存`)) as string,
    })
  })

  it('tells other ZIP files apart', async () => {
    const document = zip({ '[Content_Types].xml': '', 'word/document.xml': '' })
    await expect(readAll(tempFile('a.xlsx', document))).rejects.toThrow('Word 文档')
  })
})

describe('cell arithmetic', () => {
  it('reads column letters', () => {
    for (const index of [0, 25, 26, 51, 701, 702]) expect(columnIndex(`${columnLetter(index)}7`)).toBe(index)
  })

  it('tells date formats from number formats', () => {
    expect(['yyyy/m/d', 'm"月"d"日"', '[h]:mm', '[$-804]aaaa;@'].map(isDateFormat)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(['0.00', '#,##0"元"', '"day"0', '[Red]0.00', 'General'].map(isDateFormat)).toEqual(
      Array(5).fill(false),
    )
  })

  it('turns serials into days and seconds', () => {
    expect([1, 61, 45356.5, 0.25, -1].map((serial) => serialToText(serial, false))).toEqual([
      null,
      '1900-03-01',
      '2024-03-05 12:00:00',
      '06:00:00',
      null,
    ])
  })

  it('keeps whole numbers to the last digit, and the exponent of those that lost theirs', () => {
    expect(numberText('1234567890123456789')).toBe('1234567890123456789')
    expect(numberText('1.2345678901234568E+18')).toBe('1.2345678901234568E+18')
    expect(parseKeyCode(numberText('1.2345678901234568E18'))).toMatchObject({ code: 'code_precision' })
  })

  it('writes numbers without exponents', () => {
    expect([numberText('1.2345E7'), numberText('123.10000000000001'), expandExponent('1.5e-3')]).toEqual([
      '12345000',
      '123.1',
      '0.0015',
    ])
  })
})
