import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Intake } from '#ingest'
import { apiQueries, openWarehouse, sourceStatements, type Warehouse } from '#warehouse'
import { JsonSource, message, sendJson } from '#tests/json-source.ts'
import { prepareHome } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

let dataDir: string
let warehouse: Warehouse
let intake: Intake
let now: Date
let server: JsonSource
let onSleep: () => void

const at = (text: string) => new Date(`${text}+08:00`)

beforeEach(async () => {
  dataDir = tempFolder()
  now = at('2026-03-02T07:00:00')
  onSleep = () => undefined
  await prepareHome(dataDir)
  warehouse = await openWarehouse({ dataDir, now: () => now })
  intake = new Intake({
    warehouse,
    dataDir,
    now: () => now,
    secret: () => undefined,
    tools: {
      sleep: async () => {
        onSleep()
      },
      random: () => 0,
    },
  })
  server = await JsonSource.start((_, response) => {
    sendJson(response, { rows: [message(1), message(2)] })
  })
})

afterEach(async () => {
  await server.stop()
  await warehouse.close()
})

const run = (name: string, plannedAt: Date | null = null) =>
  intake.run(name, { trigger: 'manual', plannedAt, actor: '张示例', signal: new AbortController().signal })
const standing = async (name: string) => {
  const { rows } = await intake.morning()
  const row = rows.find(({ source }) => source.name === name)
  return {
    state: row?.state,
    reason: row?.reason ?? '',
    metrics: row?.metrics.map((card) => card.name) ?? [],
  }
}
const ledger = () =>
  warehouse.query(apiQueries.ledger.loads, {
    source: null,
    kind: null,
    status: null,
    reconciled: null,
    load_id: null,
    limit: 50,
    offset: 0,
  })

describe('a pull', () => {
  beforeEach(async () => {
    await intake.save('信箱', {
      title: '市长信箱',
      kind: 'petitions',
      http: { url: `${server.url}/list`, records: 'rows', query: { since: '{since}' }, retries: 0 },
      incremental: { field: '更新时间', overlap_days: 2, start: '2026-01-01' },
    })
  })

  it('loads under its own name and asks again from a little before the last mark', async () => {
    expect(await run('信箱')).toMatchObject({ outcome: 'arrived', accepted: 2, rows: 2 })
    expect(await run('信箱')).toMatchObject({ outcome: 'unchanged', accepted: 0 })
    const [load] = await ledger()
    expect(load?.source).toBe('信箱')
    const asked = server.requests.map(({ url }) => new URL(url, server.url).searchParams.get('since'))
    // The records are dated after the clock: the mark stays at the time of the pull, two days are asked for again.
    expect(asked).toEqual(['2026-01-01 00:00:00', '2026-02-28 07:00:00'])
    expect(existsSync(join(dataDir, 'work', 'pulls')) && readdirSync(join(dataDir, 'work', 'pulls'))).toEqual(
      [],
    )
  })

  it('moves the mark only when the load is committed', async () => {
    server.answer = (_, response) => {
      sendJson(response, { rows: [{ 甲: 1, 更新时间: '2026-02-01 08:00:00' }] })
    }
    await expect(run('信箱')).resolves.toMatchObject({ outcome: 'failed' })
    server.answer = (_, response) => {
      sendJson(response, {}, 500)
    }
    await expect(run('信箱')).rejects.toMatchObject({ code: 'source_status' })
    server.answer = (_, response) => {
      sendJson(response, { rows: [message(1, { 更新时间: '2026-02-01 08:00:00' })] })
    }
    await run('信箱')
    await run('信箱')
    const asked = server.requests.map(({ url }) => new URL(url, server.url).searchParams.get('since'))
    expect(asked.slice(2)).toEqual(['2026-01-01 00:00:00', '2026-01-30 08:00:00'])
  })

  it('is asked for the same time again after an error in the body of a 200', async () => {
    const { settings } = await intake.find('信箱')
    await intake.save('信箱', { ...settings, incremental: { start: '2026-01-01' } })
    server.answer = (_, response) => {
      sendJson(response, { code: 500, msg: '系统繁忙，请稍后再试', rows: [] })
    }
    await expect(run('信箱')).rejects.toMatchObject({ code: 'source_refused' })
    expect((await standing('信箱')).reason).toContain('系统繁忙')
    await expect(run('信箱')).rejects.toMatchObject({ code: 'source_refused' })
    const asked = server.requests.map(({ url }) => new URL(url, server.url).searchParams.get('since'))
    expect(new Set(asked)).toEqual(new Set(['2026-01-01 00:00:00']))
  })

  it('is held to the total its source states, and stays where it was until it has it', async () => {
    const rows = [message(1, { 更新时间: '2026-02-01 08:00:00' })]
    server.answer = (_, response) => {
      sendJson(response, { total: 0, rows: [] })
    }
    expect(await run('信箱')).toMatchObject({ outcome: 'empty' })
    server.answer = (_, response) => {
      sendJson(response, { total: 2, rows: [] })
    }
    await expect(run('信箱')).rejects.toMatchObject({ code: 'source_short' })
    server.answer = (_, response) => {
      sendJson(response, { total: 2, rows })
    }
    expect(await run('信箱')).toMatchObject({ outcome: 'arrived', accepted: 1, unbalanced: 1 })
    expect((await ledger())[0]?.reconciled).toBe('unbalanced')
    expect(await standing('信箱')).toMatchObject({
      state: 'unbalanced',
      reason: expect.stringContaining('对方说有 2 条，只取到 1 条') as unknown,
    })
    await run('信箱')
    const asked = server.requests.map(({ url }) => new URL(url, server.url).searchParams.get('since'))
    expect(new Set(asked)).toEqual(new Set(['2026-01-01 00:00:00']))
  })

  it('does not overlap itself', async () => {
    const [first, second] = await Promise.allSettled([run('信箱'), run('信箱')])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const failed = [first, second].find((one) => one.status === 'rejected')
    expect(failed?.status === 'rejected' && failed.reason).toMatchObject({ code: 'source_busy' })
  })

  it('says when no record has the field it goes by', async () => {
    server.answer = (_, response) => {
      sendJson(response, { rows: [message(1, { 更新时间: '不详' })] })
    }
    await expect(run('信箱')).rejects.toMatchObject({ code: 'source_cursor' })
  })

  it('shows its first rows and what they would become, without storing anything', async () => {
    const source = await intake.find('信箱')
    server.answer = (_, response) => {
      sendJson(response, { rows: [message(1, { 留言详情: '请打 13800138000 找我', 备用: 'x' })] })
    }
    const preview = await intake.preview(source, new AbortController().signal)
    expect(preview.kind).toBe('petitions')
    expect(preview.columns.find(({ header }) => header === '留言主题')?.field).toBeTruthy()
    expect(preview.columns.find(({ header }) => header === '备用')?.field).toBeNull()
    expect(JSON.stringify(preview.rows)).not.toContain('13800138000')
    expect(await ledger()).toEqual([])
  })
})

describe('a watched folder', () => {
  const header = '留言编号,留言主题,留言详情,留言时间\n'
  const row = (number: number) => `LY${number},路灯不亮,示例小区门口路灯不亮,2026-03-01 08:00:00\n`
  let folder: string

  beforeEach(async () => {
    await intake.save('来件', { title: '来件文件夹', kind: 'petitions', folder: {} })
    folder = join(dataDir, 'inbox', '来件')
    mkdirSync(folder, { recursive: true })
  })

  it('takes finished files, leaves half-written and temporary ones, and deletes nothing', async () => {
    writeFileSync(join(folder, '三月.csv'), header + row(1))
    writeFileSync(join(folder, '三月.对账.csv'), '项目,值\n行数,1\n')
    writeFileSync(join(folder, '在写.csv'), header)
    for (const name of ['~$三月.xlsx', '下载.csv.part', 'x.tmp', '.hidden.csv'])
      writeFileSync(join(folder, name), 'x')
    onSleep = () => {
      appendFileSync(join(folder, '在写.csv'), row(2))
    }
    expect(await run('来件')).toMatchObject({ outcome: 'arrived', files: 1, accepted: 1 })
    expect(readdirSync(join(folder, 'done', '2026-03')).sort()).toEqual(['三月.csv', '三月.对账.csv'])
    expect(readdirSync(folder).filter((name) => name.includes('在写'))).toEqual(['在写.csv'])
    onSleep = () => undefined
    expect(await run('来件')).toMatchObject({ outcome: 'arrived', files: 1 })
    expect(readdirSync(folder).sort()).toEqual(
      ['.hidden.csv', '.processing', 'done', 'x.tmp', '~$三月.xlsx', '下载.csv.part'].sort(),
    )
  })

  it('puts a file it cannot read aside with the reason, and takes the others', async () => {
    writeFileSync(join(folder, '好.csv'), header + row(1))
    writeFileSync(join(folder, '坏.csv'), '甲,乙\n1,2\n')
    const result = await run('来件')
    expect(result).toMatchObject({ outcome: 'arrived', files: 2, accepted: 1 })
    expect(readdirSync(join(folder, 'refused')).sort()).toEqual(['坏.csv', '坏.csv.原因.txt'])
    expect(readFileSync(join(folder, 'refused', '坏.csv.原因.txt'), 'utf8')).toContain('坏.csv')
  })

  it('remembers a refused file until it comes again and loads, or is taken away', async () => {
    const refuse = async (name: string) => {
      writeFileSync(join(folder, name), '甲,乙\n1,2\n')
      await run('来件')
    }
    await refuse('二月.csv')
    await run('来件')
    const sent = await standing('来件')
    expect(sent.state).toBe('failed')
    expect(sent.reason).toMatch(/^二月\.csv被退回：.*改好后放回监控文件夹/)
    await refuse('二月.csv')
    expect((await standing('来件')).reason).toContain('等 2 个文件')
    writeFileSync(join(folder, '二月.csv'), header + row(1))
    await run('来件')
    expect((await standing('来件')).state).toBe('arrived')
    await refuse('三月.csv')
    rmSync(join(folder, 'refused', '三月.csv'))
    await run('来件')
    expect((await standing('来件')).state).toBe('arrived')
  })

  it('has not come while nothing ever did, and is late once its term has passed', async () => {
    const { settings } = await intake.find('来件')
    await intake.save('来件', { ...settings, freshness: { workdays: 0 } })
    await intake.plan('')
    await run('来件')
    expect(await standing('来件')).toMatchObject({ state: 'never', reason: '还没有到过数据：来源正常' })
    now = at('2026-03-03T07:00:00')
    await run('来件')
    expect(await standing('来件')).toMatchObject({
      state: 'absent',
      reason: '还没有到过新数据：登记以来已 1 个工作日（期限 0 个工作日）',
    })
    writeFileSync(join(folder, '三月.csv'), header + row(1))
    await run('来件')
    expect((await standing('来件')).state).toBe('arrived')
  })

  it('refuses an empty file, and names what it does not take', async () => {
    writeFileSync(join(folder, '空.csv'), '')
    expect(await run('来件')).toMatchObject({ outcome: 'failed', errorCode: 'file_empty', files: 1 })
    rmSync(join(folder, 'refused', '空.csv'))
    mkdirSync(join(folder, '旧的'))
    expect((await run('来件')).message).toBeNull()
    writeFileSync(join(folder, '旧的', '一月.csv'), header + row(1))
    symlinkSync(join(folder, '旧的', '一月.csv'), join(folder, '快捷.csv'))
    expect(await run('来件')).toMatchObject({ outcome: 'empty', files: 0 })
    expect((await standing('来件')).reason).toContain('没有接入子文件夹“旧的”、链接“快捷.csv”')
  })

  it('keeps files of one name apart, and takes along what an interrupted run left', async () => {
    mkdirSync(join(folder, '.processing'))
    writeFileSync(join(folder, '.processing', '甲.csv'), header + row(1))
    writeFileSync(join(folder, '甲.csv'), header + row(2))
    expect(await run('来件')).toMatchObject({ files: 2, accepted: 2 })
    expect(readdirSync(join(folder, 'done', '2026-03')).sort()).toEqual(['甲(2).csv', '甲.csv'])
  })

  it('is run when files lie still from one look to the next', async () => {
    expect(await intake.plan('')).toEqual([])
    writeFileSync(join(folder, '甲.csv'), header)
    expect(await intake.plan('')).toEqual([])
    appendFileSync(join(folder, '甲.csv'), row(1))
    expect(await intake.plan('')).toEqual([])
    expect(await intake.plan('')).toMatchObject([{ source: '来件', trigger: 'watch' }])
  })

  it('says what is wrong with a folder that is not there', async () => {
    await intake.save('网盘', { title: '网盘', folder: { path: '/nowhere/at-all' } })
    await expect(run('网盘')).rejects.toMatchObject({ code: 'source_folder' })
    expect(await standing('网盘')).toMatchObject({ state: 'absent' })
  })
})

describe('the schedule and the morning', () => {
  beforeEach(async () => {
    await intake.save('信箱', {
      title: '市长信箱',
      kind: 'petitions',
      http: { url: `${server.url}/list`, records: 'rows', retries: 0 },
      schedule: { cron: '30 7 * * *', workdays: true, grace_minutes: 30 },
    })
    await intake.plan('')
  })

  it('runs at its time, once, and is there', async () => {
    now = at('2026-03-02T07:29:00')
    expect(await intake.plan('')).toEqual([])
    now = at('2026-03-02T07:30:10')
    const [planned] = await intake.plan('')
    expect(planned).toMatchObject({
      source: '信箱',
      trigger: 'schedule',
      plannedAt: at('2026-03-02T07:30:00'),
    })
    await run('信箱', planned?.plannedAt)
    expect(await intake.plan('')).toEqual([])
    const row = await standing('信箱')
    expect(row).toMatchObject({ state: 'arrived', reason: '新增或变化 2 行' })
    expect(row.metrics).toContain('petitions_total')
    now = at('2026-03-02T15:00:00')
    await run('信箱')
    expect((await standing('信箱')).state).toBe('arrived')
  })

  it('a run the server slept through is a red row that stays until it is made up for', async () => {
    now = at('2026-03-03T09:00:00')
    expect(await intake.plan('服务没有运行')).toEqual([])
    expect(await standing('信箱')).toEqual({
      state: 'missed',
      reason: '3月3日 07:30 应取；服务没有运行',
      metrics: expect.arrayContaining(['petitions_total']) as unknown,
    })
    expect((await intake.log.runs('信箱', { limit: 9, offset: 0 })).map(({ type }) => type)).toEqual([
      'missed',
      'missed',
    ])
    await run('信箱')
    const made = await standing('信箱')
    expect(made.state).toBe('late')
    expect(made.reason).toContain('09:00 才到（服务没有运行）')
  })

  it('a missed run is made up for at once where the source asks for it', async () => {
    const { settings } = await intake.find('信箱')
    await intake.save('信箱', { ...settings, schedule: { cron: '30 7 * * *', catch_up: true } })
    await intake.plan('')
    now = at('2026-03-03T09:00:00')
    expect(await intake.plan('服务没有运行')).toMatchObject([{ source: '信箱', trigger: 'catch_up' }])
  })

  it('does not run on a day off, and a paused source is silent', async () => {
    now = at('2026-03-02T08:00:00')
    await intake.plan('')
    await intake.setPaused('信箱', true, '张示例')
    now = at('2026-03-05T09:00:00')
    expect(await intake.plan('')).toEqual([])
    expect((await standing('信箱')).state).toBe('paused')
    await intake.setPaused('信箱', false, '张示例')
    expect(await intake.plan('')).toEqual([])
    now = at('2026-03-06T08:30:00')
    await intake.plan('')
    now = at('2026-03-08T07:30:10') // Sunday
    expect(await intake.plan('')).toEqual([])
  })

  it('a broken source is 没到 with the reason, our own trouble is 失败', async () => {
    now = at('2026-03-02T07:30:10')
    server.answer = (_, response) => response.setHeader('content-type', 'text/html').end('<html>')
    await expect(run('信箱', at('2026-03-02T07:30:00'))).rejects.toMatchObject({ code: 'source_html' })
    const row = await standing('信箱')
    expect(row.state).toBe('absent')
    expect(row.reason).toContain('网页')
    server.answer = (_, response) => {
      sendJson(response, { rows: [{ 甲: 1 }] })
    }
    await run('信箱')
    expect((await standing('信箱')).state).toBe('failed')
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
    await warehouse.execute(sourceStatements.addEvent, { ...event, ...none, ...counts, ...rest })
    expect((await standing('信箱')).state).toBe('running')
    expect(await intake.recover()).toMatchObject([{ source: '信箱', trigger: 'catch_up' }])
    expect((await standing('信箱')).state).toBe('failed')
    expect(await intake.recover()).toEqual([])
  })

  it('a run that is cut off because the service stops is asked for again at the next start', async () => {
    const stopping = AbortSignal.abort()
    await expect(
      intake.run('信箱', { trigger: 'manual', actor: '张示例', signal: stopping }),
    ).rejects.toThrow()
    expect(await intake.recover()).toMatchObject([{ source: '信箱', trigger: 'catch_up' }])
    await run('信箱')
    expect((await standing('信箱')).state).not.toBe('failed')
  })

  it('tells of rows in quarantine, and of data that has not come for too many working days', async () => {
    const { settings } = await intake.find('信箱')
    await intake.save('信箱', { ...settings, freshness: { workdays: 2 } })
    server.answer = (_, response) => {
      sendJson(response, { rows: [message(1), message(2, { 留言时间: '去年某天' })] })
    }
    now = at('2026-03-02T07:30:10')
    await run('信箱')
    expect(await standing('信箱')).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('1 行') as unknown,
    })
    server.answer = (_, response) => {
      sendJson(response, { rows: [message(1)] })
    }
    for (const day of ['03', '04', '05']) {
      now = at(`2026-03-${day}T07:30:10`)
      await run('信箱')
    }
    const row = await standing('信箱')
    expect(row.state).toBe('absent')
    expect(row.reason).toContain('3 个工作日没有新数据')
  })
})
