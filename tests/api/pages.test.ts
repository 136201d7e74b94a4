import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  BudgetExecution,
  FindingDetail,
  FindingList,
  Freshness,
  Lineage,
  LoadDetail,
  LoadList,
  Meta,
  MetricCards,
  MetricValue,
  Overview,
  PaymentList,
  Problem,
  QuarantineList,
  QuarantineGroups,
  RuleList,
  WallSnapshot,
  TopicDetail,
  TopicList,
  UnitBudget,
  VoiceDetail,
  VoiceList,
  VoiceOriginal,
} from '#contract'
import { apiQueries } from '#warehouse'
import { Harness } from './harness.ts'

let api: Harness
beforeAll(async () => {
  api = await Harness.start()
})
afterAll(async () => {
  await api.stop()
})

describe('meta and metrics', () => {
  it('offers the filters the data has', async () => {
    const { status, body } = await api.get<Meta>('leader', '/meta')
    expect(status).toBe(200)
    expect(body.years).toEqual([2025, 2024])
    expect(body.units).toEqual([
      { code: '102', name: '市住建局' },
      { code: '101', name: '市教育局' },
    ])
    expect(body.districts).toEqual(expect.arrayContaining(['东川区', '西山区']))
    expect(body.categories).toEqual(expect.arrayContaining(['城乡建设', '城建']))
    expect(body.publishVersion).toBe(api.warehouse.version())
  })

  it('answers every metric card with a value or the reason it is missing', async () => {
    const { body } = await api.get<MetricCards>('leader', '/metrics')
    expect(body.items.length).toBeGreaterThan(5)
    for (const card of body.items) {
      const { status, body: value } = await api.get<MetricValue>('leader', `/metrics/${card.name}`)
      expect(status).toBe(200)
      expect(value.value !== null || value.missingReason !== null).toBe(true)
      expect(value.computedAt).toMatch(/Z$/)
    }
  })

  it('answers an unknown metric with a problem', async () => {
    const { status, body, headers } = await api.get<Problem>('leader', '/metrics/no_such')
    expect(status).toBe(404)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({ code: 'API_NOT_FOUND', status: 404, instance: '/api/v1/metrics/no_such' })
  })
})

describe('topics', () => {
  it('ranks by the measure asked for', async () => {
    const byHeat = await api.get<TopicList>('research', '/topics')
    expect(byHeat.body.items.map((topic) => [topic.rank, topic.id])).toEqual([
      [1, 'K1'],
      [2, 'K2'],
    ])
    const byGrowth = await api.get<TopicList>('research', '/topics?rank_by=growth')
    expect(byGrowth.body.items.map((topic) => topic.id)).toEqual(['K2', 'K1'])
    expect(byGrowth.body.items[1]).toMatchObject({ rank: 2, places: ['东川区'], keywords: ['路灯'] })
  })

  it('counts only what the filter lets in', async () => {
    const path = `/topics?district=${encodeURIComponent('东川区')}&from=2025-01-15`
    const { body } = await api.get<TopicList>('research', path)
    expect(body.items.map((topic) => [topic.id, topic.voices, topic.voicesInFilter])).toEqual([['K1', 3, 1]])
  })

  it('explains the heat and quotes with record ids', async () => {
    const { body } = await api.get<TopicDetail>('research', '/topics/K1')
    expect(body.heatParts).toEqual([
      { name: 'volume', label: '件数', value: 3, score: 0.5, weight: 0.4, explain: '共 3 件' },
    ])
    expect(body.weeks).toHaveLength(1)
    expect(body.placeCounts).toEqual([
      { name: '东川区', voices: 2 },
      { name: '西山区', voices: 1 },
    ])
    expect(body.quotes.map((quote) => quote.recordId).sort()).toEqual(['T1', 'T2', 'T3'])
  })

  it('pages through the records without loss or repeat, in JSON and in Arrow', async () => {
    const first = await api.get<VoiceList>('research', '/topics/K1/records?limit=2')
    expect(first.body).toMatchObject({ total: 3 })
    const rest = await api.get<VoiceList>(
      'research',
      `/topics/K1/records?limit=2&cursor=${first.body.nextCursor ?? ''}`,
    )
    expect(rest.body.nextCursor).toBeNull()
    const ids = [...first.body.items, ...rest.body.items].map((voice) => voice.recordId)
    expect(ids).toEqual(['T3', 'T2', 'T1'])
    const arrow = await api.get('research', '/topics/K1/records', {
      accept: 'application/vnd.apache.arrow.stream',
    })
    expect(arrow.headers['content-type']).toBe('application/vnd.apache.arrow.stream')
    expect(arrow.text.length).toBeGreaterThan(100)
  })

  it('refuses a cursor that was changed', async () => {
    const { status, body } = await api.get<Problem>('research', '/topics?cursor=abc')
    expect([status, body.code]).toEqual([400, 'API_CURSOR_INVALID'])
  })
})

describe('voices', () => {
  it('filters by kind, place, status and words', async () => {
    const ids = async (query: string) =>
      (await api.get<VoiceList>('research', `/voices?${query}`)).body.items.map((voice) => voice.recordId)
    expect(await ids('kind=comments')).toEqual(['C1'])
    expect(await ids(`kind=petitions&status=replied`)).toEqual(['T1'])
    expect(await ids(`q=${encodeURIComponent('停车难')}`)).toEqual(['T9'])
    expect(await ids(`category=${encodeURIComponent('城乡建设')}`)).toEqual(['T1'])
    expect(await ids('status=overdue')).toEqual(['S2'])
    expect(await ids('topic=K2')).toEqual(['S1', 'S2'])
  })

  it('opens one with its classification and its way back to the file', async () => {
    const { body } = await api.get<VoiceDetail>('research', '/voices/petitions%3AT1')
    expect(body.classification).toMatchObject({ levels: ['城乡建设', '市政设施'], decidingWords: ['路灯'] })
    expect(body.sourceCategories).toEqual(['城建'])
    expect(body.lineage.map(({ step, file, row }) => [step, file, row])).toEqual([
      ['mart', null, null],
      ['source', '留言.csv', 2],
    ])
    expect(body.topics).toEqual([{ id: 'K1', title: '路灯不亮' }])
  })

  it('opens the sealed original only with permission and reason, and writes it down', async () => {
    const { body: masked } = await api.get<VoiceDetail>('research', '/voices/petitions%3AT9')
    expect(masked.sealedColumns).toEqual(['留言详情'])
    expect(JSON.stringify(masked)).not.toContain('13900000000')
    const path = '/voices/petitions%3AT9/original'
    expect((await api.post('leader', path, { reason: '核实联系方式' })).status).toBe(403)
    expect((await api.post('research', path, { reason: '    看看' })).status).toBe(400)
    const { body } = await api.post<VoiceOriginal>('research', path, { reason: '核实联系方式' })
    expect(body.fields[0]?.text).toContain('13900000000')
    const log = await api.warehouse.query(apiQueries.accounts.audit, { action: 'open-original' })
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({
      audit_id: body.auditId,
      object: 'petitions:T9',
      reason: '核实联系方式',
      role: 'research',
    })
  })
})

describe('budget', () => {
  it('compares each unit with linear and seasonal progress', async () => {
    const { body } = await api.get<BudgetExecution>('supervision', '/budget/execution')
    expect([body.fiscalYear, body.asOfMonth]).toEqual([2025, 3])
    expect(body.total).toMatchObject({ budget: '1500.50', paid: '300.30', payments: 2, findings: 2 })
    const school = body.items.find((unit) => unit.agencyCode === '101')
    expect(school?.rate).toBeCloseTo(0.3003, 6)
    expect(school?.linearProgress).toBeCloseTo(0.25, 6)
    expect(school?.seasonalProgress).toBeCloseTo(0.2, 6)
    expect(school?.gapToSeasonal).toBeCloseTo(0.1003, 6)
    expect(body.dataTime).toMatch(/^2025-/)
  })

  it('hides finding counts from roles that may not read findings', async () => {
    const { body } = await api.get<BudgetExecution>('research', '/budget/execution')
    expect(body.items.map((unit) => unit.findings)).toEqual([null, null])
  })

  it('drills from unit to line to payments, and the payments add up', async () => {
    const { body: unit } = await api.get<UnitBudget>('supervision', '/budget/units/101')
    expect(unit.months.map((month) => month.cumulativePaid)).toEqual(['100.10', '100.10', '300.30'])
    const line = unit.lines[0]
    expect(line).toMatchObject({ bgtId: 'B1', paid: '300.30', source: { file: '指标.csv', row: 3 } })
    const { body } = await api.get<PaymentList>('supervision', '/budget/lines/B1/payments')
    expect(body.totalAmount).toBe(line?.paid)
    expect(body.items.map((payment) => payment.certNo)).toEqual(['P2', 'P1'])
    const month = await api.get<PaymentList>('supervision', '/budget/payments?unit=101&year=2025&month=3')
    expect(month.body.items.map((payment) => payment.certNo)).toEqual(['P2'])
  })

  it('lists findings by weight and opens one with its rows', async () => {
    const { body } = await api.get<FindingList>('supervision', '/budget/findings')
    expect(body.items.map((finding) => finding.id)).toEqual(['F2', 'F1'])
    expect(body.bySeverity).toEqual([
      { severity: '红', findings: 1 },
      { severity: '橙', findings: 1 },
    ])
    const { body: one } = await api.get<FindingDetail>('supervision', '/budget/findings/F1')
    expect(one).toMatchObject({
      formulaFilled: '200.20 / 300.30 = 0.67',
      threshold: [{ label: '占比', value: '0.4' }],
      evidence: [{ label: '占比', value: '0.67' }],
      innocentCauses: ['合同约定年末结算'],
      rows: [{ recordKey: 'P2', file: '支付.csv', row: 5, amount: '200.20' }],
    })
    const { body: rules } = await api.get<RuleList>('supervision', '/budget/rules')
    expect(rules.items.map((rule) => [rule.rule, rule.status])).toEqual([
      ['B12', 'applied'],
      ['B38', 'not_applicable'],
    ])
  })
})

describe('ingest', () => {
  it('shows the ledger, where rows add up', async () => {
    const { body } = await api.get<LoadList>('data', '/ingest/loads')
    for (const load of body.items) expect(load.accepted + load.quarantined + load.unchanged).toBe(load.rows)
    const petitions = body.items.find((load) => load.fileName === '留言.csv')
    expect(petitions).toMatchObject({ quarantined: 1, reasons: [{ code: 'date_invalid', count: 1 }] })
    const { body: one } = await api.get<LoadDetail>('data', `/ingest/loads/${petitions?.loadId ?? ''}`)
    expect(one.isArchived).toBe(false)
    const file = await api.get<Problem>('data', `/ingest/loads/${petitions?.loadId ?? ''}/file`)
    expect([file.status, file.body.code]).toEqual([404, 'API_FILE_NOT_ARCHIVED'])
  })

  it('shows refused rows whole, to data staff only', async () => {
    const { body } = await api.get<QuarantineList>('data', '/ingest/quarantine?reason=date_invalid')
    expect(body.items[0]).toMatchObject({ row: 5, column: '留言时间' })
    expect(body.items[0]?.cells).toContainEqual(
      expect.objectContaining({ header: '留言时间', text: '去年', edited: null }),
    )
    expect((await api.get('leader', '/ingest/quarantine')).status).toBe(403)
    const { body: reasons } = await api.get<QuarantineGroups>('leader', '/ingest/quarantine/groups')
    expect(reasons.items).toMatchObject([{ kind: 'petitions', reason: 'date_invalid', open: 1 }])
  })

  it('says how fresh each source is', async () => {
    const { body } = await api.get<Freshness>('leader', '/ingest/freshness')
    const petitions = body.items.find((item) => item.kind === 'petitions')
    expect(petitions).toMatchObject({ rows: 4, quarantinedOpen: 1, dataTo: '2025-02-21' })
  })

  it('leads from a payment back to its file, account numbers covered', async () => {
    const { body } = await api.get<Lineage>('supervision', '/lineage/payments/P1')
    const source = body.steps[1]
    expect([source?.file, source?.row]).toEqual(['支付.csv', 4])
    expect(source?.cells).toContainEqual({
      header: '收款账号',
      text: '****2222',
      place: null,
      original: null,
    })
    expect((await api.get('supervision', '/lineage/payments/none')).status).toBe(404)
    expect((await api.get('supervision', '/lineage/voice_months/none')).status).toBe(404)
  })
})

describe('overview and wall', () => {
  it('puts the overview together from the same numbers', async () => {
    const { status, body } = await api.get<Overview>('leader', '/overview')
    expect(status).toBe(200)
    const voices = body.voicesByMonth.reduce((sum, month) => sum + month.voices, 0)
    expect(voices).toBe(8)
    expect(body.lateUnits[0]).toMatchObject({ unit: '市住建局', suggestions: 3, late: 1, unreplied: 1 })
    expect(body.findingsBySeverity).toContainEqual({ severity: '红', findings: 1, units: 1 })
    expect(body.executionByMonth.at(-1)).toMatchObject({ month: 3, cumulativePaid: '300.30' })
    expect(body.quarantined).toBe(1)
  })

  it('gives the wall everything in one answer, without personal text or units beside findings', async () => {
    const { status, body, text } = await api.get<WallSnapshot>('screen', '/wall/snapshot')
    expect(status).toBe(200)
    const contentOf = (key: string) => body.panels.find((panel) => panel.key === key)?.content
    expect(contentOf('overview/topics')).toMatchObject({
      form: 'bars',
      items: expect.arrayContaining([expect.objectContaining({ label: '路灯不亮', value: 3 })]) as unknown,
    })
    expect(contentOf('budget/accounts')).toMatchObject({
      form: 'progress',
      rows: [
        { label: '一般公共预算', total: '1000.00', done: '300.30', rate: 0.3003 },
        { label: '政府性基金预算', total: '500.50', done: '0.00', rate: 0 },
      ],
    })
    expect(text).not.toContain('小区门口')
    expect(text).not.toContain('示例单位')
  })
})
