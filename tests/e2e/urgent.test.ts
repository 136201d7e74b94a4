import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn as signInTo } from '#tests/sign-in.ts'

let home: string
let dataDir: string
let served: Served
let browser: Browser

const rows = [
  '留言编号,留言主题,留言时间,留言详情,答复意见,答复时间',
  '急-1,虚构：工友要从塔吊上跳下来,2026-10-20 20:15,示例工地拖欠我们三十名工人半年工资，工友张示例今天说要从塔吊上跳下来，请救人。,,',
  '急-2,虚构：楼道煤气味,2026-10-20 21:15,示例小区三栋楼道里一股很浓的煤气味，燃气公司电话打不通，请问何时来修？,网友您好！经核实，管道接口松动造成漏气，燃气公司已于10月21日更换接口。感谢您的关注！,2026-10-22 10:00',
  '急-3,虚构：商场跳楼价吵人,2026-10-20 22:15,示例商场门口喇叭整天喊跳楼价，没法午休。,留言已收悉。,2026-10-28 10:00',
]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-urgent-'))
  dataDir = join(home, 'data')
  const file = join(home, '急件.csv')
  await writeFile(file, `\uFEFF${rows.join('\r\n')}\r\n`)
  for (const args of [['ingest', file], ['run']]) {
    const { code, stderr } = await runHuizhi([...args, '--data-dir', dataDir])
    expect([args[0], code, stderr.includes('Error')]).toEqual([args[0], 0, false])
  }
  served = await startServed(['serve', '--data-dir', dataDir, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

const signIn = (role: string) => signInTo(browser, { url: served.url, dataDir: dataDir }, role)

describe('an urgent voice', () => {
  it('is listed with its words, opened, passed on, and gone from what waits', async () => {
    const { page, problems } = await signIn('research')
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '总览' }).waitFor()
    await page.goto(`${served.url}/urgent`)
    const card = page.locator('article').filter({ hasText: '工友要从塔吊上跳下来' })
    await card.locator('mark').first().waitFor()
    await photograph(page, 'urgent')
    expect(await page.locator('main').textContent()).not.toContain('跳楼价')

    await card.getByRole('link', { name: '虚构：工友要从塔吊上跳下来' }).click()
    await page.getByRole('heading', { level: 2, name: '紧急与风险' }).waitFor()
    await photograph(page, 'urgent-voice')
    await page.goBack()

    await card.getByLabel('处置说明').fill('已电话告知示例街道')
    await card.getByRole('button', { name: '标为已转办' }).click()
    await card.waitFor({ state: 'detached' })
    await page.goto(`${served.url}/urgent?status=${encodeURIComponent('已转办')}`)
    await card.getByText('已电话告知示例街道').waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('is nowhere for the wall', async () => {
    const { page } = await signIn('screen')
    const answers = await page.evaluate(async () => {
      const status = async (path: string) => (await fetch(`/api/v1${path}`)).status
      const screen = await (await fetch('/api/v1/wall/snapshot')).text()
      return { list: await status('/risks'), voice: await status('/voices'), screen }
    })
    expect([answers.list, answers.voice]).toEqual([403, 403])
    expect(answers.screen).not.toContain('塔吊')
    await page.context().close()
  })
})

describe('reply quality', () => {
  it('shows the worst first and lays the asks beside the answer', async () => {
    const { page, problems } = await signIn('research')
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '总览' }).waitFor()
    await page.goto(`${served.url}/replies`)
    await page.getByText('只告知收悉或转办，没有说办理情况').first().waitFor()
    await photograph(page, 'replies')
    await page.getByRole('link', { name: '虚构：楼道煤气味' }).first().click()
    await page.getByRole('heading', { level: 2, name: '答复质量' }).waitFor()
    const row = page.locator('tr').filter({ hasText: '请问何时来修' })
    expect(await row.textContent()).toContain('10月21日更换接口')
    await row.scrollIntoViewIfNeeded()
    await photograph(page, 'reply-asks')
    expect(problems).toEqual([])
    await page.context().close()
  })
})
