import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn as signInTo } from '#tests/sign-in.ts'

const regions = `区划代码,区划名称,上级区划代码,级别,生效日期,失效日期
99,云岭市,,市,2016-01-01,
9901,岭东区,99,区县,2016-01-01,
990101,望湖街道,9901,街道乡镇,2016-01-01,
99010101,老街社区,990101,社区村,2016-01-01,
`
const letters = [
  '我住在银杏社区，楼下路灯不亮。',
  '银杏社区门口的路灯坏了，昨天又摔了一个人。',
  '望湖街道的路灯不亮。',
]

/** A small city of its own: a served product in which one name fits no record. */
let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-names-e2e-'))
  const data = join(home, 'data')
  await writeFile(`${home}/区划.csv`, regions)
  const petitions = letters.map((body, index) => ({
    留言编号: `N${String(index + 1)}`,
    留言主题: '路灯不亮',
    留言详情: body,
    留言时间: '2026-05-20 09:00:00',
  }))
  await writeFile(`${home}/留言.json`, JSON.stringify(petitions))
  for (const file of ['区划.csv', '留言.json']) {
    const { code, stderr } = await runHuizhi(['ingest', join(home, file), '--data-dir', data])
    expect(code, stderr).toBe(0)
  }
  expect((await runHuizhi(['run', '--data-dir', data])).code).toBe(0)
  served = await startServed(['serve', '--data-dir', data, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  const code = await served.stop()
  await rm(home, { recursive: true, force: true })
  expect(code).toBe(0)
})

const signIn = (role: string) => signInTo(browser, { url: served.url, dataDir: join(home, 'data') }, role)

describe('settling a name', () => {
  it('one click maps it; the voice shows it at once, and the next run reads it so', async () => {
    const { page, problems } = await signIn('research')
    await page.goto(`${served.url}/voices/petitions:N1`)
    await page.getByText('未对应').waitFor()
    await page.goto(`${served.url}/names`)
    const card = page.locator('.name-card[data-text="银杏社区"]')
    await card.getByText('2 件提到').waitFor()
    await photograph(page, 'names')
    await card.getByRole('combobox').click()
    await page.keyboard.type('老街')
    await page.getByRole('option', { name: '云岭市岭东区望湖街道老街社区' }).click()
    await card.waitFor({ state: 'detached' })
    await page.goto(`${served.url}/voices/petitions:N1`)
    await page.getByText('= 云岭市岭东区望湖街道老街社区').waitFor()
    expect(await page.getByText('未对应').count()).toBe(0)
    await photograph(page, 'voice-entities')

    const run = await runHuizhi(['run', '--data-dir', join(home, 'data')])
    expect(run.code, run.stderr).toBe(0)
    await page.goto(`${served.url}/names?state=decided`)
    await page.getByText('记作别名：云岭市岭东区望湖街道老街社区').waitFor()
    expect(problems).toEqual([])
  })
})

describe('methods', () => {
  it('every role reads what a method does beside what it was measured at', async () => {
    const { page, problems } = await signIn('leader')
    await page.getByRole('navigation').first().getByRole('link', { name: '方法与实测' }).click()
    await page.getByRole('heading', { level: 1, name: '方法与实测' }).waitFor()
    await photograph(page, 'methods')
    const panel = page.locator('section', { has: page.getByRole('heading', { name: '要素提取与名称对应' }) })
    await panel.getByRole('link', { name: '说明与全部数字' }).click()
    await page.getByRole('heading', { name: '怎样判断' }).waitFor()
    await page.getByRole('cell', { name: /单位：查全率/ }).waitFor()
    await photograph(page, 'method')
    expect(problems).toEqual([])
  })
})
