import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

const header = '流水,花钱单位,花了多少(万元),哪天花的,收钱的'
const february = `${header}\nL1,示例一局,0.5,05/02/2026,某公司\nL2,示例二局,1.25,25/02/2026,某商店\n`
const march = `${header}\nL3,示例一局,2.00,06/03/2026,某公司\n`

let home: string
let served: Served
let browser: Browser
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-mapping-'))
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  ;({ page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'data'))
}, 120_000)

afterAll(async () => {
  await browser.close()
  const code = await served.stop()
  await rm(home, { recursive: true, force: true })
  expect(code).toBe(0)
})

async function upload(name: string, text: string): Promise<void> {
  const path = join(home, name)
  await writeFile(path, text)
  await page.goto(`${served.url}/ingest`)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await choosing).setFiles(path)
  await page.getByRole('button', { name: '接入 1 个文件' }).click()
}

describe('a file with strange headers', () => {
  it('waits, is assigned with a live preview, confirmed and loaded; the next one loads at once', async () => {
    await upload('二月.csv', february)
    await page.getByText('认不出', { exact: false }).first().waitFor({ timeout: 60_000 })
    await page.goto(`${served.url}/ingest/mappings`)
    await page.getByRole('link', { name: '二月.csv' }).click()
    await page.getByRole('heading', { name: '各列读作什么' }).waitFor()
    await page.getByLabel('数据种类').selectOption('payments')
    await page.getByLabel('“花钱单位”读作').selectOption('agency_name')
    await page.getByLabel('“流水”读作').selectOption('pay_cert_no')
    await page.getByLabel('“花了多少(万元)”读作').selectOption('amount')
    await page.getByLabel('“收钱的”读作').selectOption('payee_name')
    await page.getByLabel('“哪天花的”读作').selectOption('pay_date')
    await page.getByLabel('“哪天花的”的日期写法').fill('DD/MM/YYYY')
    await page.getByLabel('“哪天花的”的日期写法').press('Tab')
    await page.getByText('→ 5000.00').waitFor()
    await page.getByText('→ 2026-02-25').waitFor()
    await page.getByText('可接收 2，会隔离 0', { exact: false }).waitFor()
    await page.getByRole('button', { name: '试算：哪些数字会变' }).click()
    await page.getByText('全部载入后会怎样').waitFor({ timeout: 60_000 })
    await photograph(page, 'mapping-pending')
    await page.getByLabel('映射名称（来源）').fill('示例流水')
    await page.getByRole('button', { name: '确认并载入' }).click()
    await page.getByRole('heading', { level: 1, name: '数据接入' }).waitFor()
    await page.goto(`${served.url}/ingest/loads`)
    await page.getByRole('link', { name: '二月.csv' }).waitFor({ timeout: 60_000 })

    await upload('三月.csv', march)
    await expect
      .poll(
        async () => {
          await page.goto(`${served.url}/ingest/loads`)
          return page.getByRole('link', { name: '三月.csv' }).count()
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBe(1)
    await page.goto(`${served.url}/ingest/mappings`)
    await page.getByText('没有待确认的文件', { exact: false }).waitFor()
    await page.getByRole('link', { name: '示例流水' }).click()
    await page.getByLabel('映射内容').waitFor()
    await photograph(page, 'mapping-stored')
    expect(problems).toEqual([])
  }, 240_000)
})

describe('an entry made by hand', () => {
  it('is typed in, registered, found again and corrected', async () => {
    await page.goto(`${served.url}/ingest/register`)
    await page.getByLabel('留言主题').fill('路灯不亮')
    await page.getByLabel('留言详情').fill('示例街道的路灯坏了三天。')
    await page.reload()
    // What was typed is still there.
    await expect.poll(() => page.getByLabel('留言主题').inputValue()).toBe('路灯不亮')
    await page.getByLabel('留言时间').fill('2026-03-05T09:30')
    await photograph(page, 'register')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText(/已登记，编号 SG-/).waitFor()
    await expect
      .poll(
        async () => {
          await page.goto(`${served.url}/ingest/register`)
          await page.getByRole('heading', { name: '登记过的' }).waitFor()
          await page.waitForTimeout(500)
          return page.getByRole('button', { name: '更正' }).count()
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBe(1)
    await page.getByRole('button', { name: '更正' }).click()
    await expect.poll(() => page.getByLabel('留言主题').inputValue()).toBe('路灯不亮')
    await page.getByLabel('留言主题').fill('路灯全部不亮')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page
      .getByText(/已登记，编号 SG-/)
      .first()
      .waitFor()
    expect(problems).toEqual([])
  }, 180_000)
})
