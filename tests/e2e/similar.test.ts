import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn as signInTo } from '#tests/sign-in.ts'

let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await sampleHome('similar')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

const signIn = () =>
  signInTo(browser, { url: served.url, dataDir: home }, 'research', { width: 1440, height: 1000 })

async function idle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
}

describe('相似建议', () => {
  it('finds earlier texts like a draft, says why, and filters them', async () => {
    const { page, problems } = await signIn()
    await page.getByRole('navigation').first().getByRole('link', { name: '相似建议' }).click()
    await page.getByText(/件中检索/u).waitFor({ timeout: 90_000 })
    const draft =
      '关于解决小区电动自行车充电难的建议\n小区电动自行车飞线充电，存在火灾隐患，建议增设充电棚和充电桩。'
    await page.getByRole('textbox', { name: '草稿' }).fill(draft)
    await page.getByRole('button', { name: '检索' }).click()
    const hits = page.locator('.hits').first().locator('> li')
    await hits.first().waitFor()
    expect(await hits.first().textContent()).toContain('充电')
    expect(await hits.first().locator('mark').count()).toBeGreaterThan(0)
    await page.getByText('共有的词').first().waitFor()
    await page.getByText(/先后 \d+ 件/u).waitFor()
    await photograph(page, 'similar')
    const year = page.locator('.years button').first()
    const chosen = (await year.textContent())?.trim() ?? ''
    await year.click()
    await page.waitForURL(new RegExp(`year=${chosen}`, 'u'))
    await idle(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('answers a draft that has nothing in common, and one made of symbols', async () => {
    const { page, problems } = await signIn()
    await page.goto(`${served.url}/similar`)
    for (const draft of ['😀😀😀！！！', '<b>qwxz</b> zzyxq']) {
      await page.getByRole('textbox', { name: '草稿' }).fill(draft)
      await page.getByRole('button', { name: '检索' }).click()
      await page.getByText('没有足够相近的。').waitFor({ timeout: 90_000 })
    }
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('件数与事项数', () => {
  it('stand side by side in the list and on the overview, and lead to the voices of one matter', async () => {
    const { page, problems } = await signIn()
    await page.getByRole('heading', { name: '件数与事项数' }).waitFor()
    await idle(page)
    await photograph(page, 'overview-matters')
    await page.goto(`${served.url}/voices`)
    const totals = await page.locator('.totals').textContent()
    const [voices = 0, matters = 0] = (totals?.match(/[\d,]+/gu) ?? []).map((text) =>
      Number(text.replace(/,/gu, '')),
    )
    expect(matters).toBeGreaterThan(0)
    expect(matters).toBeLessThan(voices)
    await idle(page)
    await photograph(page, 'voices-matters')
    await page.goto(`${served.url}/voices?kind=suggestions&q=${encodeURIComponent('充电')}`)
    await page.locator('table a.title').first().click()
    await page.getByRole('heading', { name: '同文与同一事项' }).waitFor()
    await idle(page)
    await page.getByRole('heading', { name: '同文与同一事项' }).scrollIntoViewIfNeeded()
    await photograph(page, 'voice-matter')
    expect(problems).toEqual([])
    await page.context().close()
  })
})
