import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

/**
 * The clerk's whole morning in one sitting: what did not come → it comes with headers nobody knows → they are named →
 * the refused row is repaired and replayed → the load balances → it was the wrong file: withdrawn, and put back.
 */
const source = `title: 财政支付
owner: 张示例
folder: { settle_seconds: 1 }
schedule: { cron: '0 6 * * *' }
freshness: { workdays: 1 }
`
const payments = [
  '流水,花钱单位,花了多少,哪天花的,收钱的',
  'L1,示例一局,5000.00,2026-03-05,示例公司',
  'L2,示例二局,12500.00,2026-03-25,示例商店',
  'L3,示例一局,见附件,2026-03-26,示例公司',
  '合计,,20000.00,,',
].join('\n')

let home: string
let served: Served
let browser: Browser
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-morning-'))
  await mkdir(join(home, 'sources'), { recursive: true })
  await writeFile(join(home, 'sources', '财政支付.yaml'), source)
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  ;({ page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'data'))
}, 180_000)

afterAll(async () => {
  await browser.close()
  expect(await served.stop()).toBe(0)
  await rm(home, { recursive: true, force: true })
})

/** The figure everybody sees, with what hangs on it. */
async function paid(): Promise<{ value: unknown; quarantined: unknown; unreconciled: unknown }> {
  const { stdout } = await runHuizhi(['query', 'budget_paid', '--data-dir', home, '--json'])
  const [metric] = (JSON.parse(stdout) as { metrics: Awaited<ReturnType<typeof paid>>[] }).metrics
  if (!metric) throw new Error('no metric')
  return metric
}

const morningRow = () => page.getByRole('row').filter({ hasText: '财政支付' })

/** Arrival: nothing has come; the file is put into the folder, and the clerk asks for it at once. */
async function arrive(): Promise<void> {
  await page.goto(`${served.url}/ingest`)
  await morningRow().waitFor()
  await photograph(page, 'morning-1-nothing')
  await mkdir(join(home, 'inbox', '财政支付'), { recursive: true })
  await writeFile(join(home, 'inbox', '财政支付', '三月支付.csv'), payments)
  await morningRow().getByRole('button', { name: /立即/ }).click()
  await morningRow().getByText('失败').waitFor({ timeout: 90_000 })
  await photograph(page, 'morning-2-unknown-headers')
}

/** Mapping: the columns are named once; the file is loaded with the source it came from. */
async function nameColumns(): Promise<void> {
  await page.goto(`${served.url}/ingest/mappings`)
  await page.getByRole('link', { name: '三月支付.csv' }).click()
  await page.getByLabel('数据种类').selectOption('payments')
  const columns = { 流水: 'pay_cert_no', 花钱单位: 'agency_name', 花了多少: 'amount', 哪天花的: 'pay_date' }
  for (const [header, field] of Object.entries({ ...columns, 收钱的: 'payee_name' }))
    await page.getByLabel(`“${header}”读作`).selectOption(field)
  await page.getByText('可接收 2，会隔离 1', { exact: false }).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '确认并载入' }).click()
  await page.getByRole('heading', { level: 1, name: '数据接入' }).waitFor()
  await page.goto(`${served.url}/ingest/loads`)
  await page.getByRole('link', { name: '三月支付.csv' }).first().click({ timeout: 90_000 })
  await page.getByText('合计未对平').waitFor()
  await photograph(page, 'morning-3-unbalanced')
}

/** Repair and replay: the missing amount is typed in, and the load balances by itself. */
async function repair(): Promise<void> {
  await page.goto(`${served.url}/ingest/quarantine`)
  await page.getByRole('link', { name: /金额：/ }).click()
  await page.getByLabel('第 4 行 花了多少').fill('2500')
  await page.getByLabel('第 4 行 花了多少').press('Enter')
  await page.getByRole('button', { name: '重放全组' }).click()
  await page.getByText('入库 1 行，仍在隔离 0 行').waitFor({ timeout: 60_000 })
}

async function openLoad(): Promise<void> {
  await page.goto(`${served.url}/ingest/loads`)
  await page.getByRole('cell', { name: '三月支付.csv' }).last().getByRole('link').click()
  await page.getByText('合计对平').waitFor()
}

/** Rollback: out with everything that came of it, and back again. */
async function withdrawAndRestore(): Promise<void> {
  await page.getByRole('button', { name: '撤回…' }).click()
  await page.getByText('会变的指标').first().waitFor({ timeout: 60_000 })
  await photograph(page, 'morning-4-withdraw')
  await page.getByLabel('撤回理由').fill('单位送错了文件')
  await page.getByRole('button', { name: '确认撤回' }).click()
  await page.getByRole('dialog').getByText('已完成').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  expect((await paid()).value).not.toBe('20000.00')
  await page.getByRole('button', { name: '恢复…' }).click()
  await page.getByRole('button', { name: '确认恢复' }).click()
  await page.getByRole('dialog').getByText('已完成').waitFor({ timeout: 60_000 })
}

/** Backfill: the period's loads are read again from the archive; the correction made by hand stays. */
async function runAgain(): Promise<void> {
  await page.goto(`${served.url}/ingest/loads`)
  await page.getByRole('button', { name: '按时段重跑…' }).click()
  const choice = page.getByRole('dialog', { name: '按时段重跑' })
  await choice.getByLabel('来源').fill('财政支付')
  await choice.getByLabel('来源').press('Enter')
  await choice.getByText('三月支付.csv').first().waitFor()
  await photograph(page, 'morning-5-backfill')
  await choice.getByRole('button', { name: /^预览重跑/ }).click()
  await page.getByLabel('重跑理由').fill('映射文件改了')
  await page.getByRole('button', { name: '确认重跑' }).click({ timeout: 60_000 })
  await page.getByText('已完成').waitFor({ timeout: 60_000 })
}

/** What stands in the archive is what arrived, to the byte. */
async function downloadOriginal(): Promise<void> {
  await openLoad()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载原文件' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe(payments)
}

test('a clerk’s morning: arrival, mapping, repair, replay, reconciliation, rollback, backfill', async () => {
  await arrive()
  await nameColumns()
  expect(await paid()).toMatchObject({ value: '17500.00', quarantined: 1 })
  await repair()
  await openLoad()
  expect(await paid()).toMatchObject({ value: '20000.00', quarantined: 0 })
  await withdrawAndRestore()
  expect(await paid()).toMatchObject({ value: '20000.00', quarantined: 0 })
  await runAgain()
  expect(await paid()).toMatchObject({ value: '20000.00', quarantined: 0 })
  await downloadOriginal()
  await page.goto(`${served.url}/ingest`)
  await morningRow().getByText('到了').waitFor()
  await photograph(page, 'morning-6-done')
  expect(problems).toEqual([])
}, 400_000)
