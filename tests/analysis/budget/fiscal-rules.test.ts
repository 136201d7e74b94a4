import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import { type DebtRow, type ExpenditureRow, type RevenueRow } from '../../../analysis/budget/index.ts'
import { rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

const government = (key: string) => ({
  record_key: key,
  source_file: '示例.xlsx',
  sheet: null,
  row_number: 2,
  region: '示例区',
  region_code: '990101000',
  fiscal_year: 2025,
})

type Amounts = Partial<Omit<ExpenditureRow, 'record_key'>>

const spending = (code: string, name: string, budget: string, given: Amounts = {}): ExpenditureRow => ({
  ...government(`e${code}${name}`),
  account: '一般公共预算',
  subject_code: code,
  subject_name: name,
  is_key: null,
  budget_amount: budget,
  adjusted_amount: budget,
  executed_amount: null,
  approved_by: null,
  as_of: null,
  ...given,
})

const income = (code: string, name: string, budget: string, given: Partial<RevenueRow> = {}): RevenueRow => ({
  ...government(`r${code}${name}`),
  account: '一般公共预算',
  subject_code: code,
  subject_name: name,
  budget_amount: budget,
  adjusted_amount: budget,
  executed_amount: budget,
  approved_by: null,
  as_of: '2025-12-31',
  ...given,
})

const debt = (kind: string, given: Partial<DebtRow> = {}): DebtRow => ({
  ...government(`d${kind}`),
  debt_kind: kind,
  limit_amount: '1000.00',
  balance: '900.00',
  quota: null,
  issued_new: null,
  repaid: null,
  interest: null,
  capacity: null,
  product: null,
  approved_by: null,
  as_of: '2025-12-31',
  ...given,
})

const of = (given: Partial<BudgetRecords>): BudgetRecords => ({ ...rowsOf([]), ...given })

/** 900 元 of own spending and a reserve. */
const reserved = (reserve: string | null): BudgetRecords =>
  of({
    expenditures: [
      spending('201', '一般公共服务支出', '900.00'),
      spending('227', '预备费', reserve ?? '0', { budget_amount: reserve }),
      spending('230', '转移性支出', '9000.00'),
    ],
  })

/** Education 500 and farming 500, adjusted as given; transfers from above were planned at 300. */
const adjusted = (
  given: Amounts,
  revenues: readonly RevenueRow[] = [income('11003', '专项转移支付收入', '300.00')],
) =>
  of({
    expenditures: [
      spending('205', '教育支出', '500.00', { is_key: '是' }),
      spending('213', '农林水支出', '500.00', given),
    ],
    revenues,
  })

const earned = (executed: string, saved: string, asOf = '2025-12-31'): BudgetRecords =>
  of({
    revenues: [
      income('101', '税收收入', '1000.00', { executed_amount: executed, as_of: asOf }),
      income('10101', '增值税', '400.00', { executed_amount: '9999.00' }),
      income('110', '转移性收入', '500.00', { executed_amount: '900.00', as_of: asOf }),
    ],
    expenditures: [spending('23015', '安排预算稳定调节基金', '0.00', { executed_amount: saved })],
  })

const owing = (balance: string | null, limit: string | null = '1000.00'): BudgetRecords =>
  of({ debts: [debt('专项债务', { balance, limit_amount: limit })] })

const paying = (interest: string, spent: string | null): BudgetRecords =>
  of({
    debts: [debt('一般债务', { interest })],
    expenditures: [
      spending('201', '一般公共服务支出', '1000.00', { executed_amount: spent }),
      spending('230', '转移性支出', '9000.00'),
    ],
  })

const ratio = (capacity: string | null): BudgetRecords =>
  of({ debts: [debt('一般债务', { capacity }), debt('专项债务')] })

const cases: readonly (readonly [
  rule: string,
  what: string,
  rows: BudgetRecords,
  severity: string | null,
])[] = [
  ['B08', 'spending up without the committee', adjusted({ adjusted_amount: '560.00' }), '红'],
  [
    'B08',
    'a document of the government only',
    adjusted({ adjusted_amount: '560.00', approved_by: '示政函〔2025〕3号' }),
    '红',
  ],
  [
    'B08',
    'approved by the committee',
    adjusted({ adjusted_amount: '560.00', approved_by: '示人常〔2025〕3号' }),
    null,
  ],
  [
    'B08',
    'as much more came from above',
    adjusted({ adjusted_amount: '560.00' }, [
      income('11003', '专项转移支付收入', '300.00', { adjusted_amount: '360.00' }),
    ]),
    null,
  ],
  ['B08', 'rounding', adjusted({ adjusted_amount: '500.90' }), null],
  [
    'B08',
    'a key subject cut, the total kept',
    of({
      expenditures: [
        spending('205', '教育支出', '500.00', { is_key: '是', adjusted_amount: '490.00' }),
        spending('213', '农林水支出', '500.00', { adjusted_amount: '510.00' }),
      ],
      revenues: [],
    }),
    '红',
  ],
  [
    'B08',
    'money from the stabilisation fund',
    adjusted({}, [income('11015', '动用预算稳定调节基金', '10.00', { adjusted_amount: '50.00' })]),
    '红',
  ],
  [
    'B08',
    'more borrowed',
    adjusted({}, [income('11011', '债务转贷收入', '10.00', { adjusted_amount: '50.00' })]),
    '红',
  ],
  ['B10', 'under one per cent', reserved('8.00'), '橙'],
  ['B10', 'over three per cent', reserved('30.00'), '橙'],
  ['B10', 'two per cent', reserved('18.00'), null],
  ['B11', 'a surplus kept', earned('1100.00', '40.00'), '红'],
  ['B11', 'a surplus saved', earned('1100.00', '100.00'), null],
  ['B11', 'a shortfall', earned('900.00', '0.00'), null],
  ['B41', 'over the limit', owing('1001.00'), '红'],
  ['B41', 'at the limit', owing('1000.00'), null],
  ['B41', 'rounding', owing('1000.09'), null],
  ['B41', 'a hundred times the limit', owing('100000.00'), null],
  ['B42', 'an eighth of spending', paying('125.00', '1000.00'), '橙'],
  ['B42', 'a tenth of spending', paying('100.00', '1000.00'), null],
  ['B42', 'the budget counts until spending is known', paying('125.00', null), '橙'],
  ['B42', 'more than all spending', paying('2000.00', '1000.00'), null],
  ['B43', 'a little over 120', ratio('1490.00'), '黄'],
  ['B43', 'just under 120', ratio('1510.00'), null],
  ['B43', 'over 200', ratio('890.00'), '橙'],
  ['B43', 'over 300', ratio('590.00'), '红'],
  ['B43', 'two thousand per cent', ratio('50.00'), null],
]

describe('rules on a government’s adjustments, reserve, surplus and debt', () => {
  it.each(cases)('%s: %s', async (rule, _what, rows, severity) => {
    const { findings, reasons, status } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
    const own = findings.filter((finding) => finding.rule === rule)
    expect(own.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity])
    for (const { rows: evidence, unitName } of own) {
      expect(evidence.length).toBeGreaterThan(0)
      expect(unitName).toBe('示例区')
    }
    if (severity === null) expect(reasons.length).toBeGreaterThan(0)
    expect(status.find((one) => one.rule === rule)?.status).toBe('applied')
  })

  it.each([
    ['B08', of({}), '没有支出预算与执行数据'],
    ['B10', reserved(null), '没有同时写明预备费'],
    ['B11', earned('1100.00', '40.00', '2025-11-30'), '没有收入执行数到年底'],
    ['B11', of({ revenues: [income('101', '税收收入', '1.00')] }), '没有支出预算与执行数据'],
    ['B41', owing('900.00', null), '政府债务缺少债务限额'],
    ['B41', of({}), '没有政府债务数据'],
    ['B42', paying('0.00', '1000.00'), '没有同时有付息支出'],
    ['B43', ratio(null), '政府债务缺少综合财力'],
  ] as const)('%s says which data is missing', async (rule, rows, words) => {
    const { notApplicable } = await marts.check(rows, { today: '2026-01-01', only: [rule] })
    expect(notApplicable.find((one) => one.rule === rule)?.why).toMatch(
      new RegExp(`^数据不足：.*${words}`, 'u'),
    )
  })
})

describe('Q06 figures of another order', () => {
  const year = (fiscal_year: number, region: string, product: string, limit = '1000.00'): DebtRow => ({
    ...debt('一般债务', { product, limit_amount: limit, balance: limit }),
    record_key: `${region}${String(fiscal_year)}`,
    region,
    region_code: null,
    fiscal_year,
  })
  const peers = (fiscal_year: number) =>
    Array.from({ length: 6 }, (_, index) =>
      year(fiscal_year, `示例${String(index)}市`, `${String(50_000 + index * 9_000)}.00`),
    )
  const doubted = async (debts: readonly DebtRow[]) => {
    const { findings } = await marts.check(of({ debts }), { today: '2026-01-01', only: ['B43'] })
    return findings.filter(({ rule }) => rule === 'Q06').map(({ unit, year: of }) => `${unit} ${String(of)}`)
  }

  it('a gross product of two hundred times its other year is doubted, and the other year is not', async () => {
    const own = [year(2024, '示例甲省', '79000.00'), year(2025, '示例甲省', '1401879000000000.00')]
    expect(await doubted([...own, ...peers(2025)])).toEqual(['示例甲省 2025'])
  })

  it('one without other years is held to its peers; growth by half and small governments are not doubted', async () => {
    const others = [...peers(2024), ...peers(2025)]
    expect(await doubted([...others, year(2025, '示例甲省', '9000000.00')])).toEqual(['示例甲省 2025'])
    expect(
      await doubted([...others, year(2024, '示例乙省', '60000.00'), year(2025, '示例乙省', '90000.00')]),
    ).toEqual([])
    expect(await doubted([...others, year(2025, '示例小县', '600.00', '10.00')])).toEqual([])
  })

  it('a balance typed in another unit keeps B41 silent for that year', async () => {
    const balances = [2023, 2024, 2025].map((fiscal_year) => ({
      ...year(fiscal_year, '示例甲省', '70000.00'),
      balance: fiscal_year === 2025 ? '90000.00' : '900.00',
    }))
    const { findings, suppressed } = await marts.check(of({ debts: balances }), {
      today: '2026-01-01',
      only: ['B41'],
      thresholds: { B41: { unitMix: 1_000 } },
    })
    expect(findings.map(({ rule, year: at }) => `${rule} ${String(at)}`)).toEqual(['Q06 2025'])
    expect(suppressed[0]?.reason).toContain('数据质量存疑')
  })
})
