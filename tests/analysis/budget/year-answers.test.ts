import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CheckOptions } from '../../../analysis/budget/index.ts'
import { openShelf, shelfTable } from '../../../analysis/jobs/answer-shelf.ts'
import { readCandidates, readLedgers, readTotals } from '../../../analysis/jobs/budget-data.ts'
import checkRules, { takeFacts } from '../../../analysis/jobs/workers/budget.ts'
import { YearAnswers, type AnswerShelf } from '../../../analysis/jobs/year-answers.ts'
import { addFirstMonth, addLastMonth, holdLastMonth } from '../../../bench/budget/grow.ts'
import { BudgetMarts } from '../../../bench/budget/marts.ts'
import { scaleRecords } from '../../../bench/budget/scale-rows.ts'
import { scaleBudget } from '../../../data-samples/generator/scale/index.ts'

// Whatever becomes of the data, a check that uses kept answers finds what a check from nothing finds.

const now = new Date('2026-03-01T00:00:00Z')
const usual: CheckOptions = {
  today: '2026-03-01',
  thresholds: { B03: { 'approvedOn.2025': 20_250_124 }, B29: { limit: 4_000_000 } },
}
/** Questions whose answers are about the payments of all years together. */
const ofAllPayments = ['budget/totals/shares.sql', 'budget/narrow/reversals.sql']
let marts: BudgetMarts

beforeAll(async () => {
  marts = await BudgetMarts.open()
  await marts.fill(scaleRecords([...scaleBudget({ seed: '沿用', payments: 4_000, plantings: 1 })]))
  await holdLastMonth(marts)
}, 60_000)

afterAll(() => {
  marts.close()
})

async function check(options: CheckOptions, shelf?: AnswerShelf) {
  const answers = await YearAnswers.open(marts.store, shelf)
  const ledgers = await readLedgers(marts.store)
  const totals = await readTotals(answers, options)
  const candidates = await readCandidates(answers, totals, options)
  takeFacts({ ledgers, totals })
  return { answers, outcome: checkRules({ candidates, options, now }) }
}

/** Checks with what earlier checks kept, and from nothing; gives the years asked anew. */
async function bothWays(
  options = usual,
): Promise<{ years: number[]; findings: number; questions: string[] }> {
  const { answers, outcome } = await check(options, await openShelf(marts.store))
  expect(outcome).toEqual((await check(options)).outcome)
  await marts.write([shelfTable(answers)])
  const { added } = answers.changes()
  const years = new Set(added.map((answer) => answer.fiscal_year).filter((year) => year > 0))
  return {
    years: [...years].sort(),
    findings: outcome.findings,
    questions: added.map(({ question }) => question),
  }
}

/** Copies payments under other keys. */
function copyPayments(mark: string, changes: string, where: string): Promise<void> {
  return marts.run(
    `insert into marts.payments select stored.* replace (
       stored.payment_id || '${mark}' as payment_id, stored.record_key || '${mark}' as record_key,
       stored.pay_cert_no || '${mark}' as pay_cert_no, ${changes}
     ) from marts.payments as stored where ${where}`,
  )
}

it('asks anew only about the years a change touches, and finds the same', async () => {
  const first = await bothWays()
  expect([first.years, first.findings > 20]).toEqual([[2024, 2025], true])
  expect((await bothWays()).years).toEqual([])
  await addLastMonth(marts)
  const { years, questions } = await bothWays()
  expect(years).toEqual([2025])
  // Of the sums by month only the new month's are missing.
  expect(questions.filter((question) => question.includes('totals/cells'))).toHaveLength(1)
  // A December changes nothing about what was paid before the budget was approved.
  expect(questions.filter((question) => question.includes('early'))).toEqual([])
  expect(questions).toEqual(expect.arrayContaining(ofAllPayments))
  await addFirstMonth(marts)
  expect((await bothWays()).years).toEqual([2026])
}, 120_000)

it('sees late, doubled, refunded and withdrawn payments of earlier years', async () => {
  await copyPayments(
    '-late',
    "amount + 1 as amount, cast('2024-06-03' as date) as pay_date, '2024-06' as pay_month",
    "pay_month = '2024-05'",
  )
  await copyPayments(
    '-again',
    "cast('2025-01-04' as date) as pay_date, '2025-01' as pay_month, 2025 as fiscal_year",
    "pay_month = '2024-12'",
  )
  await copyPayments('-refund', '-amount as amount, pay_date + 5 as pay_date', "pay_month = '2024-11'")
  expect((await bothWays()).years).toEqual([2024, 2025, 2026])
  await marts.run("delete from marts.payments where payment_id like '%-again' or pay_month = '2024-03'")
  // A budget year is looked at together with the year before.
  expect((await bothWays()).years).toEqual([2024, 2025, 2026])
}, 120_000)

it('asks anew about the first quarter when that changes', async () => {
  await bothWays()
  await copyPayments('-early', 'amount * 3 as amount', "pay_month = '2025-01'")
  const { questions } = await bothWays()
  expect(questions.filter((question) => question.includes('early')).length).toBeGreaterThan(1)
}, 120_000)

it('sees what is paid back years later', async () => {
  await bothWays()
  await copyPayments(
    '-back',
    "-amount as amount, cast('2026-01-20' as date) as pay_date, 2026 as fiscal_year, '2026-01' as pay_month",
    'fiscal_year = 2024 and amount > 0',
  )
  // Equal payments of 2024 are no longer a plain rhythm of which nothing came back.
  expect((await bothWays()).years).toEqual([2024, 2025, 2026])
}, 120_000)

it('sees lines, units and contracts that payments of unchanged years hang on', async () => {
  await marts.run(
    "update marts.budget_lines set dep_bgt_eco_code = '30217' where bgt_id in (select min(bgt_id) from marts.payments where fiscal_year = 2024 group by unit_key)",
  )
  await marts.run(
    'delete from marts.budget_lines where bgt_id in (select max(bgt_id) from marts.budget_lines group by unit_key)',
  )
  await bothWays()
  await marts.run(
    "update marts.budget_lines set pro_code = pro_code || 'X', paid_amount = paid_amount * 40 where row_number % 9 = 0",
  )
  await marts.run(
    'update marts.units set head_count = 1 where agency_code in (select min(agency_code) from marts.units)',
  )
  await marts.run(
    'update marts.units set agency_name = (select min(payee_name) from marts.payments) where agency_code = (select max(agency_code) from marts.units)',
  )
  await marts.run("update marts.procurements set accepted_at = '2024-02-01', supplier_size = '小型'")
  await bothWays()
}, 120_000)

it('sees changed thresholds, and the old ones again', async () => {
  const changed = {
    ...usual,
    thresholds: { ...usual.thresholds, B25: { single: 2_000 }, B36: { days: 12 }, B14: { share: 0.1 } },
  }
  await bothWays()
  const { findings, questions } = await bothWays(changed)
  expect(questions.filter((question) => ofAllPayments.includes(question))).toEqual([])
  expect((await bothWays()).findings).not.toBe(findings)
}, 120_000)
