import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDelimiter } from '../../../ingest/formats/csv/dialect.ts'
import { CsvParser } from '../../../ingest/formats/csv/parse.ts'
import { neutraliseFormula, writeCsv } from '../../../ingest/formats/csv/write.ts'
import { readAll } from '../read-all.ts'
import { tempFile, tempFolder } from '../temp-folder.ts'

function parseInPieces(text: string, size: number): string[][] {
  const parser = new CsvParser(',', 1_000_000)
  const rows = []
  for (let at = 0; at < text.length; at += size) rows.push(...parser.push(text.slice(at, at + size)))
  rows.push(...parser.finish())
  return rows.map((row) => [...row.cells])
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('CsvParser', () => {
  it('agrees with csv-parse on any well-formed text, however it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '示', ' '), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, size, finalBreak) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n') + (finalBreak ? '\r\n' : '')
        expect(parseInPieces(text, size)).toEqual(parse(text, { relax_column_count: true }))
      }),
    )
  })

  it('counts rows as a spreadsheet shows them: a quoted line break is inside a row, a blank line is a row', () => {
    const parser = new CsvParser(',', 1000)
    const rows = [...parser.push('标题,内容\n甲,"一\n二"\n\n乙,三'), ...parser.finish()]
    expect(rows).toEqual([
      { line: 1, cells: ['标题', '内容'] },
      { line: 2, cells: ['甲', '一\n二'] },
      { line: 3, cells: [''] },
      { line: 4, cells: ['乙', '三'] },
    ])
  })

  it('keeps a quote inside a plain cell and text after a closing quote', () => {
    expect(parseInPieces('5" pipe,"a"b,c', 3)).toEqual([['5" pipe', 'ab', 'c']])
  })

  it('takes spaces after the closing quote of a cell of several lines', () => {
    expect(parseInPieces('"一\n二" ,c\n', 2)).toEqual([['一\n二 ', 'c']])
  })
})

describe('detectDelimiter', () => {
  it.each([
    [',', '编号,标题\n1,甲\n2,乙\n'],
    ['\t', '编号\t标题\n1\t甲，乙\n2\t乙\n'],
    [';', 'a;b;c\n1,5;2;3\n1,6;2;3\n'],
    ['|', '编号|标题|内容\n1|a,b|c\n'],
  ])('finds %j', (delimiter, sample) => {
    expect(detectDelimiter(sample)).toBe(delimiter)
  })

  it('is not misled by a title line above the header', () => {
    expect(detectDelimiter('2024年支付明细；单位：元\n凭证号,单位,金额\n1,甲,2\n2,乙,3\n')).toBe(',')
  })
})

describe('encodings of text files', () => {
  const text = '留言编号,留言主题\n1,路灯不亮，请修理\n'
  // iconv is not at hand: the same line as bytes of GB18030.
  const gb = Buffer.from('c1f4d1d4b1e0bac52cc1f4d1d4d6f7ccb50a312cc2b7b5c6b2bbc1c10a', 'hex')

  it('reads UTF-8 with and without byte-order mark', async () => {
    for (const mark of ['', '\ufeff']) {
      const file = await readAll(tempFile('a.csv', mark + text))
      expect(file.encoding).toBe('utf-8')
      expect(file.sheets[0]?.rows[0]?.cells).toEqual(['留言编号', '留言主题'])
    }
  })

  it('reads GB18030', async () => {
    const file = await readAll(tempFile('a.csv', gb))
    expect(file.encoding).toBe('gb18030')
    expect(file.sheets[0]?.rows[1]?.cells).toEqual(['1', '路灯不亮'])
  })

  it('reads cp1252 when a lone high byte far down demands it', async () => {
    const bytes = Buffer.from(
      'Supplier,Amount\n' + 'PLAIN LTD,1.00\n'.repeat(5000) + 'CAF\xc9 R\xe9my \xa3,2.00\n',
      'latin1',
    )
    const file = await readAll(tempFile('a.csv', bytes))
    expect(file.encoding).toBe('windows-1252')
    expect(file.sheets[0]?.rows.at(-1)?.cells[0]).toBe('CAFÉ Rémy £')
  })

  it('reads the UTF-16 text that Excel saves', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号\t标题\n1\t甲\n', 'utf16le')])
    const file = await readAll(tempFile('a.txt', bytes))
    expect(file.sheets[0]?.rows[1]?.cells).toEqual(['1', '甲'])
  })

  it('refuses bytes that are no known encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('留言编号,留言主题\n'),
      Buffer.from([0x81, 0xff, 0x8d, 0x0a, 0x90, 0x20]),
    ])
    await expect(readAll(tempFile('a.csv', bytes))).rejects.toMatchObject({
      code: 'encoding_unreadable',
      message: expect.stringContaining('文字编码') as string,
    })
  })

  it('names the row where an open quote swallows the rest', async () => {
    const path = tempFile('a.csv', '编号,标题\n1,甲\n2,"乙\n3,丙\n')
    await expect(readAll(path)).rejects.toMatchObject({
      code: 'csv_damaged',
      message: expect.stringMatching(/第 3 行.*双引号/) as string,
    })
  })

  it('names the row where two stray quotes would make several rows one', async () => {
    const path = tempFile('a.csv', '编号,标题\n1,甲\n2,"供水\n3,丙\n4,"路灯\n5,戊\n')
    await expect(readAll(path)).rejects.toMatchObject({
      code: 'csv_damaged',
      message: expect.stringMatching(/第 3 行.*双引号没有配对/) as string,
    })
  })

  it.each([
    ['plain', '1,甲乙丙丁戊己\n', '1,甲乙丙丁戊\n'],
    ['quoted', '1,"甲乙丙\n丁戊"\n', '1,"甲乙\n丁戊"\n'],
    ['the last', '1,甲乙丙丁戊己', '1,甲乙丙丁戊'],
  ])('takes as many characters in a cell as the limit says: %s', async (_, over, within) => {
    const head = '编号,标题\n'
    await expect(readAll(tempFile('a.csv', head + over), {}, { cellCharacters: 5 })).rejects.toMatchObject({
      code: 'csv_damaged',
      message: expect.stringMatching(/第 2 行.*超过 5 字/) as string,
    })
    const file = await readAll(tempFile('a.csv', head + within), {}, { cellCharacters: 5 })
    expect(file.sheets[0]?.rows).toHaveLength(2)
  })

  it('stops at the row limit and says so', async () => {
    await expect(readAll(tempFile('a.csv', 'a,b\n'.repeat(20)), {}, { rows: 10 })).rejects.toMatchObject({
      code: 'rows_limit',
      message: expect.stringContaining('超过 10 行') as string,
    })
  })
})

describe('writeCsv', () => {
  it('writes what it reads back, with byte-order mark', async () => {
    const path = `${tempFolder()}/out.csv`
    const rows = [
      ['甲"乙', '一\n二'],
      ['a,b', ''],
    ]
    await writeCsv(path, ['标题', '内容'], rows)
    const file = await readAll(path)
    expect(file.sheets[0]?.rows.map((row) => row.cells)).toEqual([['标题', '内容'], ...rows])
  })

  it('neutralises formulas, not numbers', () => {
    expect(['=1+1', "+cmd|' /C calc'!A0", '@x', '-12.50', '-a'].map(neutraliseFormula)).toEqual([
      "'=1+1",
      "'+cmd|' /C calc'!A0",
      "'@x",
      '-12.50',
      "'-a",
    ])
  })
})
