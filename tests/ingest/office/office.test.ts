import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../ingest/inspect/inspect-file.ts'
import { feedSheets } from '../../../ingest/pipeline/feed.ts'
import { planFile } from '../../../ingest/pipeline/file-plan.ts'
import { rawColumns, type RawRow, type RefusedRow } from '#warehouse'
import { contracts } from '../../../ingest/sources/contracts.ts'
import { tempFile } from '../temp-folder.ts'
import { textRow, workbook } from '../zip.ts'
import { nothingShared } from '../nothing-shared.ts'

/** Reads a file as a load would: rows by canonical column, refusals, and what the clerk is told. */
async function load(name: string, content: string | Uint8Array) {
  const path = tempFile(name, content)
  const plan = await planFile(path, { fileName: name, contract: null, mapping: null, mappings: [] })
  const rows: Record<string, string | null>[] = []
  const refused: RefusedRow[] = []
  const all: { kind: string; rows: number }[] = []
  const warnings: string[] = []
  const totals: unknown[] = []
  for (const sheet of plan.sheets) {
    const columns = rawColumns(sheet.contract.kind)
    const fed = await feedSheets(
      [sheet],
      {
        accept: (batch: readonly RawRow[]) => {
          for (const row of batch)
            rows.push(Object.fromEntries(columns.map((column, at) => [column, row.values[at] ?? null])))
          return Promise.resolve()
        },
        refuse: (batch: readonly RefusedRow[]) => {
          refused.push(...batch)
          return Promise.resolve()
        },
      },
      { fileName: name, onRows: () => undefined, signal: undefined },
    )
    all.push({ kind: sheet.contract.kind, rows: fed.rowsRead })
    const judged = fed.judge(nothingShared)
    warnings.push(...judged.warnings)
    totals.push(judged.controlTotals)
  }
  const notes = plan.table.notes?.() ?? []
  await plan.table.close()
  return { rows, refused, sheets: all, warnings: [...warnings, ...notes], totals, skipped: plan.skipped }
}

const book = (...lines: (readonly (string | null)[])[]) =>
  workbook({ 表: lines.map((cells, index) => textRow(index + 1, cells)).join('') })

describe('headers of office sheets', () => {
  it('are found under title, unit and 填表说明, over two rows merged across and down', async () => {
    const { rows } = await load(
      '指标.xlsx',
      book(
        ['云岭市2026年预算指标表'],
        ['填表说明：一、金额按批复数填写；二、单位名称用全称。'],
        [null, null, null, null, null, null, '单位：万元'],
        ['指标编号', '预算年度', '预算单位', null, '预算数', null, '备注'],
        [null, null, '代码', '名称', '年初预算', '调增', null],
        ['Z1', '2026', '001', '示例局', '12.5', '1', '无'],
      ),
    )
    expect(rows).toMatchObject([
      { bgt_id: 'Z1', agency_code: '001', agency_name: '示例局', amount: '125000.00', add_amt: '10000.00' },
    ])
  })

  it.each([3, 4])('are read over %i rows', async (depth) => {
    const middle = Array.from({ length: depth - 3 }, () => [null, null, '基本情况', null, '金额类', null])
    const { rows } = await load(
      '支付.xlsx',
      book(
        ['国库支付明细表（万元）'],
        ['序号', '凭证号', '付款方', null, '支付情况', null],
        ...middle,
        [null, null, '单位', null, '本期', null],
        [null, null, '预算单位', '单位代码', '支付金额', '支付日期'],
        ['1', 'P1', '示例局', '001', '0.5', '2026-03-05'],
        ['2', 'P2', '示例局', '001', '1,000.00', '2026.3.6'],
        ['合计', null, null, null, '1,000.50', null],
      ),
    )
    expect(
      rows.map((row) => [row['pay_cert_no'], row['agency_code'], row['amount'], row['pay_date']]),
    ).toEqual([
      ['P1', '001', '5000.00', '2026-03-05'],
      ['P2', '001', '10000000.00', '2026-03-06'],
    ])
  })
})

describe('totals', () => {
  it('are no rows but checks: 小计 closes a section, 合计 the sheet', async () => {
    const { rows, totals, warnings } = await load(
      '支付.xlsx',
      book(
        ['凭证号', '预算单位', '金额', '支付日期'],
        ['P1', '甲局', '１，０００.５０', '2026-03-05'],
        ['小计', null, '1000.50', null],
        ['P2', '乙局', '(20.00)', '2026-03-06'],
        [' 小 计 ', null, '-20', null],
        ['合计', null, '980.51', null],
        ['注：以上含退款。'],
        ['填表人：张示例', null, '审核：李示例'],
      ),
    )
    expect(rows.map((row) => row['amount'])).toEqual(['1000.50', '-20.00'])
    expect(totals).toMatchObject([{ rows: 2 }])
    expect(warnings).toContainEqual(expect.stringContaining('未对平：工作表“表”第 6 行“合计”的金额'))
  })
})

describe('amounts and dates as people write them', () => {
  it.each([
    ['1，234．50', '1234.50'],
    ['１２３', '123.00'],
    ['1 234.5', '1234.50'],
    ['(1,234.00)', '-1234.00'],
    ['（1,234.00）', '-1234.00'],
    ['1,234.00-', '-1234.00'],
    ['△1,234', '-1234.00'],
    ['▲12', '-12.00'],
    ['-', null],
    ['—', null],
    ['无', null],
    ['￥1,234元', '1234.00'],
    ['12.5万元', '125000.00'],
    ['0.3亿', '30000000.00'],
    ['见附件', 'money_note'],
    ['详见附表2', 'money_note'],
    ['#REF!', 'formula_error'],
    ['1,23', 'money_separator'],
  ])('%s as an amount', async (text, expected) => {
    const { rows, refused } = await load(
      '指标.csv',
      `指标编号,预算年度,单位代码,年初预算,调增\nZ1,2026,001,1,"${text}"\n`,
    )
    if (expected !== null && /^[a-z]/.test(expected))
      expect(refused.map((row) => row.code)).toEqual([expected])
    else expect(rows.map((row) => row['add_amt'])).toEqual([expected])
  })

  it.each([
    ['2024年3月5日', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['２０２４／３／５', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['三月五日', 'date_incomplete'],
    ['3月5日', 'date_incomplete'],
    ['2024年3月', 'date_incomplete'],
    ['民国113年3月5日', 'date_minguo'],
    ['农历正月初五', 'date_lunar'],
    ['甲辰年二月十五', 'date_lunar'],
    ['05/03/2024', 'date_ambiguous'],
    ['2024-02-30', 'date_impossible'],
    ['详见合同', 'date_unreadable'],
    ['—', 'required_missing'],
  ])('%s as a date', async (text, expected) => {
    const { rows, refused } = await load('支付.csv', `凭证号,预算单位,金额,支付日期\nP1,甲局,1,${text}\n`)
    if (/^[a-z]/.test(expected)) expect(refused.map((row) => row.code)).toEqual([expected])
    else expect(rows.map((row) => row['pay_date'])).toEqual([expected])
  })
})

describe('what a workbook hides or lacks', () => {
  const header = textRow(1, ['凭证号', '预算单位', '金额', '支付日期'])
  const row = (line: number, amount: string, attributes = '') =>
    `<row r="${line}" ${attributes}><c r="A${line}" t="str"><v>P${line}</v></c><c r="B${line}" t="str"><v>甲局</v></c>` +
    `<c r="C${line}"${amount}</c><c r="D${line}" t="str"><v>2026-03-05</v></c></row>`

  it('is told: hidden rows are read, formulas without results count as empty, failed ones are quarantined', async () => {
    const { rows, refused, warnings } = await load(
      '支付.xlsx',
      workbook({
        表:
          header +
          row(2, '><f>1+1</f><v>2</v>') +
          row(3, '><f>SUM(C1:C2)</f>') +
          row(4, ' t="e"><f>A1/0</f><v>#DIV/0!</v>') +
          row(5, ' t="e"><v>#N/A</v>') +
          row(6, '><v>7</v>', 'hidden="1"'),
      }),
    )
    expect(rows.map((one) => one['amount'])).toEqual(['2.00', '7.00'])
    expect(refused.map((one) => one.code)).toEqual(['required_missing', 'formula_error', 'formula_error'])
    expect(warnings).toEqual([
      '工作表“表”有 1 行是隐藏的，也一并读了',
      expect.stringContaining('有 1 个公式没有算出的结果') as string,
    ])
  })

  it('quarantines a failed formula in a text or a code column too', async () => {
    const { refused } = await load('支付.csv', '凭证号,预算单位,金额,支付日期\nP1,#REF!,1,2026-03-05\n')
    expect(refused.map((one) => one.code)).toEqual(['formula_error'])
  })
})

describe('several sheets in one book', () => {
  it('of different kinds are each read as what they are; covers are passed over and named', async () => {
    const { sheets, skipped } = await load(
      '汇总.xlsx',
      workbook({
        封面: textRow(1, ['云岭市2026年资料']),
        支付:
          textRow(1, ['凭证号', '预算单位', '金额', '支付日期']) +
          textRow(2, ['P1', '甲局', '1', '2026-03-05']),
        区划: textRow(1, ['区划代码', '区划名称']) + textRow(2, ['1', '示例县']),
      }),
    )
    expect(sheets).toEqual([
      { kind: 'payments', rows: 1 },
      { kind: 'regions', rows: 1 },
    ])
    expect(skipped).toEqual(['封面'])
  })
})

describe('amounts of another currency', () => {
  const line = (more: string): string => `凭证号,预算单位,金额,支付日期${more}`

  it('are quarantined, unless a column says of which', async () => {
    const plain = await load('支付.csv', `${line('')}\nP1,示例局,USD 100,2026-03-05\n`)
    expect(plain.refused).toMatchObject([
      { code: 'money_currency', message: expect.stringContaining('写的是美元') as string },
    ])
    const stated = await load('支付.csv', `${line(',币种')}\nP1,示例局,USD 100,2026-03-05,USD\n`)
    expect(stated.rows).toMatchObject([{ amount: '100.00', currency: 'USD' }])
  })
})

describe('cells merged downwards', () => {
  it('fill the rows they cover, but amounts are not repeated, and the clerk is told of both', async () => {
    const lines = [
      ['示例市支付明细', null, null, null],
      ['凭证号', '预算单位', '金额', '支付日期'],
      ['P1', '示例局', '100', '2026-03-05'],
      ['P2', null, null, '2026-03-06'],
      ['P3', '另一局', '5', '2026-03-07'],
      [null, null, null, null],
    ]
    const xml = lines.map((cells, index) => textRow(index + 1, cells)).join('')
    const merged = ['A1:D1', 'B3:B4', 'C3:C4', 'B5:B6']
    const { rows, refused, warnings } = await load('支付.xlsx', workbook({ 表: xml }, { merged }))
    expect(rows.map((row) => [row['pay_cert_no'], row['agency_name'], row['amount']])).toEqual([
      ['P1', '示例局', '100.00'],
      ['P3', '另一局', '5.00'],
    ])
    expect(refused.map(({ cells }) => cells['预算单位'])).toEqual(['示例局'])
    expect(warnings).toEqual([
      '工作表“表”：有上下合并的单元格，已把内容填到它盖住的每一行：“预算单位”第 3–4 行、“预算单位”第 5–6 行',
      expect.stringMatching(/只算在第一行.*：“金额”第 3–4 行$/) as string,
    ])
  })
})

describe('files that are not what their name says', () => {
  const page = (table: string) =>
    `<html><head><meta charset="utf-8"><style>td{}</style></head><body>${table}</body></html>`
  const table =
    '<table border=1><tr><th rowspan=2>凭证号</th><th rowspan=2>预算单位</th><th colspan=2>支付</th></tr>' +
    '<tr><th>金额（万元）</th><th>支付日期</th></tr>' +
    '<tr><td>P1</td><td>甲&amp;乙局</td><td>0.5</td><td>2026-03-05</td></tr></table>'

  it('read a page that is one plain table', async () => {
    const { rows, warnings } = await load('支付.xls', page(`<h1>支付</h1>${table}<script>alert(1)</script>`))
    expect(rows).toMatchObject([{ pay_cert_no: 'P1', agency_name: '甲&乙局', amount: '5000.00' }])
    expect(warnings).toContain('这个文件其实是网页，按其中的表格读取')
  })

  it('read cells that reach down over others in every row they cover', async () => {
    const spanning =
      '<table><tr><th>凭证号</th><th>预算单位</th><th>金额</th><th>支付日期</th></tr>' +
      '<tr><td>P1</td><td rowspan=2>示例局</td><td>1</td><td>2026-03-05</td></tr>' +
      '<tr><td>P2</td><td>2</td><td>2026-03-06</td></tr></table>'
    const { rows } = await load('支付.xls', page(spanning))
    expect(rows.map((row) => [row['agency_name'], row['amount']])).toEqual([
      ['示例局', '1.00'],
      ['示例局', '2.00'],
    ])
  })

  it('read a table laid into a frame table, and refuse pages of none or several', async () => {
    expect((await load('支付.xls', page(`<table><tr><td>${table}</td></tr></table>`))).rows).toHaveLength(1)
    await expect(load('支付.xls', page('请登录'))).rejects.toMatchObject({ code: 'format_html' })
    await expect(load('支付.xls', page(table + table))).rejects.toMatchObject({
      code: 'format_html',
      message: expect.stringContaining('几张表') as string,
    })
  })

  it('read text under the name of .xls, and refuse the old formats with advice', async () => {
    const text = '凭证号\t预算单位\t金额\t支付日期\nP1\t甲局\t1\t2026-03-05\n'
    expect((await load('支付.xls', text)).rows).toHaveLength(1)
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    await expect(load('支付.xls', compound)).rejects.toMatchObject({ code: 'format_xls' })
    await expect(load('支付.et', compound)).rejects.toMatchObject({
      message: expect.stringContaining('WPS 表格（.et）') as string,
    })
  })
})

describe('the dry run', () => {
  it('knows a contract without asking and tells its fields', async () => {
    const path = tempFile('支付.csv', '凭证号,预算单位,金额(万元),支付日期\nP1,甲局,1.5,2026-03-05\n')
    const { sheets } = await inspectFile(path, { fileName: '支付.csv', now: () => new Date(), mappings: [] })
    expect(sheets[0]).toMatchObject({ kind: 'payments', needsConfirmation: false, read: 1, accepted: 1 })
    expect(sheets[0]?.columns.map((column) => [column.field, column.unit])).toEqual([
      ['pay_cert_no', null],
      ['agency_name', null],
      ['amount', '万元'],
      ['pay_date', null],
    ])
    expect(contracts.payments.fields.length).toBeGreaterThan(4)
  })
})
