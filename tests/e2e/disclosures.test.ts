import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { writeAccounts } from '../helpers/disclosure.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

/** The committee checks what a department published: from the file to the finding, the case and the corrected file. */
let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-published-'))
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

it('takes a published file in, shows what contradicts itself, opens a case on it, and lets a corrected file settle it', async () => {
  const { page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'supervision')
  const path = join(home, '示例局2024年度部门决算.pdf')
  writeAccounts(path, ['item', 'direction'])
  await page.goto(`${served.url}/budget/disclosures`)
  await page.getByText('还没有接入公开文件').waitFor()
  const send = async (file: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件' }).click(),
    ])
    await chooser.setFiles(file)
  }
  await send(path)
  await page.getByText('已核对 1 个文件').waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: '示例省云岭市示例局' }).click()
  await page.getByText('第 4 页 · 第 5 行').waitFor()
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    await photograph(page, `disclosures-${String(width)}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }

  await send(path)
  await page.getByText('内容相同，没有变化').waitFor({ timeout: 60_000 })

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载原文件' }).click(),
  ])
  expect(await readFile(await download.path())).toEqual(await readFile(path))

  await page.getByRole('link', { name: '看疑点' }).first().click()
  await page.getByText('公开超期或勾稽不平').first().waitFor()
  await page.getByText('第 4 页').first().waitFor()
  await page.getByRole('button', { name: '立案' }).click()
  await page.getByText('案1号').first().waitFor()

  const corrected = join(home, '示例局2024年度部门决算（更正）.pdf')
  writeAccounts(corrected, [])
  await page.goto(`${served.url}/budget/disclosures`)
  await send(corrected)
  await page.getByText('未发现不符').waitFor({ timeout: 60_000 })
  await page.getByText('已被更正文件取代').waitFor()
  await page.goto(`${served.url}/budget/findings?rule=B46`)
  await page.getByText('没有').first().waitFor()
  expect(await page.locator('table a[href^="/budget/findings/B46"]').count()).toBe(0)

  await page.goto(`${served.url}/cases`)
  await page.locator('table a[href^="/cases/"]').first().click()
  const notice = page.getByRole('status').filter({ hasText: '这条疑点已不再成立' })
  await notice.waitFor()
  const told = ((await notice.textContent()) ?? '').replaceAll(/\s+/gu, '')
  expect(told).toContain('其间接入示例局2024年度部门决算（更正）.pdf')
  expect(told).toContain('案件不会自动销号，请核实后认定、销号。')
  expect(await page.getByRole('link', { name: '现在的疑点' }).count()).toBe(0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await notice.scrollIntoViewIfNeeded()
  await photograph(page, 'case-finding-gone')
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
}, 180_000)
