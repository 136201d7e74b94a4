import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse, type LoadSink, type Warehouse, type WriteBatch } from '#warehouse'
import { read } from '#tests/sql-probe.ts'
import { prepareHome } from '#tests/warehouses.ts'
import { encodeGb18030 } from '../../../data-samples/generator/writers/gb18030.ts'
import { tempFolder } from '../temp-folder.ts'

const headers = [
  '支付凭证号',
  '指标编号',
  '预算年度',
  '预算单位代码',
  '预算单位',
  '项目名称',
  '功能科目代码',
  '收款人',
  '收款账号',
  '支付金额',
  '支付日期',
  '支付方式',
  '用途',
  '备用列',
]
type Row = string[]

/** Cells as offices write them, and as nobody should. */
const oddities = [
  '',
  '-',
  '无',
  ' ',
  ' 前后有空格 ',
  '合计',
  '小计',
  '合计4笔',
  '合计（单位：万元）',
  '1-10月累计',
  '设计费',
  '#REF!',
  'null',
  'N/A',
  '24.0',
  '1.23E+17',
  '１２３',
  'a"b',
  '反斜\\杠',
  '甲/乙',
  '换\u200b零',
  '示例\n分局',
  '软\u00ad连',
  '表\t格',
  '笑😀脸',
  'é',
  "O'Reilly",
  '张示例13800138000',
  '我叫张示例，住示例路3号',
  '=1+1',
  "'2024",
  '　全角空格',
]
const amounts = [
  '12',
  '12.5',
  '12.50',
  '1,234.5',
  '1,234',
  '12,34.5',
  '0.00',
  '-0',
  '-15.00',
  '(1,200.00)',
  '￥3,000',
  '1.2万元',
  '12.345',
  '见附件',
  '00012',
  '12.',
  '999999999999999.99',
  '9999999999999999',
]
const days = [
  '2024-03-05',
  '2024/3/5',
  '2024年3月5日',
  '20240305',
  '45356',
  '2024-02-30',
  '2019-01-01',
  '3月5日',
  '民国113年3月5日',
]
const years = ['2024', '02024', '2024年', '24', '2024.0', '9999999999']

const codes = [
  '24.0',
  'N/A',
  'A-1',
  'ABC_12',
  '1.23E+17',
  'abcd',
  'ABCDE',
  '０１２３４５',
  '12345.0',
  '12345.60',
  'ZF\u200b0001',
  'ZF00\n01',
]

const cellsOf: Readonly<Record<string, readonly string[]>> = {
  支付凭证号: ['ZF', 'ZF-0001', 'ZF0001', '77', '', ...codes],
  指标编号: codes,
  功能科目代码: codes,
  收款账号: codes,
  预算年度: years,
  支付金额: amounts,
  支付日期: days,
  预算单位代码: ['101001', '101002', '999999', '101001.0'],
  支付方式: ['授权支付', '直接支付', '退款'],
}

/** Once in so many times. */
function seldom<T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: times, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

/** Mostly plain rows; now and then a cell that is not. */
const row = fc
  .record({
    number: fc.integer({ min: 1, max: 400 }),
    cents: fc.integer({ min: 0, max: 99_999_999 }),
    places: fc.constantFrom(0, 1, 2, 2, 2),
    grouped: fc.boolean(),
    day: fc.integer({ min: 1, max: 28 }),
    odd: seldom(4, fc.tuple(fc.nat(headers.length - 1), fc.nat(1000))),
    extra: seldom(3, fc.constantFrom('备注甲', '备注乙', '备注丙', '备注丁', '13800138000')),
    beyond: seldom(30, fc.constantFrom('多', '')),
  })
  .map(({ number, cents, places, grouped, day, odd, extra, beyond }): Row => {
    const cells = [
      `ZF2024${String(number).padStart(5, '0')}`,
      `ZB${String(number % 7).padStart(5, '0')}`,
      '2024',
      '101001',
      '示例市教育局',
      `示例项目${number % 5}`,
      '2050202',
      `示例商贸${number % 30}有限公司`,
      `990012345678901${number % 30}`,
      writeAmount((cents / 100).toFixed(places), grouped),
      `2024-03-${String(day).padStart(2, '0')}`,
      '授权支付',
      `办公用品（${number % 12}月）`,
      extra ?? '',
    ]
    if (odd) {
      const [at, which] = odd
      const own = cellsOf[headers[at] ?? ''] ?? oddities
      const choices = which % 3 === 0 ? oddities : own
      cells[at] = choices[which % choices.length] ?? ''
    }
    return beyond === null ? cells : [...cells, beyond]
  })

function writeAmount(plain: string, grouped: boolean): string {
  const [whole = '', ...fraction] = plain.split('.')
  return [grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole, ...fraction].join('.')
}

const total: Row = ['合计', '', '', '', '', '', '', '', '', '1,000.00', '', '', '', '']

const file = fc.record({
  rows: fc.array(row, { minLength: 150, maxLength: 250 }),
  title: fc.boolean(),
  totalAt: fc.constantFrom('none', 'none', 'end', 'middle'),
  newline: fc.constantFrom('\n', '\r\n'),
  delimiter: fc.constantFrom(',', ',', '\t', ';'),
  quoteAll: fc.boolean(),
  blankAt: fc.constantFrom('none', 'none', 'none', 'end', 'middle'),
  scale: fc.constantFrom('', '', '（万元）'),
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'gb18030'),
})
type File = typeof file extends fc.Arbitrary<infer T> ? T : never

function render({ rows, title, totalAt, newline, delimiter, quoteAll, blankAt, scale }: File): string {
  const quoted = (cell: string): string =>
    quoteAll || cell.includes('"') || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  const names = headers.map((name) => (name === '支付金额' ? `${name}${scale}` : name))
  const lines = [...(title ? [['示例市国库支付明细']] : []), names, ...rows].map((cells) =>
    cells.map(quoted).join(delimiter),
  )
  const middle = lines.length - 20
  if (totalAt === 'middle') lines.splice(middle, 0, total.map(quoted).join(delimiter))
  if (totalAt === 'end') lines.push(total.map(quoted).join(delimiter))
  if (blankAt === 'middle') lines.splice(middle, 0, '')
  return lines.join(newline) + (blankAt === 'end' ? newline.repeat(3) : newline)
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'gb18030')
    // Its table holds the characters of offices, not 😀 and not what separates nothing.
    return encodeGb18030(text.replace(/😀|\u200b|é/g, '某'))
  return Buffer.from(`${encoding === 'utf-8' ? '' : '\ufeff'}${text}`)
}

const units = '预算单位代码,预算单位,单位级次\n101001,示例市教育局,一级\n101002,示例市示例局,一级\n'
const clock = (): Date => new Date('2025-01-02T03:04:05Z')

/** Takes the files in; `stored` counts rows that did not go through the reader. */
async function takeIn(
  paths: readonly string[],
  bulkBytes: number,
  mapping?: string,
): Promise<{ dump: string[]; stored: number }> {
  const dataDir = tempFolder()
  await prepareHome(dataDir)
  const warehouse = await openWarehouse({ dataDir, now: clock })
  let stored = 0
  try {
    const spied = spyOn(warehouse, (rows) => {
      stored += rows
    })
    const result = await ingestPaths(spied, paths, { dataDir, actor: '测试', now: clock, bulkBytes, mapping })
    expect(result.errors).toEqual([])
    return { dump: await dumpOf(warehouse), stored }
  } finally {
    await warehouse.close()
  }
}

/** The same warehouse; tells how many rows the engine stored by itself. */
function spyOn(warehouse: Warehouse, onStored: (rows: number) => void): Warehouse {
  const spied = Object.create(warehouse) as Warehouse
  const sinkOf = (sink: LoadSink): LoadSink => ({
    accept: (rows) => sink.accept(rows),
    refuse: (rows) => sink.refuse(rows),
    bulk: async (write) => {
      const rows = (await sink.bulk?.(write)) ?? null
      if (!rows) return null
      const divide: typeof rows.divide = async (...given) => {
        const part = await rows.divide(...given)
        onStored(part.rows)
        return part
      }
      return Object.assign(Object.create(rows) as typeof rows, { divide })
    },
  })
  spied.write = (work, options) =>
    warehouse.write(
      (batch) =>
        work(
          Object.assign(Object.create(batch) as WriteBatch, {
            load: (request: never, feed: (sink: LoadSink) => never) =>
              batch.load(request, (sink) => feed(sinkOf(sink))),
          }),
        ),
      options,
    )
  return spied
}

const tables = [
  'raw.units',
  'raw.payments',
  'raw.quarantine',
  'raw.loads',
  'raw.sealed_texts',
  'raw.sightings',
  'raw.contested_keys',
]

async function dumpOf(warehouse: Warehouse): Promise<string[]> {
  const dump: string[] = []
  for (const table of tables) {
    const rows = await read(warehouse, `select * from ${table}`)
    dump.push(table, ...rows.map((row) => JSON.stringify(row)).sort())
  }
  return dump
}

const runs = Number(process.env['BULK_RUNS'] ?? 1)
const seed = Number(process.env['BULK_SEED'] ?? 20250102)

test('gives the warehouse that reading row by row gives, whatever stands in the cells', async () => {
  let stored = 0
  for (let run = 0; run < runs; run++) {
    const folder = tempFolder()
    const paths = [join(folder, '单位.csv')]
    writeFileSync(paths[0] ?? '', units)
    for (const [index, one] of fc.sample(file, { numRuns: 8, seed: seed + run }).entries()) {
      const path = join(folder, `支付${index}.csv`)
      writeFileSync(path, encode(render(one), one.encoding))
      paths.push(path)
    }
    const bulk = await takeIn(paths, 0)
    const rows = await takeIn(paths, Infinity)
    expect(rows.stored).toBe(0)
    expect(bulk.dump).toEqual(rows.dump)
    stored += bulk.stored
  }
  expect(stored).toBeGreaterThan(300 * runs)
})

test('a cell of more characters than the limit is refused in both ways', async () => {
  const dataDir = tempFolder()
  await prepareHome(dataDir)
  const path = join(dataDir, '支付.csv')
  const lines = ['凭证号,预算单位,收款人,金额,支付日期,用途,预算年度']
  for (const [number, use] of ['办公用品', 'x'.repeat(1_000_001)].entries())
    lines.push(`P${number},市教育局,示例公司,100.00,2026-01-05,${use},2026`)
  writeFileSync(path, lines.join('\n'))
  const warehouse = await openWarehouse({ dataDir, now: clock })
  try {
    for (const bulkBytes of [0, Infinity]) {
      const result = await ingestPaths(warehouse, [path], { dataDir, actor: '测试', now: clock, bulkBytes })
      expect(result.errors.map(({ code }) => code)).toEqual(['csv_damaged'])
    }
  } finally {
    await warehouse.close()
  }
})

test('a text given by the mapping for all rows means the same in both ways, quotes and all', async () => {
  const folder = tempFolder()
  const [path, mapping] = [join(folder, '支付.csv'), join(folder, '映射.yaml')]
  const lines = Array.from({ length: 20 }, (_, index) => `P${index},示例公司,100.00,2024-01-05,市教育局,2024`)
  writeFileSync(path, ['号,收款方,金额数,日子,单位名,年', ...lines].join('\n'))
  const texts = [
    { given: '“十四五”项目', stored: 20 },
    { given: '示例市"十四五"项目', stored: 0 },
  ]
  for (const { given, stored } of texts) {
    const columns = {
      pay_cert_no: '号',
      payee_name: '收款方',
      amount: '金额数',
      pay_date: '日子',
      agency_name: '单位名',
      fiscal_year: '年',
      project_name: { const: given },
    }
    writeFileSync(mapping, JSON.stringify({ kind: 'payments', name: '示例', columns }))
    const bulk = await takeIn([path], 0, mapping)
    expect(bulk.dump).toEqual((await takeIn([path], Infinity, mapping)).dump)
    expect(bulk.dump.filter((row) => row.includes('示例公司'))).toHaveLength(20)
    expect(bulk.stored).toBe(stored)
  }
})
