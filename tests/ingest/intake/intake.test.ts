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
import { message, sendJson } from '#tests/json-source.ts'
import { at, openDesk, type Desk } from './desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

describe('a pull', () => {
  beforeEach(async () => {
    await desk.intake.save('信箱', {
      title: '市长信箱',
      kind: 'petitions',
      http: { url: `${desk.server.url}/list`, records: 'rows', query: { since: '{since}' }, retries: 0 },
      incremental: { field: '更新时间', overlap_days: 2, start: '2026-01-01' },
    })
  })

  it('loads under its own name and asks again from a little before the last mark', async () => {
    expect(await desk.run('信箱')).toMatchObject({ outcome: 'arrived', accepted: 2, rows: 2 })
    expect(await desk.run('信箱')).toMatchObject({ outcome: 'unchanged', accepted: 0 })
    const [load] = await desk.ledger()
    expect(load?.source).toBe('信箱')
    const asked = desk.server.requests.map(({ url }) =>
      new URL(url, desk.server.url).searchParams.get('since'),
    )
    // The records are dated after the clock: the mark stays at the time of the pull, two days are asked for again.
    expect(asked).toEqual(['2026-01-01 00:00:00', '2026-02-28 07:00:00'])
    expect(
      existsSync(join(desk.dataDir, 'work', 'pulls')) && readdirSync(join(desk.dataDir, 'work', 'pulls')),
    ).toEqual([])
  })

  it('moves the mark only when the load is committed', async () => {
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [{ 甲: 1, 更新时间: '2026-02-01 08:00:00' }] })
    }
    await expect(desk.run('信箱')).resolves.toMatchObject({ outcome: 'failed' })
    desk.server.answer = (_, response) => {
      sendJson(response, {}, 500)
    }
    await expect(desk.run('信箱')).rejects.toMatchObject({ code: 'source_status' })
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [message(1, { 更新时间: '2026-02-01 08:00:00' })] })
    }
    await desk.run('信箱')
    await desk.run('信箱')
    const asked = desk.server.requests.map(({ url }) =>
      new URL(url, desk.server.url).searchParams.get('since'),
    )
    expect(asked.slice(2)).toEqual(['2026-01-01 00:00:00', '2026-01-30 08:00:00'])
  })

  it('is asked for the same time again after an error in the body of a 200', async () => {
    const { settings } = await desk.intake.find('信箱')
    await desk.intake.save('信箱', { ...settings, incremental: { start: '2026-01-01' } })
    desk.server.answer = (_, response) => {
      sendJson(response, { code: 500, msg: '系统繁忙，请稍后再试', rows: [] })
    }
    await expect(desk.run('信箱')).rejects.toMatchObject({ code: 'source_refused' })
    expect((await desk.standing('信箱')).reason).toContain('系统繁忙')
    await expect(desk.run('信箱')).rejects.toMatchObject({ code: 'source_refused' })
    const asked = desk.server.requests.map(({ url }) =>
      new URL(url, desk.server.url).searchParams.get('since'),
    )
    expect(new Set(asked)).toEqual(new Set(['2026-01-01 00:00:00']))
  })

  it('is held to the total its source states, and stays where it was until it has it', async () => {
    const rows = [message(1, { 更新时间: '2026-02-01 08:00:00' })]
    desk.server.answer = (_, response) => {
      sendJson(response, { total: 0, rows: [] })
    }
    expect(await desk.run('信箱')).toMatchObject({ outcome: 'empty' })
    desk.server.answer = (_, response) => {
      sendJson(response, { total: 2, rows: [] })
    }
    await expect(desk.run('信箱')).rejects.toMatchObject({ code: 'source_short' })
    desk.server.answer = (_, response) => {
      sendJson(response, { total: 2, rows })
    }
    expect(await desk.run('信箱')).toMatchObject({ outcome: 'arrived', accepted: 1, unbalanced: 1 })
    expect((await desk.ledger())[0]?.reconciled).toBe('unbalanced')
    expect(await desk.standing('信箱')).toMatchObject({
      state: 'unbalanced',
      reason: expect.stringContaining('对方说有 2 条，只取到 1 条') as unknown,
    })
    await desk.run('信箱')
    const asked = desk.server.requests.map(({ url }) =>
      new URL(url, desk.server.url).searchParams.get('since'),
    )
    expect(new Set(asked)).toEqual(new Set(['2026-01-01 00:00:00']))
  })

  it('does not overlap itself', async () => {
    const [first, second] = await Promise.allSettled([desk.run('信箱'), desk.run('信箱')])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const failed = [first, second].find((one) => one.status === 'rejected')
    expect(failed?.status === 'rejected' && failed.reason).toMatchObject({ code: 'source_busy' })
  })

  it('says when no record has the field it goes by', async () => {
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [message(1, { 更新时间: '不详' })] })
    }
    await expect(desk.run('信箱')).rejects.toMatchObject({ code: 'source_cursor' })
  })

  it('shows its first rows and what they would become, without storing anything', async () => {
    const source = await desk.intake.find('信箱')
    desk.server.answer = (_, response) => {
      sendJson(response, { rows: [message(1, { 留言详情: '请打 13800138000 找我', 备用: 'x' })] })
    }
    const preview = await desk.intake.preview(source, new AbortController().signal)
    expect(preview.kind).toBe('petitions')
    expect(preview.columns.find(({ header }) => header === '留言主题')?.field).toBeTruthy()
    expect(preview.columns.find(({ header }) => header === '备用')?.field).toBeNull()
    expect(JSON.stringify(preview.rows)).not.toContain('13800138000')
    expect(await desk.ledger()).toEqual([])
  })
})

describe('a watched folder', () => {
  const header = '留言编号,留言主题,留言详情,留言时间\n'
  const row = (number: number) => `LY${number},路灯不亮,示例小区门口路灯不亮,2026-03-01 08:00:00\n`
  let folder: string

  beforeEach(async () => {
    await desk.intake.save('来件', { title: '来件文件夹', kind: 'petitions', folder: {} })
    folder = join(desk.dataDir, 'inbox', '来件')
    mkdirSync(folder, { recursive: true })
  })

  it('takes finished files, leaves half-written and temporary ones, and deletes nothing', async () => {
    writeFileSync(join(folder, '三月.csv'), header + row(1))
    writeFileSync(join(folder, '三月.对账.csv'), '项目,值\n行数,1\n')
    writeFileSync(join(folder, '在写.csv'), header)
    for (const name of ['~$三月.xlsx', '下载.csv.part', 'x.tmp', '.hidden.csv'])
      writeFileSync(join(folder, name), 'x')
    desk.clock.onSleep = () => {
      appendFileSync(join(folder, '在写.csv'), row(2))
    }
    expect(await desk.run('来件')).toMatchObject({ outcome: 'arrived', files: 1, accepted: 1 })
    expect(readdirSync(join(folder, 'done', '2026-03')).sort()).toEqual(['三月.csv', '三月.对账.csv'])
    expect(readdirSync(folder).filter((name) => name.includes('在写'))).toEqual(['在写.csv'])
    desk.clock.onSleep = () => undefined
    expect(await desk.run('来件')).toMatchObject({ outcome: 'arrived', files: 1 })
    expect(readdirSync(folder).sort()).toEqual(
      ['.hidden.csv', '.processing', 'done', 'x.tmp', '~$三月.xlsx', '下载.csv.part'].sort(),
    )
  })

  it('puts a file it cannot read aside with the reason, and takes the others', async () => {
    writeFileSync(join(folder, '好.csv'), header + row(1))
    writeFileSync(join(folder, '坏.csv'), '甲,乙\n1,2\n')
    const result = await desk.run('来件')
    expect(result).toMatchObject({ outcome: 'arrived', files: 2, accepted: 1 })
    expect(readdirSync(join(folder, 'refused')).sort()).toEqual(['坏.csv', '坏.csv.原因.txt'])
    expect(readFileSync(join(folder, 'refused', '坏.csv.原因.txt'), 'utf8')).toContain('坏.csv')
  })

  it('remembers a refused file until it comes again and loads, or is taken away', async () => {
    const refuse = async (name: string) => {
      writeFileSync(join(folder, name), '甲,乙\n1,2\n')
      await desk.run('来件')
    }
    await refuse('二月.csv')
    await desk.run('来件')
    const sent = await desk.standing('来件')
    expect(sent.state).toBe('failed')
    expect(sent.reason).toMatch(/^二月\.csv被退回：.*改好后放回监控文件夹/)
    await refuse('二月.csv')
    expect((await desk.standing('来件')).reason).toContain('等 2 个文件')
    writeFileSync(join(folder, '二月.csv'), header + row(1))
    await desk.run('来件')
    expect((await desk.standing('来件')).state).toBe('arrived')
    await refuse('三月.csv')
    rmSync(join(folder, 'refused', '三月.csv'))
    await desk.run('来件')
    expect((await desk.standing('来件')).state).toBe('arrived')
  })

  it('has not come while nothing ever did, and is late once its term has passed', async () => {
    const { settings } = await desk.intake.find('来件')
    await desk.intake.save('来件', { ...settings, freshness: { workdays: 0 } })
    await desk.intake.plan('')
    await desk.run('来件')
    expect(await desk.standing('来件')).toMatchObject({ state: 'never', reason: '还没有到过数据：来源正常' })
    desk.clock.now = at('2026-03-03T07:00:00')
    await desk.run('来件')
    expect(await desk.standing('来件')).toMatchObject({
      state: 'absent',
      reason: '还没有到过新数据：登记以来已 1 个工作日（期限 0 个工作日）',
    })
    writeFileSync(join(folder, '三月.csv'), header + row(1))
    await desk.run('来件')
    expect((await desk.standing('来件')).state).toBe('arrived')
  })

  it('refuses an empty file, and names what it does not take', async () => {
    writeFileSync(join(folder, '空.csv'), '')
    expect(await desk.run('来件')).toMatchObject({ outcome: 'failed', errorCode: 'file_empty', files: 1 })
    rmSync(join(folder, 'refused', '空.csv'))
    mkdirSync(join(folder, '旧的'))
    expect((await desk.run('来件')).message).toBeNull()
    writeFileSync(join(folder, '旧的', '一月.csv'), header + row(1))
    symlinkSync(join(folder, '旧的', '一月.csv'), join(folder, '快捷.csv'))
    expect(await desk.run('来件')).toMatchObject({ outcome: 'empty', files: 0 })
    expect((await desk.standing('来件')).reason).toContain('没有接入子文件夹“旧的”、链接“快捷.csv”')
  })

  it('keeps files of one name apart, and takes along what an interrupted run left', async () => {
    mkdirSync(join(folder, '.processing'))
    writeFileSync(join(folder, '.processing', '甲.csv'), header + row(1))
    writeFileSync(join(folder, '甲.csv'), header + row(2))
    expect(await desk.run('来件')).toMatchObject({ files: 2, accepted: 2 })
    expect(readdirSync(join(folder, 'done', '2026-03')).sort()).toEqual(['甲(2).csv', '甲.csv'])
  })

  it('is run when files lie still from one look to the next', async () => {
    expect(await desk.intake.plan('')).toEqual([])
    writeFileSync(join(folder, '甲.csv'), header)
    expect(await desk.intake.plan('')).toEqual([])
    appendFileSync(join(folder, '甲.csv'), row(1))
    expect(await desk.intake.plan('')).toEqual([])
    expect(await desk.intake.plan('')).toMatchObject([{ source: '来件', trigger: 'watch' }])
  })

  it('says what is wrong with a folder that is not there', async () => {
    await desk.intake.save('网盘', { title: '网盘', folder: { path: '/nowhere/at-all' } })
    await expect(desk.run('网盘')).rejects.toMatchObject({ code: 'source_folder' })
    expect(await desk.standing('网盘')).toMatchObject({ state: 'absent' })
  })
})
