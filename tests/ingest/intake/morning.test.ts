import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceStatements } from '#warehouse'
import { message, sendJson } from '#tests/json-source.ts'
import { at, openDesk, type Desk } from './desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

describe('the schedule and the morning', () => {
  beforeEach(async () => {
    await desk.intake.save('信箱', {
      title: '市长信箱',
      kind: 'petitions',
      http: { url: `${desk.server.url}/list`, records: 'rows', retries: 0 },
      schedule: { cron: '30 7 * * *', workdays: true, grace_minutes: 30 },
    })
    await desk.intake.plan('')
  })

  it('runs at its time, once, and is there', async () => {
    desk.clock.now = at('2026-03-02T07:29:00')
    expect(await desk.intake.plan('')).toEqual([])
    desk.clock.now = at('2026-03-02T07:30:10')
    const [planned] = await desk.intake.plan('')
    expect(planned).toMatchObject({
      source: '信箱',
      trigger: 'schedule',
      plannedAt: at('2026-03-02T07:30:00'),
    })
    await desk.run('信箱', planned?.plannedAt)
    expect(await desk.intake.plan('')).toEqual([])
    const row = await desk.standing('信箱')
    expect(row).toMatchObject({ state: 'arrived', reason: '新增或变化 2 行' })
    expect(row.metrics).toContain('petitions_total')
    desk.clock.now = at('2026-03-02T15:00:00')
    await desk.run('信箱')
    expect((await desk.standing('信箱')).state).toBe('arrived')
  })

  it('a run the server slept through is a red row that stays until it is made up for', async () => {
    desk.clock.now = at('2026-03-03T09:00:00')
    expect(await desk.intake.plan('服务没有运行')).toEqual([])
    expect(await desk.standing('信箱')).toEqual({
      state: 'missed',
      reason: '3月3日 07:30 应取；服务没有运行',
      metrics: expect.arrayContaining(['petitions_total']) as unknown,
    })
    expect((await desk.intake.log.runs('信箱', { limit: 9, offset: 0 })).map(({ type }) => type)).toEqual([
      'missed',
      'missed',
    ])
    await desk.run('信箱')
    const made = await desk.standing('信箱')
    expect(made.state).toBe('late')
    expect(made.reason).toContain('09:00 才到（服务没有运行）')
  })

  it('a missed run is made up for at once where the source asks for it', async () => {
    const { settings } = await desk.intake.find('信箱')
    await desk.intake.save('信箱', { ...settings, schedule: { cron: '30 7 * * *', catch_up: true } })
    await desk.intake.plan('')
    desk.clock.now = at('2026-03-03T09:00:00')
    expect(await desk.intake.plan('服务没有运行')).toMatchObject([{ source: '信箱', trigger: 'catch_up' }])
  })

  it('does not run on a day off, and a paused source is silent', async () => {
    desk.clock.now = at('2026-03-02T08:00:00')
    await desk.intake.plan('')
    await desk.intake.setPaused('信箱', true, '张示例')
    desk.clock.now = at('2026-03-05T09:00:00')
    expect(await desk.intake.plan('')).toEqual([])
    expect((await desk.standing('信箱')).state).toBe('paused')
    await desk.intake.setPaused('信箱', false, '张示例')
    expect(await desk.intake.plan('')).toEqual([])
    desk.clock.now = at('2026-03-06T08:30:00')
    await desk.intake.plan('')
    desk.clock.now = at('2026-03-08T07:30:10') // Sunday
    expect(await desk.intake.plan('')).toEqual([])
  })

  it('a broken source is 没到 with the reason, our own trouble is 失败', async () => {
    desk.clock.now = at('2026-03-02T07:30:10')
    desk.server.answer = (_, response) => response.setHeader('content-type', 'text/html').end('<html>')
    await expect(desk.run('信箱', at('2026-03-02T07:30:00'))).rejects.toMatchObject({ code: 'source_html' })
    const row = await desk.standing('信箱')
    expect(row.state).toBe('absent')
    expect(row.reason).toContain('网页')
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [{ 甲: 1 }] })
    }
    await desk.run('信箱')
    expect((await desk.standing('信箱')).state).toBe('failed')
  })

  it('an interrupted run is noted at the next start and asked for again', async () => {
    const event = {
      event_id: 'x',
      source: '信箱',
      type: 'started',
      happened_at: '2026-03-01T22:00:00Z',
      run_id: 'R1',
      actor: 'system',
    }
    const none = {
      planned_at: null,
      trigger_kind: 'schedule',
      outcome: null,
      error_code: null,
      message: null,
    }
    const counts = { files: null, rows_read: null, rows_accepted: null, rows_quarantined: null }
    const rest = { rows_unchanged: null, unbalanced: null, kinds: null, mark: null, detail: null }
    await desk.warehouse.execute(sourceStatements.addEvent, { ...event, ...none, ...counts, ...rest })
    expect((await desk.standing('信箱')).state).toBe('running')
    expect(await desk.intake.recover()).toMatchObject([{ source: '信箱', trigger: 'catch_up' }])
    expect((await desk.standing('信箱')).state).toBe('failed')
    expect(await desk.intake.recover()).toEqual([])
  })

  it('a run that is cut off because the service stops is asked for again at the next start', async () => {
    const stopping = AbortSignal.abort()
    await expect(
      desk.intake.run('信箱', { trigger: 'manual', actor: '张示例', signal: stopping }),
    ).rejects.toThrow()
    expect(await desk.intake.recover()).toMatchObject([{ source: '信箱', trigger: 'catch_up' }])
    await desk.run('信箱')
    expect((await desk.standing('信箱')).state).not.toBe('failed')
  })

  it('tells of rows in quarantine, and of data that has not come for too many working days', async () => {
    const { settings } = await desk.intake.find('信箱')
    await desk.intake.save('信箱', { ...settings, freshness: { workdays: 2 } })
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [message(1), message(2, { 留言时间: '去年某天' })] })
    }
    desk.clock.now = at('2026-03-02T07:30:10')
    await desk.run('信箱')
    expect(await desk.standing('信箱')).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('1 行') as unknown,
    })
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [message(1)] })
    }
    for (const day of ['03', '04', '05']) {
      desk.clock.now = at(`2026-03-${day}T07:30:10`)
      await desk.run('信箱')
    }
    const row = await desk.standing('信箱')
    expect(row.state).toBe('absent')
    expect(row.reason).toContain('3 个工作日没有新数据')
  })
})
