import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAnalysis } from '#analysis'
import type {
  BacktestResult,
  FindingDetail,
  FindingList,
  Problem,
  OpenThresholdChanges,
  RuleThresholds,
  ThresholdChange,
  ThresholdDecided,
} from '#contract'
import { settleThreshold } from '../../analysis/jobs/threshold-desk.ts'
import { apiQueries, thresholdStatements } from '#warehouse'
import { loadRows, payment } from '#tests/loads.ts'
import { Harness } from './harness.ts'

let api: Harness
let analyses = 0

/** The next run, at the time the clock shows. */
async function check(): Promise<boolean> {
  const context = { warehouse: api.warehouse, modelsDir: `${api.dataDir}/models`, now: api.clock.now() }
  const [report] = await runAnalysis({ ...context, log: () => undefined }, { only: ['budget'] })
  return report?.skipped === false
}

const found = async () => {
  const { body } = await api.get<FindingList>('supervision', '/budget/findings?rule=B25')
  return body.items.map(({ agencyCode }) => agencyCode)
}
const read = async (rule = 'B25') =>
  (await api.get<RuleThresholds>('supervision', `/budget/rules/${rule}/thresholds`)).body
const propose = (body: object, rule = 'B25') =>
  api.post<ThresholdChange & Problem>('supervision', `/budget/rules/${rule}/threshold-changes`, {
    key: 'single',
    value: 20_000,
    effectiveOn: '2026-03-05',
    reason: '本地小额付款多',
    requestId: 'first-proposal',
    ...body,
  })
const decide = (id: string, decision: string, requestId: string, reason = '同意') =>
  api.post<ThresholdDecided & Problem>('leader', `/budget/threshold-changes/${id}/decision`, {
    decision,
    reason,
    requestId,
  })

/** A proposal that stands, without the backtest that the real way makes. */
async function standing(id: string, valueProposed: number): Promise<string> {
  await api.warehouse.execute(thresholdStatements.addProposal, {
    event_id: id,
    change_id: id,
    rule: 'B25',
    threshold: 'single',
    value_now: 20_000,
    value_proposed: valueProposed,
    effective_on: '2026-03-05',
    reason: '示例理由',
    trial: JSON.stringify({ now: 2, tried: 0, gained: 0, lost: 2 }),
    actor: 'link:supervision',
    actor_name: '预算监督',
    role: 'supervision',
    at: api.clock.now().toISOString(),
    request_id: `request-${id}`,
  })
  return id
}

beforeAll(async () => {
  api = await Harness.startEmpty({
    analyse: async () => {
      analyses += 1
      return Promise.resolve()
    },
  })
  const paid = (id: string, payee: string, amount: string, agency: string) =>
    payment(id, amount, {
      payee_name: payee,
      agency_code: agency,
      agency_name: `示例${agency}局`,
      fiscal_year: '2025',
      pay_date: '2025-03-12',
      use_des: '服务费',
    })
  await loadRows(api.warehouse, {
    kind: 'payments',
    fileName: '支付.csv',
    rows: [paid('a', '张示例', '60000.00', '101'), paid('b', '李样本', '30000.00', '102')],
  })
})

afterAll(() => api.stop())

describe('a threshold of a budget rule', () => {
  it('is shown with where it comes from, and another value can be tried without changing it', async () => {
    const { thresholds, changes, today } = await read()
    expect(thresholds.find(({ key }) => key === 'single')).toMatchObject({
      value: 50_000,
      origin: '内部默认',
      sharedWith: null,
    })
    expect([changes, today]).toEqual([[], '2026-03-02'])
    const tried = await api.post<BacktestResult>('leader', '/budget/rules/B25/backtests', {
      key: 'single',
      value: 20_000,
    })
    expect(tried.body).toMatchObject({
      valueNow: 50_000,
      findingsNow: 1,
      findingsTried: 2,
      gained: 1,
      lost: 0,
    })
    expect(tried.body.gainedFindings.map(({ unit }) => unit)).toEqual(['示例102局'])
    expect((await read()).thresholds).toEqual(thresholds)
  })

  it('is proposed by supervision only, never a legal one, one past, one unchanged, one of another rule', async () => {
    const body = {
      key: 'single',
      value: 1,
      effectiveOn: '2026-03-05',
      reason: '试试',
      requestId: 'by-others',
    }
    for (const role of ['leader', 'admin', 'data'] as const)
      expect((await api.post(role, '/budget/rules/B25/threshold-changes', body)).status).toBe(403)
    const refusals = [
      [await propose({ key: 'days', value: 60 }, 'B05'), 409, 'BUD_THRESHOLD_LEGAL'],
      [await propose({ key: 'nothing' }), 404, 'BUD_THRESHOLD_UNKNOWN'],
      [await propose({}, 'B99'), 404, 'BUD_THRESHOLD_UNKNOWN'],
      [await propose({ effectiveOn: '2026-03-01' }), 400, 'BUD_CHANGE_PAST'],
      [await propose({ value: 50_000 }), 409, 'BUD_CHANGE_SAME'],
      [await propose({ key: 'approvedOn.2025', value: 20_250_124 }, 'B04'), 409, 'BUD_CHANGE_SHARED'],
      [await propose({ value: -1 }), 400, 'API_REQUEST_INVALID'],
      [await propose({ reason: '' }), 400, 'API_REQUEST_INVALID'],
    ] as const
    for (const [{ status, body: problem }, expected, code] of refusals)
      expect([status, problem.code]).toEqual([expected, code])
    expect((await read()).changes).toEqual([])
  })

  it('keeps the backtest of the day with the proposal; a repeated post adds nothing, a second proposal waits', async () => {
    const first = await propose({})
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      state: 'open',
      valueNow: 50_000,
      valueProposed: 20_000,
      trial: { now: 1, tried: 2, gained: 1, lost: 0 },
      proposedBy: '预算监督',
      isOwn: true,
      inForceFrom: null,
    })
    expect((await propose({})).body.id).toBe(first.body.id)
    const second = await propose({ value: 10_000, requestId: 'second-proposal' })
    expect([second.status, second.body.code]).toEqual([409, 'BUD_CHANGE_PENDING'])
    expect((await read()).changes).toHaveLength(1)
    const open = await api.get<OpenThresholdChanges>('leader', '/budget/threshold-changes')
    expect(open.body.items).toMatchObject([{ rule: 'B25', name: '向个人大额转账', label: '单笔' }])
  })

  it('is approved by the leadership, never by the one who proposed', async () => {
    const [open] = (await read()).changes
    const id = open?.id ?? ''
    const own = { name: 'link:supervision', displayName: '王示例', role: 'leader' }
    const decision = { changeId: id, kind: 'approved', reason: '', requestId: 'own-approval' } as const
    await expect(
      settleThreshold({ warehouse: api.warehouse, now: api.clock.now() }, decision, own),
    ).rejects.toThrow('BUD_CHANGE_OWN')
    const body = { decision: 'approved', reason: '', requestId: 'by-supervision' }
    expect((await api.post('supervision', `/budget/threshold-changes/${id}/decision`, body)).status).toBe(403)
    expect((await decide(id, 'declined', 'without-reason', ' ')).status).toBe(400)
    expect((await decide('none', 'approved', 'of-nothing')).body.code).toBe('BUD_CHANGE_UNKNOWN')
    const approved = await decide(id, 'approved', 'approval-one')
    expect(approved.body).toMatchObject({
      run: 'next',
      change: { state: 'coming', inForceFrom: '2026-03-05' },
    })
    expect((await decide(id, 'approved', 'approval-one')).status).toBe(200)
    expect((await decide(id, 'declined', 'approval-two', '再想想')).body.code).toBe('BUD_CHANGE_SETTLED')
  })

  it('judges with the old value before its day and with the new one from that day on, in Shanghai', async () => {
    api.passDays(2)
    api.clock.advance(14 * 3600 + 3000)
    expect(api.clock.now().toISOString()).toBe('2026-03-04T15:50:00.000Z')
    expect(await check()).toBe(true)
    expect(await found()).toEqual(['101'])
    api.clock.advance(15 * 60)
    expect(await check()).toBe(true)
    expect((await found()).sort()).toEqual(['101', '102'])
    expect(await check()).toBe(false)
  })

  it('is shown on the finding and in the rule with who approved it and from which day', async () => {
    const { body: list } = await api.get<FindingList>('leader', '/budget/findings?rule=B25')
    const finding = await api.get<FindingDetail>('leader', `/budget/findings/${list.items[0]?.id ?? ''}`)
    expect(finding.body.threshold.map(({ value }) => value)).toContain(
      '20000 元（本机构设定：常委会领导批准，自 2026-03-05 起）',
    )
    const { thresholds, changes } = await read()
    expect(thresholds.find(({ key }) => key === 'single')).toMatchObject({
      value: 20_000,
      origin: '本机构设定',
      basis: '常委会领导批准，自 2026-03-05 起',
    })
    expect(changes.map(({ state }) => state)).toEqual(['in_force'])
  })

  it('approved late: holds from the approval, asks for a new run, and replaces the one before', async () => {
    const id = await standing('late', 100_000)
    api.passDays(2)
    const approved = await decide(id, 'approved', 'approval-three')
    expect(approved.body).toMatchObject({
      run: 'queued',
      change: { state: 'in_force', inForceFrom: '2026-03-07' },
    })
    await api.built.services.jobs.idle()
    expect(analyses).toBe(1)
    expect((await read()).changes.map(({ state }) => state)).toEqual(['in_force', 'replaced'])
  })

  it('can be withdrawn by the one who proposed it and declined with a reason; neither changes anything', async () => {
    const path = `/budget/threshold-changes/${await standing('slip', 5)}/withdrawal`
    const body = { reason: '写错了', requestId: 'withdrawal-one' }
    expect((await api.post('leader', path, body)).status).toBe(403)
    expect((await api.post<ThresholdChange>('supervision', path, body)).body.state).toBe('withdrawn')
    const declined = await decide(await standing('idea', 6), 'declined', 'declined-one', '依据不足')
    expect(declined.body).toMatchObject({
      run: 'none',
      change: { state: 'declined', outcome: { reason: '依据不足' } },
    })
    const { thresholds } = await read()
    expect(thresholds.find(({ key }) => key === 'single')?.value).toBe(100_000)
  })

  it('leaves a line in the audit for each step, done or refused', async () => {
    const log = await api.warehouse.query(apiQueries.accounts.audit, { action: null })
    const counted: Record<string, number> = {}
    for (const { action, outcome } of log)
      if (action.endsWith('threshold'))
        counted[`${action} ${outcome}`] = (counted[`${action} ${outcome}`] ?? 0) + 1
    expect(counted).toEqual({
      'decide-threshold ok': 4,
      'decide-threshold refused': 2,
      'propose-threshold ok': 2,
      'propose-threshold refused': 7,
      'withdraw-threshold ok': 1,
    })
  })
})
