import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { JsonSource, message, sendJson } from '#tests/json-source.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

/** A clerk declares a source in the console, and the morning table tells what came of it. */
let home: string
let served: Served
let browser: Browser
let board: JsonSource
let page: Page
let problems: string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-sources-'))
  board = await JsonSource.start((_, response) => {
    sendJson(response, { code: 0, data: { rows: [message(1), message(2), message(3)] } })
  })
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  ;({ page, problems } = await signIn(browser, { url: served.url, dataDir: home }, 'data'))
  page.setDefaultTimeout(15_000)
})

afterAll(async () => {
  await browser.close()
  expect(await served.stop()).toBe(0)
  await board.stop()
  await rm(home, { recursive: true, force: true })
})

const field = (name: string) => page.getByLabel(name, { exact: true })
const morning = () => page.getByRole('region', { name: '今天的数据' })

it('declares an HTTP source, looks at it, and saves it', async () => {
  await page.goto(`${served.url}/ingest`)
  await page.getByText('还没有登记数据来源').waitFor()
  await photograph(page, 'morning-empty')
  await page.getByRole('link', { name: '新建来源' }).click()
  await field('代号').fill('留言板')
  await field('来源名称').fill('市长留言板')
  await field('负责人').fill('张示例')
  await field('网址').fill(`${board.url}/messages`)
  await field('查询参数').fill('since={since}')
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('还要写 incremental').waitFor()
  await field('增量字段').fill('更新时间')
  await field('时间').fill('7:30')
  await field('哪些日子').selectOption('true')
  await page.getByRole('button', { name: '测试连接' }).click()
  await page.getByText('连上了').waitFor()
  await page.getByRole('columnheader', { name: '留言主题' }).waitFor()
  await photograph(page, 'source-preview')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { level: 1, name: '市长留言板' }).waitFor()
  const file = await readFile(join(home, 'sources', '留言板.yaml'), 'utf8')
  expect(file).toContain('title: 市长留言板')
  expect(file).toContain('cron: 30 7 * * *')
})

it('pulls now, and the morning table says that it came and which figures hang on it', async () => {
  await page.getByRole('button', { name: '立即取数' }).click()
  await page.getByRole('region', { name: '运行记录' }).getByText('有新数据').waitFor({ timeout: 60_000 })
  await photograph(page, 'source')
  await page.goto(`${served.url}/ingest`)
  await morning().getByText(/到了$/).waitFor()
  await morning().getByText('新增或变化 3 行').waitFor()
  await morning().getByRole('link', { name: '留言' }).first().waitFor()
  await photograph(page, 'morning-arrived')
})

it('says why nothing came when the other side is broken, and takes it when it is back', async () => {
  board.answer = (_, response) => {
    response.setHeader('content-type', 'text/html').end('<html><title>登录</title></html>')
  }
  await morning().getByRole('button', { name: '立即取数' }).click()
  await morning().getByText(/没到$/).waitFor({ timeout: 60_000 })
  await morning()
    .getByText(/网页而不是数据/)
    .waitFor()
  await page.getByText('■ 1 个来源要处理').waitFor()
  await photograph(page, 'morning-absent')
  board.answer = (_, response) => {
    sendJson(response, { code: 0, data: { rows: [message(4)] } })
  }
  await morning().getByRole('button', { name: '立即取数' }).click()
  await morning().getByText(/到了$/).waitFor({ timeout: 60_000 })
})

it('is paused and resumed, and the command line says the same', async () => {
  await morning().getByRole('link', { name: '市长留言板' }).click()
  await page.getByRole('button', { name: '暂停' }).click()
  await page.getByRole('button', { name: '恢复' }).waitFor()
  const listed = await runHuizhi(['sources', 'list', '--data-dir', home, '--json'])
  expect(JSON.parse(listed.stdout)).toMatchObject({ sources: [{ name: '留言板', state: 'paused' }] })
  await page.goto(`${served.url}/ingest`)
  await morning().getByRole('button', { name: '恢复' }).click()
  await morning().getByText(/到了$/).waitFor()
  const pulled = await runHuizhi(['sources', 'pull', '留言板', '--data-dir', home, '--json'])
  expect(JSON.parse(pulled.stdout)).toMatchObject({ outcome: 'unchanged', rows: 1 })
  expect(problems).toEqual([])
})
