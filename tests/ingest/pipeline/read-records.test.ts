import { describe, expect, it } from 'vitest'
import { readRecords, writeCsv } from '#ingest'
import { tempFile, tempFolder } from '../temp-folder.ts'
import { textRow, workbook } from '../zip.ts'

describe('readRecords', () => {
  it('gives back what writeCsv wrote, in order', async () => {
    const path = `${tempFolder()}/x.csv`
    const rows = [
      ['1', '路灯, 不亮'],
      ['2', ''],
    ]
    await writeCsv(path, ['留言编号', '留言主题'], rows)
    expect(await readRecords(path)).toEqual({ columns: ['留言编号', '留言主题'], rows, encoding: 'utf-8' })
  })

  it('finds the header under a title and fits short rows', async () => {
    const book = workbook({
      空: '',
      表:
        textRow(1, ['留言汇总']) + textRow(2, ['留言编号', '留言主题', '留言详情']) + textRow(3, ['1', '甲']),
    })
    expect(await readRecords(tempFile('a.xlsx', book))).toMatchObject({
      columns: ['留言编号', '留言主题', '留言详情'],
      rows: [['1', '甲', '']],
    })
  })

  it('keeps columns of the same name apart', async () => {
    expect((await readRecords(tempFile('a.csv', 'x,x,\n1,2,3\n'))).columns).toEqual(['x', 'x#2', '第3列'])
  })

  it('refuses an empty table', async () => {
    await expect(readRecords(tempFile('a.csv', '\n\n'))).rejects.toMatchObject({ code: 'no_header' })
  })
})
