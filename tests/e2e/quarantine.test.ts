import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

/** A clerk repairs what was refused, reconciles it, takes a load back and returns it: real server, real browser. */
let home: string
let served: Served
let browser: Browser

const payments = [
  '凭证号,收款人,金额,支付日期,预算单位,年度',
  'P1,示例公司,100.00,2026-01-05,市教育局,2026',
  'P2,示例商行,见附件,2026-01-06,市教育局,2026',
  'P3,示例商行,见附件,2026-01-07,市教育局,2026',
  'P4,示例工厂,300.00,待定,市教育局,2026',
  '合计,,600.00,,,',
].join('\n')

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-quarantine-'))
  await writeFile(join(home, '支付.csv'), payments)
  await runHuizhi(['ingest', join(home, '支付.csv'), '--data-dir', home])
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
}, 180_000)

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

async function metric(name: string): Promise<unknown> {
  const { stdout } = await runHuizhi(['query', name, '--data-dir', home, '--json'])
  return (JSON.parse(stdout) as { metrics: { value: unknown }[] }).metrics[0]?.value
}

async function type(page: Page, cell: string, text: string) {
  await page.getByLabel(cell, { exact: true }).fill(text)
  await page.getByLabel(cell, { exact: true }).press('Enter')
}

test('refused rows are repaired in the grid and replayed, the load balances, is withdrawn and restored', async () => {
  const { page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'data')
  await page.goto(`${served.url}/ingest/quarantine`)
  await photograph(page, 'quarantine-groups')
  await page.getByRole('link', { name: /金额：/ }).click()
  await type(page, '第 3 行 金额', '100')
  await page.getByRole('button', { name: '全部改' }).click()
  await page.locator('input[value="100"]').nth(1).waitFor({ state: 'attached' })
  await expect.poll(() => page.getByLabel('第 4 行 金额', { exact: true }).inputValue()).toBe('100')
  await photograph(page, 'quarantine-grid')
  await page.getByRole('button', { name: '重放全组' }).click()
  await page.getByText('入库 2 行，仍在隔离 0 行').waitFor()
  expect(await metric('budget_paid')).toBe('300.00')

  await page.getByRole('link', { name: /支付日期：/ }).click()
  await type(page, '第 5 行 支付日期', '2026-01-08')
  await page.getByLabel('选第 5 行').check()
  await page.getByRole('button', { name: /重放选中/ }).click()
  await page.getByText('入库 1 行，仍在隔离 0 行').waitFor()
  expect(await metric('budget_paid')).toBe('600.00')

  await page.goto(`${served.url}/ingest/loads`)
  await page.getByRole('cell', { name: '支付.csv' }).last().getByRole('link').click()
  await page.getByText('合计对平').waitFor()
  await page.getByRole('button', { name: '录入对账数' }).click()
  await page.getByLabel('应有行数').fill('5')
  await page.getByRole('button', { name: '核对' }).click()
  await page.getByText('合计未对平').waitFor()
  await photograph(page, 'load-unreconciled')
  await page.getByRole('button', { name: '说明差异' }).click()
  await page.getByLabel('差异说明').fill('单位来函多计一笔，已核实')
  await page.getByRole('button', { name: '记下说明' }).click()
  await page.getByText('差异已说明').waitFor()

  await page.getByRole('button', { name: '撤回…' }).click()
  await page.getByText('国库支付金额').or(page.getByText('会变的指标')).first().waitFor()
  await photograph(page, 'load-withdraw-preview')
  await page.getByLabel('撤回理由').fill('单位送错了文件')
  await page.getByRole('button', { name: '确认撤回' }).click()
  await page.getByRole('dialog').getByText('已完成').waitFor()
  await page.keyboard.press('Escape')
  expect(await metric('budget_paid')).not.toBe('600.00')
  await page.getByText('撤回：单位送错了文件').waitFor()

  await page.getByRole('button', { name: '恢复…' }).click()
  await page.getByRole('button', { name: '确认恢复' }).click()
  await page.getByRole('dialog').getByText('已完成').waitFor()
  expect(await metric('budget_paid')).toBe('600.00')
  expect(problems).toEqual([])
  await page.context().close()
}, 240_000)

const second = [
  '凭证号,收款人,金额,支付日期,预算单位,年度',
  '00000000000000000071,示例公司,70.50,2026-02-05,市教育局,2026',
  '00000000000000000072,示例商行,见附件,2026-02-06,市教育局,2026',
  '00000000000000000073,示例工厂,7.25,二月初,市教育局,2026',
].join('\n')

/** The texts of a workbook's first sheet, row by row. */
async function textsOf(path: string): Promise<string[][]> {
  const parts = unzipSync(await readFile(path))
  const part = (name: string) => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array())
  const matches = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? '')
  const shared = matches(part('sharedStrings'), /<si><t[^>]*>(.*?)<\/t><\/si>/gs)
  const rows = matches(part('worksheets/sheet1'), /<row[^>]*>(.*?)<\/row>/gs)
  return rows.map((row) =>
    matches(row, /<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g).map((at) => shared[Number(at)] ?? ''),
  )
}

/** Saves refused rows as a spreadsheet program does after they were corrected: numbers as numbers, days as days. */
async function saveCorrected(from: string, to: string): Promise<string[]> {
  const [header = [], ...rows] = await textsOf(from)
  const text = (value: string) => (value === '' ? null : { value, type: String })
  await writeExcelFile([
    [...header, '备注'].map(text),
    ...rows.map((row) => [
      ...row.map((cell) => {
        if (cell === '见附件') return { value: 22.25, type: Number, format: '0.00' }
        if (cell === '二月初') return { value: new Date('2026-02-07'), type: Date, format: 'yyyy/m/d' }
        return text(cell)
      }),
      text('已电话核实'),
    ]),
  ]).toFile(to)
  return rows.map((row) => row[header.indexOf('原因')] ?? '')
}

test('refused rows leave as a workbook with their reasons, come back corrected and are counted', async () => {
  await writeFile(join(home, '二月支付.csv'), second)
  await runHuizhi(['ingest', join(home, '二月支付.csv'), '--data-dir', home])
  const { page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'data')
  const card = page.locator('.metric-number').filter({ has: page.getByRole('heading', { name: '已支付' }) })
  await card.getByText('另有 2 条隔离未计入').waitFor()
  const paid = Number(await metric('budget_paid'))

  await page.goto(`${served.url}/ingest/quarantine`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '全部导出 XLSX' }).click()
  const exported = join(home, '隔离行.xlsx')
  await (await downloading).saveAs(exported)
  const reasons = await saveCorrected(exported, join(home, '改好的.xlsx'))
  expect(reasons).toEqual([expect.stringContaining('金额'), expect.stringContaining('支付日期')])

  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '传回改好的表' }).click()
  await (await choosing).setFiles(join(home, '改好的.xlsx'))
  await page.getByText('入库 2 行，仍在隔离 0 行').waitFor()
  await page.getByText('没有被隔离的行').waitFor()
  await photograph(page, 'quarantine-returned')

  await page.goto(`${served.url}/`)
  await card.getByText(/截至/).waitFor()
  expect(await card.innerText()).not.toContain('隔离未计入')
  expect(Number(await metric('budget_paid'))).toBe(paid + 22.25 + 7.25)
  expect(problems).toEqual([])
  await page.context().close()
}, 120_000)
