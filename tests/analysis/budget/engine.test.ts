import { existsSync, readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  budgetRules,
  parseCents,
  ruleCatalogue,
  toDecimal,
  type BudgetReport,
} from '../../../analysis/budget/index.ts'
import type { BudgetMarts, BudgetRecords } from '../../../bench/budget/marts.ts'
import { line, payment, rowsOf } from './rows.ts'
import { sampleBudget, sampleRows } from './sample-rows.ts'
import { sharedMarts } from './shared-marts.ts'

const options = { today: '2026-10-31' }
let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
}, 60_000)

describe('the invented city', () => {
  const world = sampleBudget()
  const rows = sampleRows(world)
  let report: BudgetReport

  beforeAll(async () => {
    report = await marts.check(rows, options)
  }, 60_000)

  it('finds every planted anomaly on its own rows', () => {
    const missed = world.anomalies.filter(
      (planted) =>
        !report.findings.some(
          (finding) =>
            finding.rule === planted.rule &&
            finding.unit === planted.agencyCode &&
            finding.year === planted.fiscalYear &&
            planted.payments.every((item) => finding.rows.some(({ place }) => place.key === item.certNo)),
        ),
    )
    expect(missed.map(({ rule, agencyCode }) => `${rule} ${agencyCode}`)).toEqual([])
  })

  it('finds nothing else', () => {
    const expected = new Set(
      world.anomalies.flatMap((planted) =>
        [planted.rule, ...planted.mayAlsoRaise].map(
          (rule) => `${rule} ${planted.agencyCode} ${String(planted.fiscalYear)}`,
        ),
      ),
    )
    const extra = report.findings
      .map(({ rule, unit, year }) => `${rule} ${unit} ${String(year)}`)
      .filter((key) => !expected.has(key))
    expect(extra).toEqual([])
  })

  it('calls matters by their names, with the code behind', () => {
    const codes = report.findings.filter(({ matter }) => !/\p{Script=Han}/u.test(matter))
    expect(codes.map(({ rule, matter }) => `${rule} ${matter}`)).toEqual([])
    const cars = report.findings.find(({ rule, matter }) => rule === 'B18' && matter.includes('30231'))
    expect(cars?.matter).toBe('公务用车运行维护费（30231）')
  })

  it('gives the same report whatever the row order', async () => {
    const reversed = {
      ...rows,
      payments: [...rows.payments].reverse(),
      budgetLines: [...rows.budgetLines].reverse(),
    }
    expect((await marts.check(reversed, options)).findings).toEqual(report.findings)
  })

  it('says of every rule in the catalogue whether it ran', () => {
    expect(report.status.map(({ rule }) => rule)).toEqual(ruleCatalogue.map(({ id }) => id))
    for (const { why } of report.notApplicable) expect(why).toMatch(/^(数据不足|尚未实现)：./u)
  })
})

describe('bad input', () => {
  const workdays = [
    '01-26',
    '02-26',
    '03-26',
    '04-28',
    '05-26',
    '06-26',
    '07-28',
    '08-26',
    '09-26',
    '10-27',
    '11-26',
    '12-26',
  ]
  const payments = Array.from({ length: 12 }, (_, index) =>
    payment(`p${String(index)}`, {
      amount: `${String(5000 + 137 * index)}.00`,
      pay_date: `2025-${workdays[index] ?? ''}`,
    }),
  )
  const severities = async (rows: BudgetRecords) =>
    (await marts.check(rows, options)).findings.map(({ rule, severity }) => `${rule}${severity}`)

  it('a unit whose payments all lack the line number is a data-quality finding', async () => {
    const loose = payments.map((item) => ({ ...item, bgt_id: null }))
    expect(await severities(rowsOf(loose, [line('L1', { amount: '70000.00' })]))).toEqual(['Q04黄'])
  })

  it('budget lines in 万元 labelled 元 are a data-quality finding', async () => {
    expect(await severities(rowsOf(payments, [line('L1', { amount: '10.00' })]))).toEqual(['Q01黄'])
  })

  it('a line of zero is missing rather than nil', async () => {
    expect(await severities(rowsOf(payments, [line('L1', { amount: '0.00' })]))).toEqual(['Q03黄'])
  })

  it('a month loaded twice is reported once and counted once', async () => {
    const march = Array.from({ length: 10 }, (_, index) =>
      payment(`a${String(index)}`, {
        amount: `${String(900 + index)}.00`,
        pay_date: `2025-03-${String(10 + (index % 5))}`,
      }),
    )
    const again = march.map((item, index) => ({
      ...item,
      record_key: `b${String(index)}`,
      pay_cert_no: `b${String(index)}`,
      source_file: '另一份.csv',
    }))
    expect(await severities(rowsOf([...march, ...again], [line('L1', { amount: '10000.00' })]))).toEqual([
      'Q02黄',
    ])
  })

  it('without budget lines the rules that need them say so', async () => {
    const { notApplicable } = await marts.check(rowsOf(payments), options)
    expect(notApplicable.find(({ rule }) => rule === 'B02')?.why).toBe('数据不足：没有预算指标数据')
  })
})

describe('settings and exceptions', () => {
  const rows = rowsOf([
    payment('a', { amount: '480000.00' }),
    payment('b', { amount: '470000.00', pay_date: '2025-03-19' }),
  ])
  const entry = { rule: 'B27', unit: '101', reason: '经批准分期', expires: '2026-01-01' }

  it('a whitelist entry holds until it expires', async () => {
    const on = async (today: string) =>
      (await marts.check(rows, { today, only: ['B27'], whitelist: [entry] })).findings.length
    expect([await on('2026-01-01'), await on('2026-01-02')]).toEqual([0, 1])
  })

  it('a changed threshold is marked as the institution’s own', async () => {
    const settings = { B27: { singleLimit: 600_000 } }
    expect((await marts.check(rows, { ...options, only: ['B27'], thresholds: settings })).findings).toEqual(
      [],
    )
    const {
      findings: [finding],
    } = await marts.check(rows, {
      ...options,
      only: ['B27'],
      thresholds: { B27: { windowDays: 10 } },
    })
    expect(finding?.thresholds.find(({ key }) => key === 'windowDays')?.origin).toBe('本机构设定')
  })

  it('refuses to loosen a statutory threshold, and an unknown one', async () => {
    await expect(
      marts.check({ ...rows, transfers: [transfer] }, { ...options, thresholds: { B05: { days: 60 } } }),
    ).rejects.toThrow('BUD_THRESHOLD_LEGAL')
    await expect(marts.check(rows, { ...options, thresholds: { B27: { nothing: 1 } } })).rejects.toThrow(
      'BUD_THRESHOLD_UNKNOWN',
    )
  })

  it('repeats of one matter join into one finding with all rows', async () => {
    const later = [
      payment('c', { amount: '480000.00', pay_date: '2025-08-05' }),
      payment('d', { amount: '490000.00', pay_date: '2025-08-06' }),
    ]
    const { findings } = await marts.check(
      { ...rows, payments: [...rows.payments, ...later] },
      { ...options, only: ['B27'] },
    )
    expect(findings.map((finding) => finding.rows.map(({ place }) => place.key))).toEqual([
      ['a', 'b', 'c', 'd'],
    ])
  })
})

const transfer = {
  record_key: 't',
  source_file: '示例.csv',
  sheet: null,
  row_number: 2,
  doc_no: '示例〔2025〕1号',
  from_div: '990000000',
  to_div: '990101000',
  transfer_kind: '一般',
  amount: '100.00',
  received_at: '2025-01-02',
  issued_at: '2025-03-02',
  fiscal_year: 2025,
}

describe('laws of the engine', () => {
  it('money text survives the way through cents', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (cents) => parseCents(toDecimal(cents)) === cents))
  })

  it('B02 reports exactly what was paid beyond the line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -500_000, max: 5_000_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 100_000, max: 9_000_000 }),
        async (amounts, budget) => {
          const payments = amounts.map((cents, index) =>
            payment(`p${String(index)}`, { amount: toDecimal(cents), use_des: String(index) }),
          )
          const over = amounts.reduce((sum, cents) => sum + cents, 0) - budget
          const records = rowsOf(payments, [line('L1', { amount: toDecimal(budget) })])
          const { findings } = await marts.check(records, { ...options, only: ['B02'] })
          expect(findings.filter(({ rule }) => rule === 'B02').map(({ cents }) => cents)).toEqual(
            over > 1 ? [over] : [],
          )
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)
})

describe('clauses', () => {
  const laws = new URL('../../../../shared/data/laws/budget/', import.meta.url)

  it.skipIf(!existsSync(laws))('are quoted word for word (skipped when the statute texts are absent)', () => {
    const texts = readdirSync(laws).map((file) =>
      readFileSync(new URL(encodeURIComponent(file), laws), 'utf8'),
    )
    for (const { clauses } of budgetRules) {
      for (const paragraph of clauses.flatMap(({ text }) => text.split('\n'))) {
        expect(
          texts.some((text) => text.includes(paragraph)),
          paragraph,
        ).toBe(true)
      }
    }
  })
})
