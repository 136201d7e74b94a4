import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Intake } from '#ingest'
import { apiQueries, openWarehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { tempFolder } from '../temp-folder.ts'

it('applies control totals that come after their file, and names those that belong to none', async () => {
  const dataDir = tempFolder()
  const now = () => new Date('2026-03-02T01:00:00Z')
  await prepareHome(dataDir)
  const warehouse = await openWarehouse({ dataDir, now })
  const tools = { sleep: async () => undefined, random: () => 0 }
  const intake = new Intake({ warehouse, dataDir, now, secret: () => undefined, tools })
  const run = () =>
    intake.run('来件', { trigger: 'manual', actor: '张示例', signal: new AbortController().signal })
  const reconciled = async () => {
    const every = { kind: null, status: null, reconciled: null, load_id: null, limit: 9, offset: 0 }
    const [load] = await warehouse.query(apiQueries.ledger.loads, { source: '来件', ...every })
    return load?.reconciled
  }
  await intake.save('来件', { title: '来件', kind: 'petitions', folder: {} })
  const folder = join(dataDir, 'inbox', '来件')
  mkdirSync(folder, { recursive: true })
  const row = 'LY1,路灯不亮,示例小区门口路灯不亮,2026-03-01 08:00:00'
  writeFileSync(join(folder, '三月.csv'), `留言编号,留言主题,留言详情,留言时间\n${row}\n`)
  await run()
  expect(await reconciled()).toBeNull()

  writeFileSync(join(folder, '三月.对账.csv'), '项目,值\n行数,2\n')
  writeFileSync(join(folder, '四月.对账.csv'), '项目,值\n行数,2\n')
  expect(await intake.plan('')).toEqual([])
  expect(await intake.plan('')).toMatchObject([{ source: '来件', trigger: 'watch' }])
  const { message } = await run()
  expect(await reconciled()).toBe('unbalanced')
  expect(message).toContain('对账文件“四月.对账.csv”没有找到它的数据文件')
  expect(message).not.toContain('三月')
  expect(existsSync(join(folder, 'done', '2026-03', '三月.对账.csv'))).toBe(true)
  expect(await intake.plan('')).toEqual([])
  expect(await intake.plan('')).toEqual([])
  await warehouse.close()
})
