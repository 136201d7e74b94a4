import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse, wallQueries, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'

let home: string
let warehouse: Warehouse

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'huizhi-wall-'))
  await prepareHome(join(home, 'data'))
  warehouse = await openWarehouse({ dataDir: join(home, 'data') })
}, 60_000)

afterAll(async () => {
  await warehouse.close()
  rmSync(home, { recursive: true, force: true })
})

async function ingest(name: string, day: string, lines: readonly string[]) {
  const path = join(home, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return ingestPaths(warehouse, [path], {
    dataDir: join(home, 'data'),
    actor: '测试',
    now: () => new Date(`${day}T02:00:00Z`),
  })
}

describe('会议与决定任免', () => {
  it('comes from a list of agenda items to meetings, drafts and decisions', async () => {
    const result = await ingest('议题.csv', '2026-10-30', [
      '会议名称,召开日期,议题序号,议题类别,议题名称,审议阶段,审议结果,赞成票,反对票,弃权票,法规草案',
      '第一次会议,2026-08-26,1,立法,审议示例条例,第一次审议,暂不付表决,,,,《示例条例（草案）》',
      '第一次会议,2026-08-26,2,人事任免,任命张示例为示例局局长,,通过,40,1,2,',
      '第二次会议,2026-10-26,1,法规案,审议示例条例,表决,通过,41,0,1,示例条例(草案表决稿)',
      '第三次会议,2026-12-26,1,听取报告,听取示例报告,拟议,,,,,',
      '第三次会议,2026-12-26,2,听取报告,,拟议,,,,,',
    ])
    expect(result.loads.map(({ kind, accepted, quarantined }) => [kind, accepted, quarantined])).toEqual([
      ['proceedings', 4, 1],
    ])
    const meetings = await warehouse.query(wallQueries.meetings, {})
    expect(
      meetings.map((one) => [one.held_on, one.is_held, one.drafts, one.appointments, one.reports]),
    ).toEqual([
      ['2026-08-26', true, 1, 1, 0],
      ['2026-10-26', true, 1, 0, 0],
      ['2026-12-26', false, 0, 0, 1],
    ])
    const [draft, ...others] = await warehouse.query(wallQueries.drafts, {})
    expect(others).toEqual([])
    expect(draft).toMatchObject({ draft_name: '示例条例', stage: '表决', result: '通过', next_on: null })
    const decided = await warehouse.query(wallQueries.decided, { limit: 10 })
    expect(decided.map(({ title, votes_for }) => [title, votes_for])).toEqual([['审议示例条例', 41]])
  }, 60_000)

  it('counts no meeting still to come as the day of its data', async () => {
    const stamps = await warehouse.query(wallQueries.stamps, {})
    expect(stamps.find(({ kind }) => kind === 'proceedings')?.data_to).toBe('2026-10-26')
  })
})

describe('民生实事项目', () => {
  const header = '实事编号,年度,实事项目,牵头单位,计划完成时间,完成进度,进展情况,填报日期'

  it('keeps the last report of each project and refuses a progress that is none', async () => {
    await ingest('九月.csv', '2026-09-30', [
      header,
      'SS01,2026,示例项目甲,示例局,2026-12-31,40%,在建,2026-09-30',
      'SS02,2026,示例项目乙,示例局,2026-12-31,过半,在建,2026-09-30',
    ])
    await ingest('十月.csv', '2026-10-31', [
      header,
      'SS01,2026,示例项目甲,示例局,2026-12-31,0.75,在建,2026-10-31',
    ])
    const projects = await warehouse.query(wallQueries.projects, { year: null })
    expect(projects.map(({ title, progress, reported_at }) => [title, progress, reported_at])).toEqual([
      ['示例项目甲', 0.75, '2026-10-31'],
    ])
    const [stamp] = (await warehouse.query(wallQueries.stamps, {})).filter(
      ({ kind }) => kind === 'livelihood_projects',
    )
    expect(stamp).toMatchObject({ data_to: '2026-10-31', quarantined_open: 1 })
  }, 60_000)
})
