import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import {
  type BidRow,
  type DisclosureLineRow,
  type DisclosureRow,
  type Finding,
} from '../../../analysis/budget/index.ts'
import { accountPages, type AccountFlaw } from '../../../data-samples/generator/budget/accounts.ts'
import { rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

const place = (key: string) => ({ record_key: key, source_file: '示例.csv', sheet: null, row_number: 2 })
const nothing = rowsOf([])

async function check(rule: string, records: BudgetRecords) {
  return marts.check(records, { today: '2026-03-01', only: [rule] })
}

async function found(rule: string, records: BudgetRecords): Promise<readonly Finding[]> {
  return (await check(rule, records)).findings
}

type Offer = Partial<BidRow> & { readonly amount: string }

/** One tender; suppliers and what they have of their own are named by their place. */
function bids(offers: readonly Offer[], tender = 'CG1'): BidRow[] {
  return offers.map((offer, index) => ({
    ...place(`${tender}/${String(index)}`),
    procurement_no: tender,
    package_no: null,
    agency_code: '101',
    agency_name: '示例局',
    item: '办公设备',
    method: '公开招标',
    supplier: `示例${String.fromCharCode(0x7532 + index)}公司`,
    supplier_credit_code: null,
    round: null,
    ceiling: null,
    bid_status: '有效',
    is_winner: index === 0 ? '是' : '否',
    legal_person: `张示例${String(index)}`,
    contact: null,
    phone: `1900000000${String(index)}`,
    deposit_account: null,
    file_mark: null,
    opened_at: '2025-05-06',
    ...offer,
  }))
}

const offered = (...amounts: string[]): Offer[] => amounts.map((amount) => ({ amount }))

describe('B35 offers that are too alike', () => {
  const three = offered('100000.00', '108000.00', '115500.00')

  it.each<[string, BidRow[]]>([
    ['two are equal', bids(offered('100000.00', '100000.00', '115500.00'))],
    ['four in even steps', bids(offered('100000.00', '110000.00', '120000.00', '130000.00'))],
    ['three in a step that is no round number', bids(offered('100000.00', '101234.00', '102468.00'))],
    ['one phone', bids(three.map((one, index) => (index > 0 ? { ...one, phone: '19000009999' } : one)))],
    [
      'one account for deposits, even of an offer refused',
      bids(
        three.map((one, index) => ({
          ...one,
          deposit_account: '62001',
          bid_status: index ? '无效' : '有效',
        })),
      ),
    ],
  ])('%s', async (_what, rows) => {
    const findings = await found('B35', { ...nothing, bids: rows })
    expect(findings).toMatchObject([{ rule: 'B35', unit: '101', year: 2025, matter: 'CG1', severity: '橙' }])
    expect(findings[0]?.rows).toHaveLength(rows.length)
  })

  it.each<[string, BidRow[]]>([
    ['ordinary offers', bids(three)],
    ['three in round steps', bids(offered('100000.00', '110000.00', '120000.00'))],
    ['equal to a refused offer', bids([{ amount: '1.00', bid_status: '无效' }, ...offered('1.00', '2.50')])],
    ['a frame contract', bids(offered('1.00', '1.00').map((one) => ({ ...one, method: '框架协议采购' })))],
    ['all at the ceiling', bids(offered('9.00', '9.00').map((one) => ({ ...one, ceiling: '9.00' })))],
    [
      'one supplier in two spellings and rounds',
      bids(offered('5.00', '5.00').map((one, round) => ({ ...one, round, supplier_credit_code: '91X' }))),
    ],
    ['one phone in two tenders', [...bids(three), ...bids(three, 'CG2')]],
  ])('says nothing: %s', async (_what, rows) => {
    expect(await found('B35', { ...nothing, bids: rows })).toEqual([])
  })

  it('a gap far below those of other tenders is worth attention, no more; with few tenders it is not judged', async () => {
    const usual = Array.from({ length: 40 }, (_, index) =>
      bids(offered('100000.00', `${String(104_000 + index * 100)}.00`), `CG${String(100 + index)}`),
    ).flat()
    const near = bids(offered('100000.00', '100003.00'))
    expect(await found('B35', { ...nothing, bids: [...usual, ...near] })).toMatchObject([
      { matter: 'CG1', severity: '黄' },
    ])
    const alone = await check('B35', { ...nothing, bids: near })
    expect(alone.findings).toEqual([])
    expect(alone.status.find(({ rule }) => rule === 'B35')?.why).toContain('不足 30 个')
  })
})

const registered = (given: Partial<DisclosureRow>): BudgetRecords => ({
  ...nothing,
  disclosures: [
    {
      ...place('d'),
      agency_code: '101',
      agency_name: '示例局',
      fiscal_year: 2024,
      document_kind: '部门决算',
      approved_at: '2025-08-01',
      published_at: '2025-08-21',
      as_of: '2025-12-31',
      ...given,
    },
  ],
})

describe('B46 publication in time', () => {
  it.each<[string, Partial<DisclosureRow>, number]>([
    ['on the twentieth day', {}, 0],
    ['on the twenty-first', { published_at: '2025-08-22' }, 1],
    ['not at all', { published_at: null }, 1],
    ['not yet, nor due', { published_at: null, as_of: '2025-08-15' }, 0],
  ])('%s', async (_what, given, count) => {
    expect(await found('B46', registered(given))).toHaveLength(count)
  })
})

const figures = {
  unit: '示例省云岭市示例局',
  year: 2024,
  staff: 600_000_000,
  running: 100_000_000,
  project: 200_000_000,
  carried: 100_000_000,
  threePublic: [1_200_000, 800_000],
} as const

function file(flaws: readonly AccountFlaw[], load_seq: number): DisclosureLineRow[] {
  const document = `${flaws.join()}#${String(load_seq)}`
  return accountPages(figures, flaws).flatMap((lines, page) =>
    lines.map((text, row) => ({
      record_key: `${document}|${String(page + 1)}|${String(row + 1)}`,
      source_file: '决算公开.pdf',
      sheet: `第 ${String(page + 1)} 页`,
      row_number: row + 1,
      document,
      page_number: page + 1,
      line_number: row + 1,
      text,
      load_seq,
    })),
  )
}

describe('B46 published files', () => {
  const units = [
    { agency_code: '101', agency_name: figures.unit, unit_kind: null, parent_code: null, head_count: null },
  ]

  it('a file that adds up gives nothing, and says so where one asks', async () => {
    const report = await check('B46', { ...nothing, staff: units, disclosureLines: file([], 1) })
    expect(report.findings).toEqual([])
    expect(report.reasons).toMatchObject([{ unit: '101', year: 2024 }])
    expect(report.disclosures).toMatchObject([{ unit: '101', year: 2024, issues: [], supersededBy: null }])
  })

  it('one finding to each kind of contradiction, with page and line, on the unit of the register', async () => {
    const findings = await found('B46', {
      ...nothing,
      staff: units,
      disclosureLines: file(['item', 'direction', 'year'], 1),
    })
    const said = findings.map(({ unit, matter, severity, rows }) => [
      unit,
      matter,
      severity,
      rows.map(({ place: at }) => `${at.sheet ?? ''} 行 ${String(at.row)}`),
    ])
    expect(said.sort()).toEqual([
      ['101', '部门决算公开·增减表述', '黄', ['第 6 页 行 4']],
      ['101', '部门决算公开·年度不一致', '黄', ['第 6 页 行 7']],
      ['101', '部门决算公开·表内勾稽', '橙', ['第 4 页 行 5', '第 4 页 行 7']],
    ])
  })

  it('a corrected file stands in the place of the earlier, whatever order the rows come in', async () => {
    const both = [...file(['item', 'text'], 1), ...file(['text'], 2)]
    for (const lines of [both, [...both].reverse()]) {
      const report = await check('B46', { ...nothing, staff: units, disclosureLines: lines })
      expect(report.findings.map(({ matter }) => matter)).toEqual(['部门决算公开·表文不一致'])
      expect(report.disclosures.map(({ supersededBy }) => supersededBy === null).sort()).toEqual([
        false,
        true,
      ])
    }
  })

  it('without files and register the rule says that data are missing', async () => {
    const report = await check('B46', nothing)
    expect(report.notApplicable.find(({ rule }) => rule === 'B46')?.why).toContain('数据不足')
  })
})
