import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestPaths, type IngestOptions } from '#ingest'
import type { Warehouse } from '#warehouse'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { xlsxBytes } from '../../../data-samples/generator/writers/xlsx.ts'
import { tempFolder } from '../temp-folder.ts'

const units = '单位代码,单位名称,别名\n101,云岭市教育局,市教育局、教育局\n102,云岭市水利局,\n'
const regions =
  '区划代码,区划名称,上级代码,级别\n9901,云岭市,,市\n990101,东川区,9901,区县\n990101001,望江街道,990101,街道乡镇\n'
const payments = [
  '凭证号,预算单位代码,预算单位,收款人,金额,支付日期',
  'P1,101,市教育局,示例公司,1.00,2026-01-05',
  'P2,999,云岭市示例局,示例公司,2.00,2026-01-05',
  'P3,,云岭市水利局,示例公司,3.00,2026-01-05',
].join('\n')
const petitions = [
  '留言编号,留言主题,留言详情,留言时间,地区',
  '1,路灯不亮,楼下路灯不亮。,2026-01-05,云岭市东川区望江街道',
  '2,路灯不亮,路口路灯不亮。,2026-01-05,外地某县',
  '3,路灯不亮,门口路灯不亮。,2026-01-05,',
].join('\n')

let warehouse: Warehouse
let dataDir: string
beforeEach(async () => {
  dataDir = tempFolder()
  warehouse = await emptyWarehouse()
})
afterEach(() => warehouse.close())

async function take(name: string, text: string, options: Partial<IngestOptions> = {}) {
  const path = join(tempFolder(), name)
  writeFileSync(path, text)
  const { loads, errors } = await ingestPaths(warehouse, [path], {
    dataDir,
    actor: '张示例',
    now: () => new Date('2026-02-01T00:00:00Z'),
    ...options,
  })
  return { load: loads[0], errors }
}

describe('units, regions and budget lines that the master data does not know', () => {
  it('are let pass without a word while there is no master data', async () => {
    const { load } = await take('支付.csv', payments)
    expect(load).toMatchObject({ accepted: 3, quarantined: 0 })
    expect(load?.warnings.filter((warning) => warning.includes('名录'))).toEqual([])
  })

  it('are counted for the clerk; names, aliases and names inside a longer place are known', async () => {
    await take('单位.csv', units)
    await take('区划.csv', regions)
    const paid = await take('支付.csv', payments)
    expect(paid.load).toMatchObject({ accepted: 3, quarantined: 0 })
    expect(paid.load?.warnings).toEqual(
      expect.arrayContaining([
        '1 行预算单位代码不在单位名录中',
        '1 行预算单位不在单位名录中（名称和别名都没有）',
      ]),
    )
    const asked = await take('留言.csv', petitions)
    expect(asked.load).toMatchObject({ accepted: 3, quarantined: 0 })
    expect(asked.load?.warnings).toContain('1 行地区里没有区划名录中的地名')
  })

  it('are quarantined, left out or refuse the file where the source says so', async () => {
    await take('单位.csv', units)
    const strict = await take('支付一.csv', payments, { policy: { references: 'discard_row' } })
    expect(strict.load).toMatchObject({ accepted: 2, quarantined: 1, reasons: { reference_unknown: 1 } })
    const frozen = await take('支付二.csv', `${payments}\n`, { policy: { references: 'freeze' } })
    expect(frozen.errors).toMatchObject([{ code: 'contract_frozen' }])
    expect(frozen.load).toBeUndefined()
  })
})

describe('rows that refer to each other and come in one write', () => {
  const lines =
    '指标编号,预算年度,预算单位代码,预算单位,项目名称,金额\nZB1,2026,102,云岭市水利局,河道清淤,100.00\n'
  const paid =
    '凭证号,指标编号,预算单位代码,预算单位,收款人,金额,支付日期\nP1,ZB1,102,云岭市水利局,示例公司,1.00,2026-01-05\nP2,ZB9,102,云岭市水利局,示例公司,1.00,2026-01-05\n'
  const strict = { policy: { references: 'discard_row' as const } }

  async function takeAll(texts: readonly (readonly [string, string])[]) {
    const folder = tempFolder()
    const paths = texts.map(([name, text]) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    })
    const { loads, errors } = await ingestPaths(warehouse, paths, {
      dataDir,
      actor: '张示例',
      now: () => new Date('2026-02-01T00:00:00Z'),
      ...strict,
    })
    expect(errors).toEqual([])
    return Object.fromEntries(loads.map(({ kind, accepted, quarantined }) => [kind, [accepted, quarantined]]))
  }

  const first =
    '指标编号,预算年度,预算单位代码,预算单位,项目名称,金额\nZB0,2026,101,云岭市教育局,校舍维修,50.00\n'

  it.each([
    [
      'payments first',
      [
        ['1支付.csv', paid],
        ['2指标.csv', lines],
        ['3单位.csv', units],
      ],
    ],
    [
      'units first',
      [
        ['1单位.csv', units],
        ['2指标.csv', lines],
        ['3支付.csv', paid],
      ],
    ],
  ] as [string, [string, string][]][])('are held to one another, %s', async (_, files) => {
    // Lists that hold something already: without the newcomers every reference would fail.
    await take('旧单位.csv', '单位代码,单位名称\n101,云岭市教育局\n')
    await take('旧指标.csv', first)
    expect(await takeAll(files)).toEqual({ payments: [1, 1], budget_lines: [1, 0], units: [2, 0] })
  })

  it('are held to one another inside one workbook, and a refused line vouches for nothing', async () => {
    await take('旧指标.csv', first)
    const rowsOf = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => line.split(','))
    const sheet = (name: string, text: string) => {
      const [header = [], ...rows] = rowsOf(text)
      return { sheet: name, titles: [], header, rows }
    }
    const broken = lines.replace('100.00', '见附件').replace('ZB1', 'ZB9').split('\n')[1] ?? ''
    const path = join(tempFolder(), '一本.xlsx')
    writeFileSync(path, await xlsxBytes([sheet('支付', paid), sheet('指标', `${lines}${broken}\n`)]))
    const { loads } = await ingestPaths(warehouse, [path], {
      dataDir,
      actor: '张示例',
      now: () => new Date('2026-02-01T00:00:00Z'),
      ...strict,
    })
    expect(loads.map(({ kind, accepted, quarantined }) => [kind, accepted, quarantined]).sort()).toEqual([
      ['budget_lines', 1, 1],
      ['payments', 1, 1],
    ])
  })
})
