import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { scaledText } from '../../../ingest/formats/cell-text.ts'
import { openTable } from '../../../ingest/formats/open.ts'
import { limits } from '../../../ingest/limits.ts'
import { readAll } from '../read-all.ts'
import { tempFile, tempFolder } from '../temp-folder.ts'

async function parquet(select: string, options = ''): Promise<string> {
  const path = join(tempFolder(), '数据.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`set timezone = 'Asia/Shanghai'`)
  await connection.run(`copy (${select}) to '${path}' (format parquet${options})`)
  connection.closeSync()
  return path
}

describe('Parquet', () => {
  it('keeps every digit, writes times as they are meant, and nested values as text', async () => {
    const path = await parquet(`
      select 12345678901234567.89::decimal(38, 2) as 金额, -0.05::decimal(9, 2) as 小额, 1234.5::decimal(18, 4) as 中额,
        9007199254740993::bigint as 编号, timestamptz '2026-03-01 08:30:00+08' as 时刻,
        timestamp '2026-03-01 08:30:00' as 钟点, date '2026-03-01' as 日期, '示例' as 文字, null::varchar as 空,
        true as 是, ['甲', '乙'] as 列表, {'a': 1, 'b': '丙'} as 结构, 0.1::double as 小数`)
    expect((await readAll(path)).sheets).toMatchObject([
      {
        headers: [
          '金额',
          '小额',
          '中额',
          '编号',
          '时刻',
          '钟点',
          '日期',
          '文字',
          '空',
          '是',
          '列表',
          '结构',
          '小数',
        ],
        rows: [
          {
            line: 1,
            cells: [
              '12345678901234567.89',
              '-0.05',
              '1234.5000',
              '9007199254740993',
              '2026-03-01T00:30:00Z',
              '2026-03-01 08:30:00',
              '2026-03-01',
              '示例',
              '',
              'true',
              '甲、乙',
              '{"a":1,"b":"丙"}',
              '0.1',
            ],
          },
        ],
      },
    ])
  })

  it.each(['snappy', 'zstd', 'gzip', 'lz4_raw', 'uncompressed'])(
    'reads several row groups, %s',
    async (codec) => {
      const path = await parquet(
        `select i as 编号, repeat('示例', 3) as 文字 from range(5000) t(i)`,
        `, compression ${codec}, row_group_size 2048`,
      )
      const [sheet] = (await readAll(path)).sheets
      expect(sheet?.rows.map(({ line }) => line)).toEqual(
        Array.from({ length: 5000 }, (_, index) => index + 1),
      )
      expect(sheet?.rows.at(-1)?.cells).toEqual(['4999', '示例示例示例'])
    },
  )

  it('is refused when damaged, holding bytes, or too large, in words', async () => {
    const path = await parquet(`select i from range(10) t(i)`)
    const { length } = readFileSync(path)
    truncateSync(path, length - 20)
    await expect(readAll(path)).rejects.toMatchObject({ code: 'parquet_damaged' })
    await expect(readAll(await parquet(`select '\\xFF\\xFE'::blob as 附件`))).rejects.toMatchObject({
      code: 'format_unsupported',
    })
    const large = await parquet(`select i from range(10) t(i)`)
    await expect(openTable(large, {}, { ...limits, parquetGroupBytes: 1 })).rejects.toMatchObject({
      code: 'file_too_large',
    })
    await expect(openTable(large, {}, { ...limits, rows: 5 })).rejects.toMatchObject({ code: 'rows_limit' })
  })

  it('goes through the same door as any other file', async () => {
    const path = await parquet(`
      select '信' || i as 留言编号, '路灯不亮' as 留言主题, '示例小区门口路灯不亮' as 留言详情,
        timestamptz '2026-03-01 08:30:00+08' as 留言时间 from range(3) t(i)`)
    const dataDir = tempFolder()
    await prepareHome(dataDir)
    const warehouse = await openWarehouse({ dataDir })
    const { loads, errors } = await ingestPaths(warehouse, [path], {
      dataDir,
      actor: '张示例',
      now: () => new Date(),
    })
    await warehouse.close()
    expect(errors).toEqual([])
    expect(loads).toMatchObject([{ kind: 'petitions', rows: 3, accepted: 3 }])
  })
})

describe('Arrow', () => {
  const table = tableFromArrays({ 编号: [1n, 2n], 文字: ['甲', null], 时刻: [new Date(0), new Date(1000)] })

  it.each(['file', 'stream'] as const)('reads a %s', async (form) => {
    const path = tempFile('数据.arrow', tableToIPC(table, form))
    expect((await readAll(path)).sheets).toMatchObject([
      {
        headers: ['编号', '文字', '时刻'],
        rows: [
          { cells: ['1', '甲', expect.stringContaining('1970-01-01')] },
          { cells: ['2', '', expect.anything()] },
        ],
      },
    ])
  })

  it('is refused when damaged', async () => {
    const bytes = tableToIPC(table, 'file')
    const path = tempFile('数据.arrow', bytes.subarray(0, bytes.length - 40))
    writeFileSync(path, bytes.subarray(0, 60))
    await expect(readAll(path)).rejects.toMatchObject({ code: 'arrow_damaged' })
  })
})

it('a scaled number keeps its sign and zeros', () => {
  expect([scaledText(-5n, 2), scaledText(0n, 2), scaledText(123n, 0), scaledText(-1234n, 2)]).toEqual([
    '-0.05',
    '0.00',
    '123',
    '-12.34',
  ])
})
