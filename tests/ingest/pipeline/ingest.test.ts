import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestPaths, PendingFiles, type IngestOptions } from '#ingest'
import { openWarehouse, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { stageFile } from '../../../ingest/pipeline/archive.ts'
import { tempFolder } from '../temp-folder.ts'
import { textRow, workbook } from '../zip.ts'

const header = '凭证号,预算单位,金额,支付日期,用途'

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

function put(name: string, content: string | Uint8Array): string {
  const path = join(inbox, name)
  writeFileSync(path, content)
  return path
}

function ingest(paths: string[], options: Partial<IngestOptions> = {}) {
  return ingestPaths(warehouse, paths, {
    dataDir,
    actor: '测试',
    now: () => new Date('2026-01-05T01:00:00Z'),
    ...options,
  })
}

const archived = (): string[] =>
  readdirSync(join(dataDir, 'archive'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.csv'),
  )

describe('ingestPaths', () => {
  it('tells its progress every few thousand rows and at the end of the file, once each', async () => {
    const rows = Array.from({ length: 6100 }, (_, index) => `ZF${index},示例局,1.00,2024-03-05,办公`)
    const told: number[] = []
    await ingest([put('支付.csv', [header, ...rows].join('\n'))], {
      onProgress: ({ rows: read }) => {
        told.push(read)
      },
    })
    expect(told).toEqual([expect.any(Number), 6100])
    expect(told[0]).toBeGreaterThanOrEqual(5000)
  })

  it('accepts, quarantines and counts; totals, notes, blank lines and repeated headers are no rows', async () => {
    const path = put(
      '支付.csv',
      `2024年支付明细表,,,,\n单位：万元,,,,\n${header}\nZF1,示例局,0.5,2024/3/5,办公\n,,,,\nZF2,示例局,见附件,2024-02-30,办公\n` +
        `${header}\nZF3,示例局,1.25,2024年3月6日,电话13800000000\n合计,,1.75,,\n注：本表由系统生成,,,,\n`,
    )
    const { loads, errors } = await ingest([path])
    expect(errors).toEqual([])
    expect(loads).toEqual([
      {
        file: '支付.csv',
        kind: 'payments',
        rows: 3,
        accepted: 2,
        quarantined: 1,
        unchanged: 0,
        loadId: expect.any(String) as string,
        reconciled: 'balanced',
        status: 'published',
        reasons: { money_note: 1 },
        warnings: ['跳过了 1 行重复的表头', '第 9、10 行是合计或说明，没有当作数据'],
      },
    ])
  })

  it('says which total does not match the rows', async () => {
    const path = put(
      '支付.csv',
      `${header}\nZF1,甲局,1.00,2024-03-05,a\n小计,,1.00,,\nZF2,乙局,2.00,2024-03-05,b\n小计,,2.00,,\n总计,,3.01,,\n`,
    )
    const { loads } = await ingest([path])
    expect(loads[0]).toMatchObject({
      rows: 2,
      warnings: ['第 3、5、6 行是合计或说明，没有当作数据', '未对平：第 6 行“总计”的金额与各行之和不符'],
    })
  })

  it('does nothing for the same file a second time, and little for the same rows in another file', async () => {
    const rows = 'ZF1,示例局,1.00,2024-03-05,a\n'
    await ingest([put('一.csv', `${header}\n${rows}`)])
    const again = await ingest([join(inbox, '一.csv')])
    expect(again.loads[0]).toMatchObject({ rows: 1, accepted: 0, unchanged: 1 })
    const other = await ingest([put('二.csv', `${header}\n${rows}ZF2,示例局,1.00,2024-03-05,a\n`)])
    expect(other.loads[0]).toMatchObject({ rows: 2, accepted: 1, unchanged: 1 })
    expect(archived()).toHaveLength(2)
  })

  it('takes a folder in order; unreadable files spoil no other and leave nothing behind', async () => {
    mkdirSync(join(inbox, '子目录'))
    put('a.csv', `${header}\nZF1,示例局,1.00,2024-03-05,a\n`)
    put('b.csv', '')
    put('c.xls', '<html><body>登录</body></html>')
    put('d.csv', `${header}\nZF2,示例局,1.00,2024-03-05,"a\n`)
    put('e.csv', '甲,乙\n1,2\n')
    put('~$f.xlsx', 'lock')
    writeFileSync(join(inbox, '子目录', 'g.csv'), `${header}\nZF3,示例局,1.00,2024-03-05,a\n`)
    const { loads, errors } = await ingest([inbox])
    expect(loads.map((load) => [load.file, load.accepted])).toEqual([
      ['a.csv', 1],
      ['子目录/g.csv', 1],
    ])
    expect(errors.map((error) => [error.file, error.code])).toEqual(
      expect.arrayContaining([
        ['b.csv', 'file_empty'],
        ['c.xls', 'format_html'],
        ['d.csv', 'csv_damaged'],
        ['e.csv', 'kind_unknown'],
      ]),
    )
    expect(errors).toHaveLength(4)
    expect(archived()).toHaveLength(2)
    expect(
      existsSync(join(dataDir, 'archive', '.incoming'))
        ? readdirSync(join(dataDir, 'archive', '.incoming'))
        : [],
    ).toEqual([])
  })

  it('names a missing path and an empty folder', async () => {
    const { errors } = await ingest([join(inbox, '没有.csv'), inbox])
    expect(errors.map((error) => error.code)).toEqual(['file_missing', 'folder_empty'])
  })

  it('reads two-row headers, several sheets of different kinds, and skips cover pages', async () => {
    const book = workbook({
      封面: textRow(1, ['示例市财政局']),
      指标:
        textRow(1, ['2024年预算指标']) +
        textRow(2, ['单位：万元']) +
        textRow(3, ['指标编号', '预算年度', '预算单位代码', '预算数(万元)', null]) +
        textRow(4, [null, null, null, '年初预算', '调增']) +
        textRow(5, ['ZB1', '2024年', '101', '1.5', '0.5']),
      单位: textRow(1, ['单位代码', '单位名称', '编制人数']) + textRow(2, ['101', '示例局', '12人']),
    })
    const { loads, errors } = await ingest([put('预算.xlsx', book)])
    expect(errors).toEqual([])
    expect(loads.map((load) => [load.kind, load.accepted, load.quarantined])).toEqual([
      ['budget_lines', 1, 0],
      ['units', 1, 0],
    ])
    expect(loads[0]?.warnings).toContain('没有数据表、已跳过的工作表：封面')
  })

  it('lets a sheet nobody knows wait beside one that is read, and takes it in once its columns are named', async () => {
    const known = textRow(1, header.split(',')) + textRow(2, ['ZF1', '示例局', '1.00', '2024-03-05', '办公'])
    const strange = (id: number) => [String(id), '甲', '乙', String(id), `2024-03-0${id}`]
    const book = workbook({
      支付: known,
      流水:
        textRow(1, ['号', '谁', '给谁', '多少钱', '哪天']) +
        textRow(2, strange(1)) +
        textRow(3, strange(2)) +
        textRow(4, strange(3)),
    })
    const path = put('两张表.xlsx', book)
    const first = await ingest([path])
    expect(first).toMatchObject({ errors: [], loads: [{ kind: 'payments', accepted: 1 }] })
    expect(first.loads[0]?.warnings.join()).toContain('还没有接入的工作表：流水')
    const pending = new PendingFiles(dataDir)
    expect(await pending.list()).toMatchObject([{ fileName: '两张表.xlsx', code: 'kind_unknown' }])
    mkdirSync(join(dataDir, 'mappings'))
    writeFileSync(
      join(dataDir, 'mappings', '流水.yaml'),
      'kind: payments\nmatch: { headers: [谁, 给谁, 多少钱, 哪天] }\ncolumns:\n  pay_cert_no: 号\n  agency_name: 谁\n' +
        '  payee_name: 给谁\n  amount: 多少钱\n  pay_date: 哪天\n',
    )
    const again = await ingest([path])
    expect(again.loads.map(({ accepted, unchanged }) => [accepted, unchanged])).toEqual([
      [0, 1],
      [3, 0],
    ])
  })

  it('refuses rows torn by a stray delimiter instead of loading them shifted', async () => {
    const path = put('支付.csv', `${header}\nZF1,示例局,1.00,2024-03-05,a,b\nZF2,示例局,1.00,2024-03-05,a,\n`)
    expect((await ingest([path])).loads[0]).toMatchObject({ accepted: 1, reasons: { row_shifted: 1 } })
  })

  it('ingests a source nobody foresaw through a mapping of the data home', async () => {
    mkdirSync(join(dataDir, 'mappings'))
    writeFileSync(
      join(dataDir, 'mappings', 'cards.yaml'),
      'kind: payments\nmatch: { headers: [Card, When, Sum] }\ncolumns:\n  agency_name: Card\n' +
        "  pay_date: { header: When, date: DD/MM/YYYY }\n  amount: { header: Sum, decimal: ',' }\ncurrency: USD\nkey: none\n",
    )
    const path = put(
      'cards.csv',
      'Card,When,Sum,Note\nA,05/03/2024,"$1.106,89",x\nA,05/03/2024,"$1.106,89",x\nB,2024,1,\n',
    )
    const { loads } = await ingest([path])
    expect(loads[0]).toMatchObject({ kind: 'payments', accepted: 2, reasons: { date_incomplete: 1 } })
    expect(loads[0]?.warnings).toEqual(['不认识的列已原样保留：“Note”'])
  })

  it('refuses a file that two mappings fit equally well', async () => {
    mkdirSync(join(dataDir, 'mappings'))
    for (const [name, unit] of [
      ['甲.yaml', '元'],
      ['乙.yaml', '万元'],
    ] as const)
      writeFileSync(
        join(dataDir, 'mappings', name),
        'kind: payments\nmatch: { headers: [Card, When, Sum] }\ncolumns:\n  agency_name: Card\n  pay_date: When\n' +
          `  amount: { header: Sum, unit: ${unit} }\nkey: none\n`,
      )
    const path = put('cards.csv', 'Card,When,Sum\nA,2024-03-05,1.00\n')
    const { loads, errors } = await ingest([path])
    expect(loads).toEqual([])
    expect(errors).toMatchObject([{ code: 'mapping_ambiguous' }])
    expect(errors[0]?.message).toMatch(/“(甲|乙)”和“(甲|乙)”/u)
  })

  it('says which columns a given mapping misses', async () => {
    const mapping = put(
      'm.yaml',
      'kind: payments\ncolumns: { amount: Sum, agency_name: Card, pay_date: When }\n',
    )
    const { errors } = await ingest([put('x.csv', 'Card,When\nA,2024-01-01\n')], { mapping })
    expect(errors[0]).toMatchObject({
      code: 'mapping_mismatch',
      message: expect.stringContaining('“Sum”（金额）') as string,
    })
  })

  it('stops when told to, keeping nothing', async () => {
    const path = put('一.csv', `${header}\nZF1,示例局,1.00,2024-03-05,a\n`)
    await expect(ingest([path], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
    expect((await ingest([path])).loads[0]).toMatchObject({ accepted: 1, unchanged: 0 })
  })

  it('keeps masked text in the warehouse, the original sealed, and every changed cell rebuildable', async () => {
    await ingest([
      put('一.csv', `${header},备用\nZF1,示例局,"1,234.5",2024/3/5,电话13800000000,本人李示例。\n`),
    ])
    const [step] = await warehouse.lineage('payments', 'ZF1')
    expect(step?.values).toMatchObject({ use_des: '电话[手机号]', amount: '1234.50', pay_date: '2024-03-05' })
    expect(step?.original).toEqual({ 金额: '1,234.5', 支付日期: '2024/3/5', 备用: '本人[姓名]。' })
    expect(step).toMatchObject({ fileName: '一.csv', rowNumber: 2 })
  })
})

describe('a file that changes', () => {
  it('is refused when it is written to while it is copied', async () => {
    const line = 'ZF1,示例局,1.00,2024-03-05,a\n'
    const path = put('大.csv', `${header}\n${line.repeat(100_000)}`)
    const copying = new AbortController()
    const staging = stageFile({ path, name: '大.csv' }, dataDir).finally(() => {
      copying.abort()
    })
    const refused = expect(staging).rejects.toMatchObject({
      code: 'file_changed',
      message: expect.stringContaining('被改动了') as string,
    })
    while (!copying.signal.aborted) await appendFile(path, line)
    await refused
  })
})
