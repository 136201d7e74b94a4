import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

/** A quarter's letters of the sample city: enough for the desk, and quickly read. */
const letters = join(
  import.meta.dirname,
  '..',
  '..',
  'data-samples',
  'petitions',
  '12345热线',
  '12345工单_2023年第4季度.csv',
)

let home: string
let served: Served
let browser: Browser
let page: Page
let problems: string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-review-'))
  await runHuizhi(['ingest', letters, '--data-dir', home])
  await runHuizhi(['run', '--data-dir', home])
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  ;({ page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'research'))
})

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

const heading = () => page.locator('main h2.title')
const seen = (decided: number, corrected: number) =>
  page.getByRole('tab', { selected: true }).filter({
    hasText: new RegExp(`已看 ${String(decided)} /.*更正\\s*${String(corrected)} 件`),
  })

describe('the review desk', () => {
  it('confirms with Enter, corrects with a digit, and takes back with U', async () => {
    await page.getByRole('link', { name: '分类复核' }).click()
    await heading().waitFor()
    await seen(0, 0).waitFor()
    const first = (await heading().textContent()) ?? ''
    await photograph(page, 'review')
    expect(await page.locator('main mark').count()).toBeGreaterThan(0)

    await page.keyboard.press('Enter')
    await seen(1, 0).waitFor()
    await page.keyboard.press('1')
    await seen(2, 1).waitFor()
    await page.keyboard.press('u')
    await seen(1, 0).waitFor()
    await page.keyboard.press('u')
    await seen(0, 0).waitFor()
    expect(await heading().textContent()).toBe(first)
  })

  it('finds a class of the catalogue by its name, and shows the decision on the letter’s own page', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('公园广场')
    await page.getByRole('list', { name: '找到的分类' }).getByText('公园广场').first().waitFor()
    await photograph(page, 'review-search')
    const letter = page.locator('main a[href^="/voices/"]').first()
    const address = (await letter.getAttribute('href')) ?? ''
    await page.keyboard.press('Enter')
    await seen(1, 1).waitFor()
    await page.goto(served.url + address)
    await page
      .getByText(/公园广场/)
      .first()
      .waitFor()
    await page.getByText(/已由 .* 复核/).waitFor()
    await page.goBack()
  })

  it('has the model learn and shows what that changed', async () => {
    await heading().waitFor()
    await page.getByRole('tab', { name: /建议抽查/ }).click()
    await heading().waitFor()
    for (let decided = 0; decided < 22; decided++) {
      await seen(decided, 0).waitFor()
      await page.keyboard.press('Enter')
    }
    await seen(22, 0).waitFor()
    await page.getByRole('button', { name: '重新训练' }).click()
    await page.getByText('没学过的复核件，判对').waitFor({ timeout: 180_000 })
    await photograph(page, 'review-trained')
    expect(problems).toEqual([])
  })
})
