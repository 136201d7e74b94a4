import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Casework, type Case } from '#casework'
import { caseQueries, openWarehouse, type Warehouse } from '#warehouse'
import { loadRows, payment } from '#tests/loads.ts'
import { prepareHome } from '#tests/warehouses.ts'
import { clerk } from './histories.ts'

let dataDir: string
let warehouse: Warehouse
let casework: Casework
let now: Date

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'huizhi-casework-'))
  now = new Date('2026-03-02T01:00:00Z')
  await prepareHome(dataDir)
  warehouse = await openWarehouse({ dataDir, now: () => now })
  casework = new Casework({ warehouse, dataDir, now: () => now })
})

afterEach(async () => {
  await casework.idle()
  await warehouse.close()
  await rm(dataDir, { recursive: true, force: true })
})

interface Seen {
  readonly id: string
  readonly amount?: string
  readonly severity?: string
  readonly year?: number
}

/** A run of the budget checks that finds these, so many days after the one before, and what the cases make of it. */
async function run(days: number, ...found: Seen[]): Promise<void> {
  await check(days, ...found)
  await casework.observe()
}

/** The run alone, as it stands before the cases have looked at it. */
async function check(days: number, ...found: Seen[]): Promise<void> {
  now = new Date(now.getTime() + days * 86_400_000)
  const rows = found.map(({ id, amount = '1000.00', severity = '橙', year = 2025 }) => ({
    finding_id: id,
    rule: 'B36',
    rule_name: '疑似重复支付',
    rule_version: '1',
    severity,
    certainty: 'I',
    agency_code: '101',
    unit: '云岭市示例局',
    fiscal_year: year,
    matter: '示例事项',
    amount,
    text: '示例说明',
    formula: 'a',
    formula_filled: 'a = 1',
    score: 1,
    computed_at: '2026-03-01T00:00:00Z',
  }))
  await warehouse.writeResults(
    'budget',
    [
      { table: 'findings', rows },
      { table: 'finding_rows', rows: [] },
    ],
    {
      fingerprint: now.toISOString(),
      startedAt: now,
    },
  )
}

/** Findings of a case that stand no longer: last seen, first missed, and the file between. */
async function absences(one: Case): Promise<unknown[]> {
  const rows = await warehouse.query(caseQueries.absences, { case_id: one.id, kinds: ['payments'] })
  return rows.map((row) => [row.finding_id, row.seen_at, row.missed_at, row.file_name, row.change])
}

async function kinds(one: Case): Promise<string[]> {
  return (await casework.events(one.id)).map(({ kind }) => kind)
}

let requests = 0
const acting = (one: Case) => ({ actor: clerk, version: one.version, requestId: `r${String(++requests)}` })

async function opened(findingId: string): Promise<Case> {
  return casework.open(findingId, '', { actor: clerk, requestId: `r${String(++requests)}` })
}

async function closed(one: Case): Promise<Case> {
  let now_ = await casework.act(one.id, { type: 'verify', note: '' }, acting(one))
  const verdict = {
    outcome: 'explained',
    note: '示例理由',
    confirmedAmount: null,
    recoveredAmount: null,
  } as const
  now_ = await casework.act(one.id, { type: 'judge', ...verdict }, acting(now_))
  return casework.act(one.id, { type: 'close', note: '示例理由', recheckOn: '2027-03-02' }, acting(now_))
}

describe('runs of the budget checks over an open case', () => {
  it('a finding that flickers makes no event, one long absent makes one, and its return one', async () => {
    await run(0, { id: 'F1' })
    const one = await opened('F1')
    for (const present of [false, true, false, false, true, false]) {
      await run(3, ...(present ? [{ id: 'F1' }] : []))
    }
    expect(await kinds(one)).toEqual(['opened'])
    for (let more = 0; more < 6; more++) await run(5)
    expect(await kinds(one)).toEqual(['opened', 'finding-gone'])
    await run(1, { id: 'F1' })
    await run(1, { id: 'F1' })
    expect(await kinds(one)).toEqual(['opened', 'finding-gone', 'finding-back'])
    expect((await casework.cases()).length).toBe(1)
  })

  it('a small change of the amount is no event, a larger one joins with fresh evidence', async () => {
    await run(0, { id: 'F1' })
    const one = await opened('F1')
    await run(1, { id: 'F1', amount: '1050.00' })
    expect(await kinds(one)).toEqual(['opened'])
    await run(1, { id: 'F1', amount: '2500.00', severity: '红' })
    await casework.observe()
    expect(await kinds(one)).toEqual(['opened', 'finding-changed'])
    const after = await casework.find(one.id)
    expect(after.findings[0]).toMatchObject({ amount: '2500.00', severity: '红' })
    const evidence = await casework.evidence(one.id)
    expect(evidence.map(({ finding }) => finding.amount).sort()).toEqual(['1000.00', '2500.00'])
  })
})

describe('a finding of a case that stands no longer', () => {
  it('was last seen when it joined the case while no check after that has seen it', async () => {
    await run(0, { id: 'F1' })
    const one = await opened('F1')
    expect(await absences(one)).toEqual([])
    now = new Date('2026-03-03T01:00:00Z')
    await loadRows(warehouse, { kind: 'payments', fileName: '更正.csv', rows: [payment('V1', '1.00')] })
    await check(1)
    const told = ['F1', '2026-03-02T01:00:00Z', '2026-03-04T01:00:00Z', '更正.csv', 'published']
    expect(await absences(one)).toEqual([told])
    await casework.observe()
    await run(1)
    expect(await absences(one)).toEqual([told])
  })

  it('may have gone with a file that came within the second in which its case was opened', async () => {
    await run(0, { id: 'F1' })
    const one = await opened('F1')
    await loadRows(warehouse, { kind: 'payments', fileName: '更正.csv', rows: [payment('V1', '1.00')] })
    await check(1)
    const told = ['F1', '2026-03-02T01:00:00Z', '2026-03-03T01:00:00Z', '更正.csv', 'published']
    expect(await absences(one)).toEqual([told])
  })

  it('was last seen by the last check that has seen it, and missed by the one after that', async () => {
    await run(0, { id: 'F1' }, { id: 'F2' })
    const one = await opened('F1')
    await run(1)
    await run(1, { id: 'F1' })
    expect(await absences(one)).toEqual([])
    await run(1, { id: 'F2' })
    await run(1, { id: 'F2' })
    const told = ['F1', '2026-03-04T01:00:00Z', '2026-03-05T01:00:00Z', null, null]
    expect(await absences(one)).toEqual([told])
  })
})

describe('runs over a closed case', () => {
  it('a worse finding proposes reopening once, and a declined proposal comes back only when it is worse again', async () => {
    await run(0, { id: 'F1' })
    const one = await closed(await opened('F1'))
    await run(5, { id: 'F1' })
    expect((await casework.find(one.id)).reopening).toBeNull()
    await run(5, { id: 'F1', amount: '3000.00' })
    await run(5, { id: 'F1', amount: '3000.00' })
    let now_ = await casework.find(one.id)
    expect([now_.state, now_.reopening?.amount]).toEqual(['closed', '3000.00'])
    await casework.act(one.id, { type: 'decline-reopening', note: '仍属正常' }, acting(now_))
    await run(5, { id: 'F1', amount: '3000.00' })
    expect((await casework.find(one.id)).reopening).toBeNull()
    await run(5, { id: 'F1', amount: '9000.00' })
    now_ = await casework.find(one.id)
    expect(now_.reopening?.amount).toBe('9000.00')
    now_ = await casework.act(one.id, { type: 'reopen', note: '金额大增' }, acting(now_))
    expect([now_.state, now_.timesReopened]).toEqual(['verifying', 1])
  })

  it('the next year’s finding of the same rule and unit meets the recheck and names its predecessor', async () => {
    await run(0, { id: 'F1' })
    const one = await closed(await opened('F1'))
    await run(300, { id: 'F1' }, { id: 'G1', year: 2026 })
    expect((await casework.find(one.id)).recheck).toMatchObject({ findingId: 'G1', isDone: false })
    expect((await opened('G1')).previousCase).toBe(one.id)
  })
})

it('joins only findings of the same unit that have no case', async () => {
  await run(0, { id: 'F1' }, { id: 'F2' }, { id: 'F3' })
  const one = await opened('F1')
  await opened('F2')
  const join = { type: 'join', note: '' } as const
  await expect(casework.act(one.id, { ...join, findingId: 'F2' }, acting(one))).rejects.toThrow(
    'CASE_STEP_REFUSED',
  )
  const after = await casework.act(one.id, { ...join, findingId: 'F3' }, acting(one))
  expect(after.findings.map(({ findingId }) => findingId)).toEqual(['F1', 'F3'])
  expect((await casework.ofFinding('F3'))?.id).toBe('F1')
  expect((await opened('F3')).id).toBe('F1')
})

it('keeps its cases when the process starts anew', async () => {
  await run(0, { id: 'F1' })
  const one = await closed(await opened('F1'))
  const again = new Casework({ warehouse, dataDir, now: () => now })
  expect(await again.find(one.id)).toEqual(one)
})
