import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import { type ProcurementRow, type StaffRow } from '../../../analysis/budget/index.ts'
import { line, payment, rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

const unit: StaffRow = {
  agency_code: '101',
  agency_name: '示例局',
  unit_kind: '行政',
  parent_code: null,
  head_count: 50,
}

const contract: ProcurementRow = {
  record_key: 'h',
  source_file: '示例.csv',
  sheet: null,
  row_number: 2,
  contract_no: 'H1',
  agency_code: '101',
  agency_name: '示例局',
  pro_code: 'P1',
  item: '服务',
  method: '竞争性磋商',
  supplier: '云岭示例公司',
  supplier_size: '小型',
  bidders: 3,
  bid_deposit: null,
  performance_deposit: null,
  agreed_days: null,
  estimate: null,
  amount: '1000.00',
  supplement_amount: null,
  signed_at: '2025-01-10',
  published_at: '2025-01-11',
  accepted_at: '2025-03-03',
}

const bought = (given: Partial<ProcurementRow>, paidOn: string, amount = '1000.00'): BudgetRecords => ({
  ...rowsOf([
    payment('a', { contract_no: 'H1', pay_date: paidOn, amount }),
    payment('z', { pay_date: '2025-12-30', use_des: '年末服务费', amount: '1.00' }),
  ]),
  procurements: [{ ...contract, ...given }],
})

const used = (use_des: string, dep_bgt_eco_code: string, amount = '30000.00'): BudgetRecords =>
  rowsOf([payment('a', { use_des, dep_bgt_eco_code, amount })], [line('L1')])

const toward = (payee_name: string, use_des: string): BudgetRecords => ({
  ...rowsOf([payment('a', { payee_name, use_des, amount: '20000.00' })]),
  staff: [unit, { ...unit, agency_code: '101001', agency_name: '示例中心', parent_code: '101' }],
})

const carded = (given: Parameters<typeof payment>[1]): BudgetRecords =>
  rowsOf([payment('a', { payee_name: '张示例', dep_bgt_eco_code: '30201', use_des: '办公用品', ...given })])

const bonded = (code: string, fund: string, refund: string | null = null): BudgetRecords =>
  rowsOf(
    [
      payment('a', { dep_bgt_eco_code: code }),
      ...(refund === null ? [] : [payment('b', { dep_bgt_eco_code: code, amount: refund, use_des: '退回' })]),
    ],
    [line('L1', { fund_type_code: fund })],
  )

const raised = (source: string, docDate: string, paidOn: string): BudgetRecords =>
  rowsOf(
    [payment('a', { pay_date: paidOn }), payment('z', { bgt_id: 'L2', pay_date: '2025-12-30' })],
    [line('L1', { source_type_code: source, doc_date: docDate }), line('L2')],
  )

/** January 2024 and 2025 of one unit whose budget is 100,000 元. */
const january = (then: string, now: string, use = '服务费', project = '示例项目'): BudgetRecords =>
  rowsOf(
    [
      payment('a', { fiscal_year: 2024, bgt_id: 'L0', pay_date: '2024-01-10', amount: then }),
      payment('b', { pay_date: '2025-01-10', amount: now, use_des: use, project_name: project }),
    ],
    [line('L0', { fiscal_year: 2024 }), line('L1')],
  )

const closed = (paid: string): BudgetRecords =>
  rowsOf(
    [
      payment('a', { amount: '990000.00', pay_date: '2025-12-30' }),
      payment('b', { bgt_id: 'L2', amount: paid, pay_date: '2025-06-10' }),
    ],
    [line('L1', { amount: '1000000.00' }), line('L2', { exp_func_code: '2050803', amount: '100000.00' })],
  )

/** Ten units of fifty heads in two years; the first pays `now` for travel in 2025 and `before` in 2024. */
const travelling = (now: string, before: string): BudgetRecords => ({
  ...rowsOf(
    Array.from({ length: 10 }, (_, index) => {
      const code = String(101 + index)
      const own = { agency_code: code, agency_name: `示例${code}局`, dep_bgt_eco_code: '30211' }
      const usual = `${String(60_000 + index * 1_000)}.00`
      return [
        payment(`n${code}`, { ...own, bgt_id: null, amount: index === 0 ? now : usual }),
        payment(`b${code}`, {
          ...own,
          bgt_id: null,
          fiscal_year: 2024,
          pay_date: '2024-03-12',
          amount: index === 0 ? before : usual,
        }),
      ]
    }).flat(),
  ),
  staff: Array.from({ length: 10 }, (_, index) => ({
    ...unit,
    agency_code: String(101 + index),
    agency_name: `示例${String(101 + index)}局`,
  })),
})

const approval = { B03: { 'approvedOn.2025': 20_250_120 } }

const cases: readonly (readonly [
  rule: string,
  what: string,
  rows: BudgetRecords,
  severity: string | null,
])[] = [
  ['B03', 'three times last January', january('10000.00', '30000.00'), '橙'],
  ['B03', 'a little more than last January', january('10000.00', '14000.00'), null],
  ['B03', 'more than last January, when money came back', january('-4000.00', '6000.00'), '橙'],
  [
    'B03',
    'disaster relief by its project',
    january('10000.00', '30000.00', '购置物资', '防汛救灾专项'),
    null,
  ],
  ['B03', 'disaster relief in January', january('10000.00', '30000.00', '救灾物资采购'), null],
  ['B17', 'money from above waits a quarter', raised('上级', '2025-02-01', '2025-05-10'), '橙'],
  ['B17', 'money from above waits two months', raised('上级', '2025-02-01', '2025-04-02'), null],
  ['B17', 'own money waits', raised('年初', '2025-02-01', '2025-05-10'), null],
  ['B20', 'hospitality under office costs', used('公务接待用餐', '30201'), '橙'],
  ['B20', 'hospitality under its own code', used('公务接待用餐', '30217'), null],
  ['B20', 'petitioners received', used('信访群众接待室用品费及接待费', '30201'), null],
  ['B21', 'travel of three hundred thousand', travelling('300000.00', '60000.00'), '黄'],
  ['B21', 'travel as high the year before', travelling('300000.00', '280000.00'), null],
  ['B21', 'travel twice the usual', travelling('120000.00', '60000.00'), null],
  ['B24', 'to its own name', toward('示例局', '项目经费'), '红'],
  ['B24', 'to a unit below', toward('示例中心', '项目经费'), '红'],
  ['B24', 'wages through its own account', toward('示例局', '代发工资'), null],
  ['B24', 'to somebody else', toward('示例局工会委员会', '活动经费'), null],
  ['B26', 'reimbursed to a person', carded({}), '黄'],
  ['B26', 'by card', carded({ set_mode: '公务卡' }), null],
  ['B26', 'a subsistence allowance', carded({ use_des: '伙食补助' }), null],
  ['B26', 'a subject outside the list', carded({ dep_bgt_eco_code: '30226' }), null],
  ['B33', 'paid after forty days', bought({}, '2025-04-12'), '橙'],
  ['B33', 'paid after thirty days', bought({}, '2025-04-02'), null],
  ['B33', 'agreed on sixty days', bought({ agreed_days: 60 }, '2025-04-12'), null],
  ['B33', 'agreed on ninety days', bought({ agreed_days: 90 }, '2025-05-20'), '橙'],
  ['B33', 'a twentieth held back', bought({}, '2025-03-12', '950.00'), null],
  ['B33', 'a large supplier', bought({ supplier_size: '大型' }, '2025-09-12'), null],
  ['B37', 'works under office costs', used('办公楼改造工程进度款', '30201'), '黄'],
  ['B37', 'travel to a training course', used('业务培训班差旅费', '30211'), null],
  ['B37', 'a meeting room repaired', used('会议室改造维修会议费系统', '30213'), null],
  ['B37', 'small', used('办公楼改造工程进度款', '30201', '6000.00'), null],
  ['B44', 'bond money for services', bonded('30227', '专项债券资金'), '红'],
  ['B44', 'bond money for works', bonded('31005', '专项债券资金'), null],
  ['B44', 'given back', bonded('30227', '专项债券资金', '-1000.00'), null],
  ['B47', 'an item spent to half', closed('50000.00'), '黄'],
  ['B47', 'an item spent to nine tenths', closed('90000.00'), null],
]

/** Nothing in these rows is of the rule's kind, and it says so. */
const unheard = new Set(['own money waits', 'a large supplier'])

describe('rules on approval, purposes, accounts, cards, suppliers, bonds and final accounts', () => {
  it.each(cases)('%s: %s', async (rule, what, rows, severity) => {
    const { findings, status } = await marts.check(rows, {
      today: '2026-01-01',
      only: [rule],
      thresholds: rule === 'B03' ? approval : {},
    })
    const own = findings.filter((finding) => finding.rule === rule)
    expect(own.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity])
    for (const finding of own) expect(finding.rows.length).toBeGreaterThan(0)
    expect(status.find((one) => one.rule === rule)?.status).toBe(
      unheard.has(what) ? 'not_applicable' : 'applied',
    )
  })

  it.each([
    ['B03', rowsOf([payment('a')], [line('L1')]), '没有设定 2025 年人代会批准预算日期'],
    ['B21', rowsOf([payment('a')]), '没有单位数据'],
    [
      'B33',
      { ...rowsOf([payment('a')]), procurements: [{ ...contract, supplier_size: null }] },
      '供应商规模',
    ],
    ['B44', rowsOf([payment('a')], [line('L1')]), '资金性质'],
    ['B47', rowsOf([payment('a')], [line('L1')]), '决算尚不能比较'],
  ] as const)('%s says which data is missing', async (rule, rows, words) => {
    const { notApplicable } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
    expect(notApplicable.find((one) => one.rule === rule)?.why).toMatch(
      new RegExp(`^数据不足：.*${words}`, 'u'),
    )
  })
})
