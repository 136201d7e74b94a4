import { describe, expect, it } from 'vitest'
import { openTable } from '../../../ingest/formats/open.ts'
import type { FormatHints } from '../../../ingest/formats/table.ts'
import { readAll } from '../read-all.ts'
import { tempFile } from '../temp-folder.ts'

const message = { 编号: 1, 标题: '路灯', 赞: 0, 空: null, 单位: { 名称: '示例局' }, 标签: ['甲', '乙'] }

describe('JSON documents', () => {
  it.each([
    ['a list', [message]],
    ['data', { code: 0, data: [message] }],
    [
      'the longest of several lists',
      { top: [{ a: 1 }], recent: [message, message].slice(0, 2), low: { x: [{ b: 1 }] } },
    ],
  ])('finds the records in %s', async (_, document) => {
    const file = await readAll(tempFile('a.json', JSON.stringify(document)))
    expect(file.sheets[0]?.headers).toEqual(['编号', '标题', '赞', '空', '单位.名称', '标签'])
    expect(file.sheets[0]?.rows[0]).toEqual({ line: 1, cells: ['1', '路灯', '0', '', '示例局', '甲、乙'] })
  })

  it('takes the list and the time that the mapping names', async () => {
    const path = tempFile(
      'a.json',
      JSON.stringify({ updated: '2026-01-02', few: [{ a: 1 }], many: [{ b: 1 }, { b: 2 }] }),
    )
    const file = await readAll(path, { records: 'few', observed: 'updated' })
    expect(file.sheets[0]?.headers).toEqual(['a'])
    expect(file.observed).toBe('2026-01-02')
  })

  it('names the lists it does not read, unless the mapping chose', async () => {
    const document = { data: { few: [{ a: 1 }], none: [] }, many: [{ b: 1 }, { b: 2 }] }
    const path = tempFile('a.json', JSON.stringify(document))
    const notes = async (hints: FormatHints) => {
      const table = await openTable(path, hints)
      await table.close()
      return table.notes?.()
    }
    expect(await notes({})).toEqual([expect.stringContaining('还有“data.few”（1 条）没有读') as string])
    expect(await notes({ records: 'many' })).toEqual([])
  })

  it('refuses several lists with much the same columns, unless the mapping chose', async () => {
    const record = { 编号: 1, 标题: '路灯', 日期: '2026-01-02' }
    const document = {
      data: { 待办: [record], 办结: [record, { ...record, 答复: '已修' }] },
      单位: [{ 编号: 1 }],
    }
    const path = tempFile('a.json', JSON.stringify(document))
    await expect(readAll(path)).rejects.toMatchObject({
      code: 'json_lists',
      message: expect.stringContaining('“data.待办”（1 条）、“data.办结”（2 条），') as string,
    })
    expect((await readAll(path, { records: 'data.待办' })).sheets[0]?.rows).toHaveLength(1)
  })

  it.each(['a.json', 'a.ndjson'])('keeps every digit of long numbers in %s', async (name) => {
    const record = '{"编号":1234567890123456789,"卡号":"6222000000000000001","金额":12345678901234567.89}'
    const file = await readAll(tempFile(name, name.endsWith('.json') ? `[${record}]` : `${record}\n`))
    expect(file.sheets[0]?.rows[0]?.cells).toEqual([
      '1234567890123456789',
      '6222000000000000001',
      '12345678901234567.89',
    ])
  })

  it('grows its columns as new keys appear', async () => {
    const lines = [{ a: 1 }, { b: 2 }].map((record) => JSON.stringify(record)).join('\n')
    const file = await readAll(tempFile('a.ndjson', `${lines}\n\n`))
    expect(file.format).toBe('ndjson')
    expect(file.sheets[0]).toMatchObject({
      headers: ['a', 'b'],
      rows: [{ cells: ['1'] }, { line: 2, cells: ['', '2'] }],
    })
  })

  it.each([
    ['a.json', '{"data":[{"a":1}', 'json_damaged', '不是完整的 JSON'],
    ['a.json', '{"features":1}', 'json_damaged', '没有找到记录列表'],
    ['a.ndjson', '{"a":1}\n{"a":\n', 'json_damaged', '第 2 行'],
  ])('refuses %s with %s', async (name, text, code, words) => {
    await expect(readAll(tempFile(name, text))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    })
  })

  it('states the size limit', async () => {
    await expect(readAll(tempFile('a.json', '[{"a":1}]'), {}, { jsonBytes: 4 })).rejects.toThrow(
      '超过 JSON 的上限',
    )
  })
})
