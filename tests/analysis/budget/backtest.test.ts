import { beforeAll, expect, it } from 'vitest'
import { backtest, buildDataset, tryOut } from '../../../analysis/budget/index.ts'
import { readCandidates, readLedgers, readTotals } from '../../../analysis/jobs/budget-data.ts'
import { unpackCandidates, unpackFacts } from '../../../analysis/jobs/packed-answers.ts'
import { YearAnswers } from '../../../analysis/jobs/year-answers.ts'
import type { BudgetMarts } from '../../../bench/budget/marts.ts'
import { payment, rowsOf } from './rows.ts'
import { sharedMarts } from './shared-marts.ts'

let marts: BudgetMarts

beforeAll(async () => {
  marts = await sharedMarts()
  await marts.fill(
    rowsOf([
      payment('a', { payee_name: '张示例', amount: '60000.00' }),
      payment('b', { payee_name: '李样本', amount: '30000.00', agency_code: '102', agency_name: '样本局' }),
    ]),
  )
}, 60_000)

async function tried(single: number) {
  const trial = { rule: 'B25', values: { single } }
  const options = { today: '2026-01-01', only: ['B25'] }
  const answers = await YearAnswers.open(marts.store)
  const totals = await readTotals(answers, options)
  const facts = unpackFacts({ ledgers: await readLedgers(marts.store), totals })
  const read = async (thresholds: ReturnType<typeof tryOut>) =>
    unpackCandidates(await readCandidates(answers, totals, { ...options, thresholds }))
  const candidates = { now: await read({}), tried: await read(tryOut({}, trial)) }
  return backtest(buildDataset(facts), candidates, options, trial)
}

it('says which findings a lower threshold would add, of payments the present one does not even read', async () => {
  const { before, after, gained, lost, changes } = await tried(20_000)
  expect([before.length, after.length, lost.length]).toEqual([1, 2, 0])
  expect(gained.map(({ unit }) => unit)).toEqual(['102'])
  expect(changes.map(({ threshold, value }) => [threshold.value, value])).toEqual([[50_000, 20_000]])
})

it('says which findings a higher threshold would lose', async () => {
  const { gained, lost } = await tried(100_000)
  expect([gained.length, lost.map(({ unit }) => unit)]).toEqual([0, ['101']])
})

it('refuses what cannot be set', () => {
  expect(() => tryOut({}, { rule: 'B05', values: { days: 60 } })).toThrow('BUD_THRESHOLD_LEGAL')
  expect(() => tryOut({}, { rule: 'B25', values: { nothing: 1 } })).toThrow('BUD_THRESHOLD_UNKNOWN')
  expect(() => tryOut({}, { rule: 'B99', values: { days: 1 } })).toThrow('BUD_THRESHOLD_UNKNOWN')
})
