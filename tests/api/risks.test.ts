import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReplyList, ReplySummary, RiskDetail, RiskList, Role, VoiceReplyScore } from '#contract'
import { runAnalysis } from '#analysis'
import { apiQueries } from '#warehouse'
import { loadRows, petition } from '../helpers/loads.ts'
import { Harness } from './harness.ts'

const WORDS = ['虚构的危险', '三十名工人', '跳下去', '冒火花']
let api: Harness

beforeAll(async () => {
  api = await Harness.start()
  await loadRows(api.warehouse, {
    kind: 'petitions',
    fileName: '急件.csv',
    rows: [
      petition('U1', {
        title: '虚构的危险一',
        body: '老板拖欠我们三十名工人的工资，工友今天说要从楼上跳下去，请救人。',
        created_at: '2025-03-01T02:00:00Z',
      }),
      petition('U2', {
        title: '虚构的危险二',
        body: '请问路灯何时修好？楼道里配电箱冒火花，居民都不敢出门。',
        created_at: '2025-03-02T02:00:00Z',
        reply: '网友您好！经核实，配电箱线路老化，已于3月5日更换，路灯将于3月10日前修好。感谢您的关注！',
        replied_at: '2025-03-06T02:00:00Z',
      }),
      petition('U3', {
        title: '另一件',
        body: '请问公交线路何时调整？',
        created_at: '2025-03-02T02:00:00Z',
        reply: '留言已收悉。',
        replied_at: '2025-06-06T02:00:00Z',
      }),
    ],
  })
  const context = {
    warehouse: api.warehouse,
    modelsDir: `${api.dataDir}/models`,
    now: api.clock.now(),
    log: () => undefined,
  }
  await runAnalysis(context, { only: ['voices', 'replies'] })
})
afterAll(async () => {
  await api.stop()
})

const U1 = 'petitions:U1'
const listOf = async (role: Role, query = '') => (await api.get<RiskList>(role, `/risks${query}`)).body

describe('risks', () => {
  it('come to the named role first, with words and sentence; the others learn how many wait', async () => {
    const mine = await listOf('research')
    const first = mine.items.find((item) => item.voiceId === U1)
    expect(first).toMatchObject({ level: '紧急', status: '待处理', roleLabel: '研究室' })
    expect(first?.kinds).toEqual(expect.arrayContaining(['自伤轻生', '拖欠工资']))
    expect(first?.reasons.some((reason) => reason.sentence.includes(reason.words))).toBe(true)
    const theirs = await listOf('leader')
    expect(theirs.items).toEqual([])
    expect(theirs.waitingElsewhere).toEqual([{ roleLabel: '研究室', voices: mine.total }])
    expect((await api.get<RiskDetail>('leader', `/risks/${U1}`)).body.risk).toBeNull()
  })

  it('are not handled by a role whose turn it is not', async () => {
    const answer = await api.post('leader', `/risks/${U1}/handling`, { status: '已阅' })
    expect(answer.status).toBe(404)
  })

  it('leave the waiting list when handled, are then seen by others, and the audit log says by whom', async () => {
    const answer = await api.post<RiskDetail>('research', `/risks/${U1}/handling`, {
      status: '已转办',
      note: '已电话告知示例街道',
    })
    expect(answer.body.risk).toMatchObject({ status: '已转办', handlings: [{ note: '已电话告知示例街道' }] })
    const waiting = await listOf('research', `?status=${encodeURIComponent('待处理')}`)
    expect(waiting.items.map((item) => item.voiceId)).not.toContain(U1)
    expect((await listOf('leader')).items.map((item) => item.voiceId)).toEqual([U1])
    const log = await api.warehouse.query(apiQueries.accounts.audit, { action: 'handle-risk' })
    expect(JSON.stringify(log)).toContain('handle-risk')
  })

  it('are refused to the wall, and no answer the wall can get speaks of them', async () => {
    expect((await api.get('screen', '/risks')).status).toBe(403)
    expect((await api.get('screen', `/risks/${U1}`)).status).toBe(403)
    const open = api.built.routes.filter(
      (route) =>
        route.method === 'GET' &&
        // A stream has no end to wait for; what it says is what the snapshot says.
        !route.url.endsWith('/events') &&
        ['screen:read', 'session:own'].includes(route.config?.permission ?? ''),
    )
    expect(open.map(({ url }) => url)).toContain('/api/v1/wall/snapshot')
    for (const route of open) {
      const { text } = await api.get('screen', route.url.replace(/:\w+/g, 'x'))
      for (const word of WORDS) expect([route.url, text.includes(word)]).toEqual([route.url, false])
    }
  })

  it('refuses an unknown state', async () => {
    expect((await api.post('research', `/risks/${U1}/handling`, { status: '算了' })).status).toBe(400)
  })
})

describe('reply quality', () => {
  it('lists the worst first with what was not answered', async () => {
    const { items } = (await api.get<ReplyList>('research', '/replies')).body
    expect(items[0]).toMatchObject({ voiceId: 'petitions:U3', isAcknowledgement: true })
    expect(items[0]?.reasons[0]).toContain('只告知收悉或转办')
    expect(items[0]?.openAsks).toEqual(['请问公交线路何时调整？'])
    const shown = (await api.get<ReplyList>('research', '/replies?show=acknowledgement')).body
    expect(shown.items.every((item) => item.isAcknowledgement)).toBe(true)
  })

  it('sums up over the same replies', async () => {
    const all = (await api.get<ReplySummary>('research', '/replies/summary')).body
    const list = (await api.get<ReplyList>('research', '/replies')).body
    expect(all.replies).toBe(list.total)
    expect(all.distribution.reduce((sum, count) => sum + count, 0)).toBe(all.replies)
    expect(all.units.every((unit) => unit.bestRank === null || unit.replies >= 8)).toBe(true)
  })

  it('lays each ask beside the sentence that answers it', async () => {
    const { body } = await api.get<VoiceReplyScore>('research', '/voices/petitions:U2/reply-score')
    const ask = body.assessment?.asks.find((one) => one.text.includes('路灯'))
    expect(ask).toMatchObject({ state: 'answered', kind: '时间' })
    expect(ask?.answers.join('')).toContain('路灯将于3月10日前修好')
    const none = await api.get<VoiceReplyScore>('research', '/voices/petitions:U1/reply-score')
    expect(none.body.assessment).toBeNull()
  })

  it('scores again only what changed', async () => {
    const context = {
      warehouse: api.warehouse,
      modelsDir: `${api.dataDir}/models`,
      now: api.clock.now(),
      log: () => undefined,
    }
    await loadRows(api.warehouse, {
      kind: 'petitions',
      fileName: '新答复.csv',
      rows: [petition('U9', { title: '新的一件', reply: '已收悉。', replied_at: '2025-06-07T02:00:00Z' })],
    })
    const reports = await runAnalysis(context, { only: ['replies'] })
    expect(reports.find((report) => report.name === 'replies')).toMatchObject({ rows: 1, skipped: false })
  })
})
