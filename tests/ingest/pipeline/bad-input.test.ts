import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

const header = '凭证号,预算单位,金额,支付日期,用途'
const good = 'ZF1,示例局,1.00,2024-03-05,办公'

let warehouse: Warehouse
let dataDir: string
let inbox: string

beforeEach(async () => {
  dataDir = tempFolder()
  inbox = tempFolder()
  await prepareHome(dataDir)
  warehouse = await openWarehouse({ dataDir })
})

afterEach(() => warehouse.close())

function take(name: string, content: string | Uint8Array) {
  const path = join(inbox, name)
  writeFileSync(path, content)
  return ingestPaths(warehouse, [path], { dataDir, actor: '测试', now: () => new Date() })
}

async function cellOf(key: string, column: string): Promise<string | null | undefined> {
  const [step] = await warehouse.lineage('payments', key)
  return step?.values[column]
}

describe('files nobody should have sent', { timeout: 60_000 }, () => {
  it('a cell of a million characters is kept whole', async () => {
    const long = '长'.repeat(1_000_000)
    const { loads } = await take('a.csv', `${header}\n${good}\nZF2,示例局,1.00,2024-03-05,${long}\n`)
    expect(loads[0]).toMatchObject({ rows: 2, accepted: 2 })
    expect((await cellOf('ZF2', 'use_des'))?.length).toBe(1_000_000)
  })

  it('a quote that never closes is named with its row, however much follows', async () => {
    const { errors } = await take(
      'a.csv',
      `${header}\nZF1,示例局,1.00,2024-03-05,"办公\n${`${good}\n`.repeat(50_000)}`,
    )
    expect(errors[0]).toMatchObject({ code: 'csv_damaged' })
    expect(errors[0]?.message).toContain('第 2 行')
  })

  it('a stray quote inside a cell is an ordinary character', async () => {
    const { loads } = await take('a.csv', `${header}\nZF1,示例局,1.00,2024-03-05,5"钢管\n`)
    expect(loads[0]).toMatchObject({ accepted: 1 })
    expect(await cellOf('ZF1', 'use_des')).toBe('5"钢管')
  })

  it('sixteen thousand columns are read; the unknown ones are kept', async () => {
    const more = Array.from({ length: 16_000 }, (_, at) => `列${at}`)
    const { loads } = await take(
      'a.csv',
      `${header},${more.join(',')}\n${good},${more.map(() => 'x').join(',')}\n`,
    )
    expect(loads[0]).toMatchObject({ accepted: 1 })
  })

  it('a NUL far down does not cut its cell or lose its row', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `ZF${at + 10},示例局,1.00,2024-03-05,办公用品采购及维修`,
    )
    const { loads } = await take(
      'a.csv',
      `${header}\n${rows.join('\n')}\nZF2,示例局,1.00,2024-03-05,前\u0000后\n`,
    )
    expect(loads[0]).toMatchObject({ rows: 3001, accepted: 3001 })
    expect(await cellOf('ZF2', 'use_des')).toBe('前\u0000后')
  })

  it('line ends of three kinds in one file', async () => {
    const { loads } = await take(
      'a.csv',
      `\ufeff${header}\r\n${good}\nZF2,示例局,1.00,2024-03-05,a\r\n\r\nZF3,示例局,1.00,2024-03-05,b`,
    )
    expect(loads[0]).toMatchObject({ rows: 3, accepted: 3 })
    expect(await cellOf('ZF2', 'use_des')).toBe('a')
  })

  it('a file cut off inside a character is refused, not read as gibberish', async () => {
    const bytes = Buffer.from(`${header}\n${`${good}\n`.repeat(20)}ZF2,示例局,1.00,2024-03-05,办公`)
    const { loads, errors } = await take('a.csv', bytes.subarray(0, -1))
    expect([loads, errors.map(({ code }) => code)]).toEqual([[], ['encoding_unreadable']])
  })

  it('half a surrogate pair in JSON becomes a replacement character', async () => {
    const row =
      '{"凭证号":"ZF1","预算单位":"示例局","金额":"1.00","支付日期":"2024-03-05","用途":"a\\ud83db"}'
    const { loads } = await take('a.ndjson', `${row}\n${row.replace('ZF1', 'ZF2')}\n`)
    expect(loads[0]).toMatchObject({ accepted: 2 })
    expect(await cellOf('ZF1', 'use_des')).toBe('a\ufffdb')
  })

  it('a file cut short while it waits is another file, and both are in', async () => {
    const path = join(inbox, 'a.csv')
    await take('a.csv', `${header}\n${good}\nZF2,示例局,1.00,2024-03-05,a\n`)
    truncateSync(path, Buffer.byteLength(`${header}\n${good}\n`))
    const again = await ingestPaths(warehouse, [path], { dataDir, actor: '测试', now: () => new Date() })
    expect(again.loads[0]).toMatchObject({ rows: 1, accepted: 0, unchanged: 1 })
  })
})
