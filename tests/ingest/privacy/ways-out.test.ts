import { DuckDBInstance } from '@duckdb/node-api'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'
import { withCheck } from './invented.ts'

const id = withCheck('99010119900101001')
const secrets = ['13800000000', id, '张示例', '3栋2单元501', 'zhang@example.com', '0990-8000001']
const letter = `我叫张示例，身份证${id}，电话13800000000、0990-8000001，住翠苑小区3栋2单元501，邮箱zhang@example.com`

const petitions = [
  '留言编号,留言主题,留言详情,留言时间,答复意见,答复时间,备用',
  `A1,${letter},${letter},2024-03-05,${letter},2024-03-06,${letter}`,
  // Refused for its date, with personal data in every cell that may hold it.
  `A2,${letter},${letter},见附件,${letter},2024-03-06,${letter}`,
  // Torn by a stray comma: the text stands in the wrong columns.
  `${letter},A3,2024-03-05,${letter},x,y,z,${letter}`,
].map((line) => line.replace(/、/g, '；'))
const payments = [
  '凭证号,预算单位,金额,支付日期,用途',
  `ZF1,示例局,1.00,2024-03-05,${letter}`,
  `ZF2,示例局,${letter},2024-03-05,${letter}`,
  `${letter},示例局,1.00,${letter},${letter}`,
]

/** Every text of every table, by `schema.table`. */
async function dumpTexts(dataDir: string): Promise<Map<string, string>> {
  const instance = await DuckDBInstance.create(join(dataDir, 'warehouse.duckdb'))
  const connection = await instance.connect()
  const tables = await connection.runAndReadAll(
    `select table_schema || '.' || table_name from information_schema.tables order by 1`,
  )
  const texts = new Map<string, string>()
  for (const [table] of tables.getRows()) {
    const rows = await connection.runAndReadAll(`select * from ${String(table)}`)
    texts.set(String(table), JSON.stringify(rows.getRowsJson()))
  }
  connection.closeSync()
  instance.closeSync()
  return texts
}

it(
  'personal data leaves the sealed texts by no table, report, warning or error',
  { timeout: 120_000 },
  async () => {
    const dataDir = tempFolder()
    const inbox = tempFolder()
    writeFileSync(join(inbox, '留言.csv'), petitions.join('\n'))
    writeFileSync(join(inbox, '支付.csv'), payments.join('\n'))
    await prepareHome(dataDir)
    const warehouse = await openWarehouse({ dataDir })
    const result = await ingestPaths(warehouse, [inbox], { dataDir, actor: '测试', now: () => new Date() })
    await warehouse.close()
    expect(result.loads.map(({ rows, quarantined }) => [rows, quarantined])).toEqual([
      [3, 2],
      [3, 2],
    ])
    const texts = await dumpTexts(dataDir)
    for (const secret of secrets) {
      expect(JSON.stringify(result), secret).not.toContain(secret)
      const holders = [...texts].filter(([, text]) => text.includes(secret)).map(([table]) => table)
      expect(holders, secret).toEqual(['raw.sealed_texts'])
    }
  },
)
