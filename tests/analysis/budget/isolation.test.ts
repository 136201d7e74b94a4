import { beforeAll, describe, expect, it } from 'vitest'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import { line, payment, rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

/** So many units that pay every month twice; unit 100 is strange: nearly all in December, large, on capital. */
function units(count: number, strange: boolean): BudgetRecords {
  const payments = Array.from({ length: count }, (_, index) => 100 + index).flatMap((unit) =>
    Array.from({ length: 24 }, (_, at) => {
      const month = Math.floor(at / 2) + 1
      const isOdd = strange && unit === 100
      return payment(`${String(unit)}/${String(at)}`, {
        agency_code: String(unit),
        agency_name: `示例${String(unit)}局`,
        bgt_id: `L${String(unit)}`,
        dep_bgt_eco_code: isOdd ? '31002' : (['30201', '30207', '30305'][(unit + at) % 3] ?? null),
        payee_acct_no: `62${String(unit)}${String(at)}`,
        amount: isOdd
          ? `${String(month === 12 ? 9_000_000 : 1_000 + at)}.00`
          : `${String(20_000 + ((unit * 37 + at * 101) % 97) * 211)}.00`,
        pay_date: `2025-${String(month).padStart(2, '0')}-${String(10 + (at % 2) * 5)}`,
      })
    }),
  )
  const lines = Array.from({ length: count }, (_, index) =>
    line(`L${String(100 + index)}`, {
      agency_code: String(100 + index),
      agency_name: `示例${String(100 + index)}局`,
      amount: index === 0 && strange ? '17500000.00' : '800000.00',
    }),
  )
  return rowsOf(payments, lines)
}

const check = (records: BudgetRecords, only: string[]) => marts.check(records, { today: '2026-03-01', only })

describe('S01 a unit whose spending is shaped like nobody else’s', () => {
  it('adds a sentence to the findings of that unit and makes none of its own', async () => {
    const { findings, status } = await check(units(60, true), ['B02', 'S01'])
    expect(findings.map(({ rule, unit }) => `${rule} ${unit}`)).toEqual(['B02 100'])
    const [said] = findings[0]?.evidence.filter((sentence) => sentence.startsWith('佐证（多维孤立）')) ?? []
    expect(said).toMatch(/孤立得分 0\.[6-9]\d\d/u)
    expect(said).toContain('中位')
    expect(status.find(({ rule }) => rule === 'S01')).toMatchObject({ status: 'applied', findings: 0 })
    const alone = await check(units(60, true), ['S01'])
    expect(alone.findings).toEqual([])
  }, 30_000)

  it('the order of the rows changes nothing', async () => {
    const records = units(60, true)
    const turned = {
      ...records,
      payments: [...records.payments].reverse(),
      budgetLines: [...records.budgetLines].reverse(),
    }
    const evidence = async (of: BudgetRecords) =>
      (await check(of, ['B02', 'S01'])).findings.map((one) => one.evidence)
    expect(await evidence(turned)).toEqual(await evidence(records))
  }, 30_000)

  it('is not worked out among few units', async () => {
    const { status } = await check(units(10, true), ['S01'])
    expect(status.find(({ rule }) => rule === 'S01')).toMatchObject({ status: 'not_applicable' })
    expect(status.find(({ rule }) => rule === 'S01')?.why).toContain('可比单位不足 30 个')
  }, 30_000)
})
