import { describe, expect, it } from 'vitest'
import type { Kind } from '#warehouse'
import { contracts } from '../../../ingest/sources/contracts.ts'
import { readRows } from './read-rows.ts'

/** One row per case: kind, header, cells, and what is said of it. */
const cases: readonly [Kind, string, string, 'quarantined' | 'warned' | 'silent', string?][] = [
  [
    'petitions',
    '主题,内容,留言时间,答复时间',
    '题,文,2024-03-05 10:00,2024-03-04',
    'quarantined',
    '答复时间早于留言时间',
  ],
  ['petitions', '主题,内容,留言时间,答复时间', '题,文,2024-03-05 10:00,2024-03-05', 'silent'],
  ['petitions', '主题,内容,留言时间,答复时间', '题,文,,2024-03-05', 'silent'],
  ['petitions', '主题,内容,点赞数', '题,文,-1', 'warned', '点赞数是负数'],
  [
    'suggestions',
    '编号,标题,内容,提交时间,交办时间,签收时间',
    '1,题,文,2024-01-01,2024-01-10,2024-01-09',
    'warned',
    '签收时间早于交办时间',
  ],
  [
    'suggestions',
    '编号,标题,内容,提交时间,交办时间,办结期限',
    '1,题,文,2024-01-01,2024-01-10 09:00,2024-01-10',
    'silent',
  ],
  [
    'suggestions',
    '编号,标题,内容,提交时间,交办时间,办结期限',
    '1,题,文,2024-01-01,2024-01-10,2024-01-05',
    'warned',
    '办结期限早于交办时间',
  ],
  [
    'suggestions',
    '编号,标题,内容,提交时间,答复时间',
    '1,题,文,2024-05-01,2024-04-01',
    'quarantined',
    '答复时间早于提交时间',
  ],
  [
    'payments',
    '预算单位,金额,支付日期,支付方式',
    '甲局,100,2024-03-05,退款',
    'quarantined',
    '支付方式写的是退款，金额却是正数',
  ],
  ['payments', '预算单位,金额,支付日期,支付方式', '甲局,-100,2024-03-05,退款', 'silent'],
  ['payments', '预算单位,金额,支付日期,支付方式,用途', '甲局,-100,2024-03-05,直接支付,退回多付款', 'silent'],
  ['payments', '预算单位,金额,支付日期,支付方式', '甲局,-100,2024-03-05,直接支付', 'warned', '都没有写退款'],
  ['payments', '预算单位,金额,支付日期,年度', '甲局,100,2024-03-05,2021', 'warned', '相差一年以上'],
  ['payments', '预算单位,金额,支付日期,年度', '甲局,100,2024-01-05,2023', 'silent'],
  [
    'budget_lines',
    '指标编号,年度,单位代码,指标金额,调减金额',
    'Z1,2024,001,100,150',
    'warned',
    '调减金额大于',
  ],
  ['budget_lines', '指标编号,年度,单位代码,指标金额,调减金额,调增金额', 'Z1,2024,001,100,150,60', 'silent'],
  [
    'budget_adjustments',
    '调整编号,指标编号,调整日期,调增金额,调减金额',
    'T1,Z1,2024-03-05,,',
    'quarantined',
    '都没有填',
  ],
  ['budget_adjustments', '调整编号,指标编号,调整日期,调增金额,调减金额', 'T1,Z1,2024-03-05,5,', 'silent'],
  [
    'procurements',
    '合同编号,合同金额,签订日期,验收日期',
    'H1,100,2024-03-05,2024-03-01',
    'warned',
    '验收日期早于签订日期',
  ],
  ['procurements', '合同编号,合同金额,采购预算', 'H1,100.01,100', 'warned', '合同金额大于采购预算'],
  ['transfers', '文号,下达地区,接收地区,金额', '1号,甲县,甲县,100', 'warned', '相同'],
  [
    'regions',
    '区划代码,区划名称,生效日期,失效日期',
    '1,甲县,2024-03-05,2023-01-01',
    'quarantined',
    '失效日期早于生效日期',
  ],
  ['units', '单位代码,单位名称,上级单位代码', '1,甲局,1', 'quarantined', '上级代码就是它自己'],
]

describe('cross-field checks', () => {
  it.each(cases)('%s: %s / %s is %s', async (kind, header, cells, outcome, sentence = '') => {
    const { refused, warnings } = await readRows(kind, `${header}\n${cells}\n`)
    const said = warnings.filter((warning) => !/没有(留言|提出|提交)时间/.test(warning))
    if (outcome === 'silent') expect({ refused, said }).toEqual({ refused: [], said: [] })
    if (outcome === 'warned') {
      expect(refused).toEqual([])
      expect(said).toEqual([expect.stringContaining(sentence)])
    }
    if (outcome === 'quarantined') {
      expect(refused.map((row) => row.code)).toEqual(['check_failed'])
      expect(refused[0]?.message).toContain(sentence)
    }
  })

  it('follow the policy: every check can be made to warn, to empty its field, to refuse the row or the file', async () => {
    const csv = '主题,内容,留言时间,答复时间\n题,文,2024-03-05,2024-03-01\n'
    const warned = await readRows('petitions', csv, { checks: 'evolve' })
    expect(warned.accepted[0]).toMatchObject({ replied_at: '2024-02-29T16:00:00Z' })
    const emptied = await readRows('petitions', csv, { checks: 'discard_value' })
    expect(emptied.accepted[0]).toMatchObject({ replied_at: null, _extra: { 答复时间: '2024-03-01' } })
    expect(emptied.warnings).toContain('1 行答复时间早于留言时间，答复时间没有取用，原文另存')
    await expect(readRows('petitions', csv, { checks: 'freeze' })).rejects.toMatchObject({
      code: 'contract_frozen',
    })
  })

  it('name only fields their contract has', () => {
    for (const contract of Object.values(contracts)) {
      const fields = new Set(contract.fields.map((field) => field.name))
      const named = (contract.checks ?? []).flatMap((check) => [
        check.field,
        ...('than' in check ? [check.than] : []),
        ...('by' in check ? [check.by].flat() : []),
        ...('of' in check ? [check.of].flat() : []),
        ...('or' in check ? [check.or] : []),
      ])
      expect(named.filter((name) => !fields.has(name))).toEqual([])
    }
  })
})

/** Kind, header and cells of a row whose date is two days after that of reading, and the column it is in. */
const ahead: readonly [Kind, string, string, string][] = [
  ['petitions', '主题,内容,留言时间', '题,文,2099-03-05', '留言时间：2099-03-05'],
  ['petitions', '主题,内容,留言时间,答复时间', '题,文,2024-03-05,2026-11-02 09:00', '答复时间：2026-11-02'],
  ['payments', '预算单位,金额,支付日期', '甲局,100,2026-11-02', '支付日期：2026-11-02'],
  [
    'treasury_months',
    '地区,月末日期,当月库款流出,月末库款余额',
    '云岭市,2026-12-31,1,1',
    '月末日期：2026-12-31',
  ],
]

describe('a date of what has happened', () => {
  it.each(ahead)('of %s cannot lie ahead of the day of reading (%s)', async (kind, header, cells, what) => {
    const { refused } = await readRows(kind, `${header}\n${cells}\n`)
    expect(refused).toMatchObject([{ code: 'date_ahead', message: `${what} 还没有到，请核对年份。` }])
  })

  it('may be of the day after, for a clock that is ahead, and plans are free', async () => {
    const { accepted } = await readRows('petitions', '主题,内容,留言时间\n题,文,2026-11-01 23:59\n')
    expect(accepted).toHaveLength(1)
    const due = '编号,标题,内容,提交时间,办结期限\n1,题,文,2026-10-01,2027-01-05\n'
    expect((await readRows('suggestions', due)).refused).toEqual([])
    // A report of the month may be sent before the month is over.
    const month = '地区,月末日期,当月库款流出,月末库款余额\n云岭市,2026-11-30,1,1\n'
    expect((await readRows('treasury_months', month)).refused).toEqual([])
  })
})

it('an amount that names a currency is refused where its row’s 币种 is blank or 人民币', async () => {
  const { refused, accepted } = await readRows(
    'payments',
    '预算单位,金额,支付日期,币种\n甲局,USD 100,2026-10-02,\n甲局,USD 100,2026-10-02,人民币\n甲局,USD 100,2026-10-02,USD\n',
  )
  expect([refused.map(({ code }) => code), accepted.length]).toEqual([
    ['money_currency', 'money_currency'],
    1,
  ])
})
