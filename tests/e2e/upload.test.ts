import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

/** A clerk sends a file over 20 MB on a bad connection: cut off, reloaded in the middle, brought to its end. */
let home: string
let served: Served
let browser: Browser

const megabyte = 1024 * 1024
/** So slow that a busy machine has time to look before all has arrived. */
const slow = 1
const usual = 8
const rows = 200
/** Few rows, each heavy with a column nobody asked for: large on the way, quick to load. */
const heavy = Array.from(
  { length: rows },
  (_, index) => `P${index},示例公司,100.00,2026-01-05,市教育局,2026,${`${index}`.padStart(115_000, '.')}`,
)
const content = Buffer.from(['凭证号,收款人,金额,支付日期,预算单位,年度,扫描件', ...heavy].join('\n'))

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-upload-'))
  await writeFile(join(home, '大表.csv'), content)
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
}, 180_000)

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

async function choose(page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await choosing).setFiles(join(home, '大表.csv'))
}

/** The network as slow as is said, in megabytes a second; 0: gone. */
async function network(page: Page): Promise<(speed: number) => Promise<void>> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('Network.enable')
  return async (speed) => {
    await tools.send('Network.emulateNetworkConditions', {
      offline: speed === 0,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: speed * megabyte,
    })
  }
}

const sharePattern = /^([0-9]+)%$/

async function share(page: Page): Promise<number> {
  const text = await page.locator('.sending').innerText()
  return Number(sharePattern.exec(text.split('\n').at(-1) ?? '')?.[1] ?? -1)
}

test('a large file that is cut and reloaded goes on where it stopped and is loaded once', async () => {
  const { page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'data')
  const answered: number[] = []
  page.on('requestfinished', (request: Request) => {
    const offset = /\/uploads\/parts\/.*[?&]offset=([0-9]+)/.exec(request.url())?.[1]
    if (offset !== undefined) answered.push(Number(offset))
  })
  const leaving: string[] = []
  page.on('dialog', (dialog) => {
    leaving.push(dialog.type())
    void dialog.accept()
  })
  await page.goto(`${served.url}/ingest`)
  const connect = await network(page)
  await connect(slow)
  await choose(page)
  await page.getByRole('button', { name: '接入 1 个文件' }).click()
  await expect.poll(() => share(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(15)

  await connect(0)
  await page.getByText('连接断了，正在自动重试').waitFor()
  await photograph(page, 'upload-cut')
  const before = answered.length
  await connect(slow)
  await page.getByText('正在传 大表.csv').waitFor()
  await expect.poll(() => answered.length, { timeout: 60_000 }).toBeGreaterThan(before)

  await page.reload()
  expect(leaving).toEqual(['beforeunload'])
  await page.getByText('没有传完：大表.csv').waitFor()
  await connect(usual)
  await photograph(page, 'upload-unfinished')
  await choose(page)
  const reached = Math.max(...answered)
  await page.getByRole('button', { name: '接入 1 个文件' }).click()
  await page.getByText('已收下 1 个文件').waitFor({ timeout: 60_000 })
  await page.getByText('没有传完').waitFor({ state: 'detached' })
  // Nothing that had arrived was sent a second time.
  expect(answered).toEqual([...new Set(answered)].sort((a, b) => a - b))
  expect(answered.filter((offset) => offset > reached).length).toBeGreaterThan(0)

  await page.getByText(`读入 ${rows} ＝ 接收 ${rows} ＋ 隔离 0 ＋ 未变 0`).waitFor({ timeout: 60_000 })
  await photograph(page, 'upload-done')
  const answer = await page.request.get(`${served.url}/api/v1/metrics/budget_paid`)
  expect(((await answer.json()) as { value: unknown }).value).toBe(`${rows * 100}.00`)
  expect(await readdir(join(home, 'work', 'uploads'))).toEqual([])
  expect(problems).toEqual([])
  await page.context().close()
}, 120_000)
