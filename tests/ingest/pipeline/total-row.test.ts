import { expect, it } from 'vitest'
import { findTotal } from '../../../ingest/pipeline/total-row.ts'
import { readRows } from '../contracts/read-rows.ts'

it.each([
  [['合计', '', '1.75', ''], '合计'],
  [['', '合 计：', '', '１，０００.５０', '12 笔'], '合计'],
  [['3', '示例局小计', '—', '(20.00)'], '示例局小计'],
  [['示例局', '小计', '', '5%', ''], '小计'],
  [['合计', '', '100', '人民币壹佰元整', ''], '合计'],
  [['合计4笔', '', '600.00'], '合计4笔'],
  [['合计：共 1,204 笔', '', '600.00'], '合计:共1,204笔'],
  [['以上共4笔', '', '600.00'], '以上共4笔'],
  [['合计共4笔，金额600.00元', '', ''], '合计共4笔,金额600.00元'],
  [['示例局小计（3笔）', '', '600.00'], '示例局小计(3笔)'],
  [['合计（万元）', '', '0.06'], '合计(万元)'],
  [['合计金额（大写）', '陆佰元整', ''], '合计金额(大写)'],
  [['合计：600.00元', '', ''], '合计:600.00元'],
  [['', '', '', '合计', '600.00'], '合计'],
  [['1-10月累计', '', '5600.00'], '1-10月累计'],
  [['自年初累计', '', '5600.00'], '自年初累计'],
  [['滚存结余', '', '5600.00'], '滚存结余'],
  [['承前页', '', '5600.00'], '承前页'],
  [['医保缴费总计', '去大厅缴费算错了', '2024-02-30', '李示例'], null],
  [['ZF3', '云岭市小计', '', '1', ''], null],
  [['示例局', '项目合计', '100.00', ''], null],
  [['20240001', '云岭市小计', '示例公司', '100'], null],
  [['合计（笔）公司', '', '100'], null],
  [['合计4笔业务', '', '100'], null],
  [['合计万元', '', '100'], null],
  [['合计人民币存款', '', '100'], null],
  [['上年滚存结余', '示例局', '100'], null],
])('the total in %j is %j', (cells, label) => {
  expect(findTotal(cells, true)?.label ?? null).toBe(label)
})

it('a row that begins with 合计 is a total wherever there are amounts', () => {
  const cells = ['合计', '去年全年', '100.00', '含退款']
  expect(findTotal(cells, true)?.label).toBe('合计')
  expect(findTotal(cells, false)).toBeNull()
})

it.each(['水费累计', '水费总计3次', '共3件', '承前页'])(
  'where there are no amounts, %s may be what a letter is about',
  (title) => {
    expect(findTotal([title, '', ''], false)).toBeNull()
  },
)

const header = '凭证号,预算单位,收款人,金额,支付日期\n'
const rows = 'ZF1,示例局,示例公司,400.00,2024-03-05\nZF2,示例局,示例公司,200.00,2024-03-05\n'
const readTotals = (...lines: string[]) => readRows('payments', header + rows + lines.join('\n'))
const open = (read: { warnings: readonly string[] }) =>
  read.warnings.filter((warning) => !warning.includes('没有当作数据'))

it('a total that covers earlier pages is told and not compared', async () => {
  const read = await readTotals('本页合计,,,600.00,', '累计,,,5600.00,')
  expect(read).toMatchObject({ rows: 2, refused: [], checks: [{ label: '本页合计', balanced: true }] })
  expect(open(read)).toEqual(['第 5 行是累计数，含以前各页或各期，没有与各行之和核对'])
})

it.each([
  [
    '合计2笔,,,600.00,',
    [
      ['金额', true],
      [null, true],
    ],
  ],
  [
    '合计3笔,,,600.00,',
    [
      ['金额', true],
      [null, false],
    ],
  ],
  ['合计：2户,,,600.00,', [['金额', true]]],
  ['合计（万元）,,,0.06,', [['金额', true]]],
  ['合计（万元）,,,0.0601,', [['金额', false]]],
  ['合计（万元）,,,600.00,', [['金额', false]]],
  ['合计,,,人民币陆佰元整,', [['金额', true]]],
  ['合计,大写：陆佰零壹元整,,,', [['金额', false]]],
  ['合计：600.00元,,,,', [['金额', true]]],
  [',,,合计,600.00', [['金额', true]]],
])('%s is held against the rows', async (line, checks) => {
  const read = await readTotals(line)
  expect(read).toMatchObject({ rows: 2, refused: [] })
  expect(read.checks.map(({ column, balanced }) => [column, balanced])).toEqual(checks)
  expect(open(read)).toHaveLength(checks.some(([, balanced]) => balanced === false) ? 1 : 0)
})

it.each([',,,合计,700.00', '合计（美元）,,,600.00,', '合计：2件,,,,', '合计,,,见附表,', '合计,2,,,'])(
  'that %s was not compared is told',
  async (line) => {
    const read = await readTotals(line)
    expect(read).toMatchObject({ rows: 2, refused: [], checks: [] })
    expect(open(read)).toEqual(['第 4 行是合计，看不出写的是哪一列的金额或几行，没有核对，请人工核对'])
  },
)

it('a total in 万元 may be rounded there, and letters are counted in 件', async () => {
  const rounded = await readRows(
    'payments',
    `${header}ZF1,示例局,示例公司,1234.56,2024-03-05\n合计（万元）,,,0.12,\n`,
  )
  expect(rounded.checks).toMatchObject([{ stated: '1200.00', computed: '1234.56', balanced: true }])
  const exact = await readRows(
    'payments',
    `${header}ZF1,示例局,示例公司,600.40,2024-03-05\n合计（元）,,,600,\n`,
  )
  expect(exact.checks).toMatchObject([{ balanced: false }])
  const letters = await readRows(
    'petitions',
    '留言主题,留言详情,留言时间\n示例桥裂缝,示例桥有裂缝,2024-03-05\n合计：2件,,\n',
  )
  expect(letters.checks).toMatchObject([{ column: null, stated: '2', computed: '1', balanced: false }])
  expect(open(letters)).toEqual(['未对平：第 3 行“合计:2件”的数目与读到的行数不符'])
})

it('a 小计 that cannot be compared closes its section all the same', async () => {
  const read = await readTotals('小计,,,见附表,', 'ZF3,示例局,示例公司,1.00,2024-03-05', '小计1笔,,,1.00,')
  expect(read.checks.map(({ balanced }) => balanced)).toEqual([true, true])
})
