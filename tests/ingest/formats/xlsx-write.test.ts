import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { writeXlsx, xlsxBytes } from '#ingest'
import { readAll } from '../read-all.ts'
import { tempFolder } from '../temp-folder.ts'

test('what is written is read back: texts, numbers, codes as text, days, gaps', async () => {
  const folder = tempFolder()
  const path = join(folder, '导出.xlsx')
  await writeXlsx(path, [
    {
      name: '留言',
      columns: [{ header: '编号' }, { header: '金额', width: 20 }, { header: '日期' }, { header: '内容' }],
      rows: [
        ['0012', 12.5, new Date('2026-03-05T00:00:00Z'), '路灯不亮 <&> "引号"'],
        [null, -3, null, 'a\u0000b'],
      ],
    },
    { name: '其他/说明', columns: [{ header: '列' }], rows: [] },
  ])
  expect(readdirSync(folder)).toEqual(['导出.xlsx'])
  const { sheets } = await readAll(path)
  expect(sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => row.cells)])).toEqual([
    [
      '留言',
      [
        ['编号', '金额', '日期', '内容'],
        ['0012', '12.5', '2026-03-05', '路灯不亮 <&> "引号"'],
        ['', '-3', '', 'ab'],
      ],
    ],
    ['其他_说明', [['列']]],
  ])
})

test('no cell is a formula, and none becomes one when saved as text', async () => {
  const attacks = ['=cmd|"/c calc"!A0', '@SUM(1)', '+1+1', '-2+3', '\t=1']
  const bytes = await xlsxBytes([
    { name: 'S', columns: [{ header: '=HEAD()' }], rows: attacks.map((text) => [text]) },
  ])
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).not.toContain('<f>')
  const path = join(tempFolder(), 'a.xlsx')
  await writeXlsx(path, [{ name: 'S', columns: [{ header: 'h' }], rows: attacks.map((text) => [text]) }])
  expect(readFileSync(path).length).toBeGreaterThan(0)
  const [read] = (await readAll(path)).sheets
  expect(read?.rows.slice(1).map((row) => row.cells[0])).toEqual(attacks.map((text) => `'${text}`))
})
