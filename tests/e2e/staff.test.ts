import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { launchBrowser, openPage, photograph } from '#tests/browser.ts'
import { copySampleHome } from '#tests/sample-home.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn as signInTo } from '#tests/sign-in.ts'
import { readDocx } from '../casework/docx-reader.ts'

const samples = join(import.meta.dirname, '..', '..', 'data-samples')

/** What `data-samples/planted.yaml` says of the sample city, as far as these tests read it. */
interface Planted {
  anomalies: { rule: string; agency_code: string; fiscal_year: number; may_also_raise: string[] }[]
  flawedAccounts: { agency_code: string; fiscal_year: number }[]
  topics: { petition_ids: string[]; suggestion_ids: string[]; comment_ids: string[] }[]
}

/** The demonstration as a person meets it: a real server, the sample city, a real browser. */
let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-staff-'))
  await copySampleHome(join(home, 'demo'))
  served = await startServed(['demo', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  const code = await served.stop()
  await rm(home, { recursive: true, force: true })
  expect(code).toBe(0)
})

const signIn = (role: string, size?: { width: number; height: number }) =>
  signInTo(browser, { url: served.url, dataDir: join(home, 'demo') }, role, size)

describe('signing in', () => {
  it.each([
    ['leader', ['总览', '民意热点', '预算疑点'], ['隔离区']],
    ['research', ['总览', '民意热点', '诉求查询'], ['预算疑点', '隔离区']],
    ['supervision', ['总览', '执行进度', '预算疑点'], []],
    ['data', ['总览', '数据接入', '隔离区'], ['预算疑点']],
    ['admin', ['总览', '关于与运行'], []],
  ] as const)('%s sees the pages of the role', async (role, offered, hidden) => {
    const { page, problems } = await signIn(role)
    const navigation = page.getByRole('navigation').first()
    // What waits for a person is told after the name.
    for (const name of offered)
      await navigation.getByRole('link', { name: new RegExp(`^${name}( ?，|$)`) }).waitFor()
    for (const name of hidden) {
      expect(await navigation.getByRole('link', { name, exact: true }).count()).toBe(0)
    }
    await photograph(page, `overview-${role}`)
    expect(page.url()).not.toContain('token')
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('takes a local account made on the command line, and no wrong password', async () => {
    const password = '云岭-示例-2026!'
    const args = [
      'account',
      'add',
      '--name',
      '示例员',
      '--role',
      'research',
      '--data-dir',
      join(home, 'demo'),
    ]
    expect((await runHuizhi(args, `${password}\n`)).code).toBe(0)
    const { page, problems } = await openPage(browser)
    await page.goto(`${served.url}/`)
    await page.getByLabel('账号').fill('示例员')
    await page.getByLabel('密码').fill('猜的密码-2026')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '总览' }).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('refuses a link that was used before', async () => {
    const made = await runHuizhi(['link', '--role', 'leader', '--data-dir', join(home, 'demo'), '--json'])
    const { path } = JSON.parse(made.stdout) as { path: string }
    const first = await openPage(browser)
    await first.page.goto(served.url + path)
    await first.page.getByRole('heading', { level: 1 }).filter({ hasText: '总览' }).waitFor()
    const second = await openPage(browser)
    await second.page.goto(served.url + path)
    await second.page.getByRole('alert').waitFor()
    await photograph(second.page, 'link-used')
    await first.page.context().close()
    await second.page.context().close()
  })
})

it('shows cases at every stage and deliveries that did not come', async () => {
  const { page, problems } = await signIn('supervision')
  await page.goto(`${served.url}/cases/statistics`)
  for (const stage of ['立案 1', '核实 1', '函询 3', '反馈 2', '整改 1', '销号 3'])
    await page.getByRole('link', { name: stage, exact: true }).waitFor()
  await page.context().close()
  const clerk = await signIn('data')
  await clerk.page.goto(`${served.url}/ingest`)
  const delivery = clerk.page.getByRole('row').filter({ hasText: '网上信访件日报' })
  await delivery.getByText('没跑').waitFor()
  await delivery.getByRole('button', { name: '立即补取' }).click()
  await delivery.getByText('没跑').waitFor({ state: 'detached' })
  await photograph(clerk.page, 'demo-deliveries')
  expect([...problems, ...clerk.problems]).toEqual([])
  await clerk.page.context().close()
})

describe('what was planted in the sample city', () => {
  const planted = parse(readFileSync(join(samples, 'planted.yaml'), 'utf8')) as Planted
  const ask = async <T>(args: readonly string[]): Promise<T> =>
    JSON.parse((await runHuizhi([...args, '--data-dir', join(home, 'demo'), '--json'])).stdout) as T

  it('every planted budget anomaly is found, and nothing else', async () => {
    interface Found {
      findings: { rule: string; agency_code: string; fiscal_year: number; source_rows: { row: number }[] }[]
    }
    const { findings } = await ask<Found>(['budget', 'check'])
    const name = (one: { rule: string; agency_code: string; fiscal_year: number }) =>
      `${one.rule} ${one.agency_code} ${one.fiscal_year}`
    const wanted = planted.anomalies.map(name)
    // What is planted for one rule may rightly raise another: spending over its budget is often growth as well.
    const accounts = planted.flawedAccounts.map((one) => name({ ...one, rule: 'B46' }))
    const besides = [
      ...planted.anomalies.flatMap((one) => one.may_also_raise.map((rule) => name({ ...one, rule }))),
      ...accounts,
    ]
    const found = findings.map(name)
    for (const one of accounts) expect(found).toContain(one)
    expect(found.filter((one) => wanted.includes(one) || !besides.includes(one)).sort()).toEqual(
      wanted.sort(),
    )
    for (const finding of findings) expect(finding.source_rows.length).toBeGreaterThan(0)
  })

  it('the planted topics come back nearly whole: at least ten of twelve', async () => {
    const { topics } = await ask<{ topics: { record_ids: string[] }[] }>(['topics'])
    const found = planted.topics.filter((one) => {
      const members = new Set([...one.petition_ids, ...one.suggestion_ids, ...one.comment_ids])
      return topics.some(({ record_ids: ids }) => {
        const shared = ids.filter((id) => members.has(id)).length
        return shared / members.size >= 0.9 && shared / ids.length >= 0.95
      })
    })
    expect(found.length).toBeGreaterThanOrEqual(10)
  })
})

describe('one number down to its original', () => {
  it('goes from a topic to its records, to a letter, to file and row', async () => {
    const { page, problems } = await signIn('research')
    await page.goto(`${served.url}/topics`)
    const first = page.locator('table a[href^="/topics/"]').first()
    const title = (await first.textContent())?.trim() ?? ''
    await photograph(page, 'topics')
    await first.click()
    await page.getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor()
    await page.locator('a[href^="/voices/"]').first().waitFor()
    await photograph(page, 'topic')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出专题材料（Word）' }).click(),
    ])
    const report = readDocx(await readFile(await download.path())).paragraphs
    expect(report[0]).toBe(`关于${title}的情况`)
    const shown = (await page.getByText(/件，归并为 \d+ 个事项/).textContent()) ?? ''
    const [, voices, matters] = /(\d+) 件，归并为 (\d+) 个事项/u.exec(shown) ?? []
    expect(report.join('')).toContain(`共 ${voices} 件、${matters} 个事项`)
    await page.locator('table a[href^="/voices/"]').first().click()
    await page
      .getByText(/第\s*\d+\s*行/)
      .first()
      .waitFor()
    await photograph(page, 'voice')
    expect(await page.locator('main').textContent()).toMatch(/petitions\/|suggestions\/|comments\//)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('goes from a budget finding to formula, clause and source rows', async () => {
    const { page, problems } = await signIn('supervision')
    await page.goto(`${served.url}/budget/findings`)
    await page.locator('table a[href^="/budget/findings/"]').first().click()
    await page.getByText('疑点不是结论').first().waitFor()
    await page
      .getByText(/第\s*\d+\s*行/)
      .first()
      .waitFor()
    await photograph(page, 'finding')
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toMatch(/第[一二三四五六七八九十百]+条/)
    expect(text).toMatch(/payments\/|budget_lines\//)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('the clerk', () => {
  it('uploads a file with bad rows and finds each of them in quarantine with its reason', async () => {
    const file = join(home, '网上留言.csv')
    const rows = [
      '留言编号,留言主题,留言时间,留言详情',
      'E2E-1,路灯不亮,2026-10-20 20:15,示例路北段的路灯坏了一周。',
      'E2E-2,积水,2026-13-45,下雨后路口积水。',
      'E2E-3,,2026-10-21,没有主题的一条。',
    ]
    await writeFile(file, `\uFEFF${rows.join('\r\n')}\r\n`)
    const { page, problems } = await signIn('data')
    await page.goto(`${served.url}/ingest`)
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件' }).click(),
    ])
    await chooser.setFiles(file)
    await page.getByRole('button', { name: /接入 1 个文件/ }).click()
    await page.getByText('已收下 1 个文件').waitFor()
    await page
      .getByText(/隔离\s*2/)
      .first()
      .waitFor({ timeout: 90_000 })
    await photograph(page, 'upload-done')
    await page.goto(`${served.url}/ingest/quarantine`)
    await page.getByText('网上留言.csv').first().waitFor()
    await photograph(page, 'quarantine')
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('留言时间')
    expect(text).toContain('留言主题')
    const reasons = page.getByRole('region', { name: /隔离原因/ })
    const hidden = () => reasons.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
    expect(await hidden()).toBe(0)
    await reasons
      .getByRole('link', { name: /留言主题/ })
      .last()
      .click()
    await expect.poll(hidden).toBeGreaterThan(0)
    await reasons.locator('[aria-current]').waitFor()
    const [place, row] = [await reasons.boundingBox(), await reasons.locator('[aria-current]').boundingBox()]
    expect(row?.y).toBeLessThan((place?.y ?? 0) + (place?.height ?? 0))
    await photograph(page, 'quarantine-opened')
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('money and demand', () => {
  it('shows each gap on one line, and the sandbox moves money within its limits', async () => {
    const { page, problems } = await signIn('supervision', { width: 1366, height: 768 })
    await page.goto(`${served.url}/budget/demand`)
    const gaps = page.getByRole('listitem').getByText(/^[+−][\d.]+ 个百分点$/)
    await gaps.first().waitFor()
    const heights = await gaps.evaluateAll((found) => found.map((one) => one.getBoundingClientRect().height))
    expect(Math.max(...heights)).toBeLessThan(30)

    await page.getByRole('link', { name: /沙盘/ }).click()
    const follows = page.getByText(/^调整前 [\d.]+%$/)
    const before = (await follows.textContent())?.replace('调整前 ', '')
    const amount = (subject: string) => page.getByLabel(`${subject}增减（万元）`)
    await amount('生态环境').fill('500')
    await amount('生态环境').press('Enter')
    await page.getByRole('alert').first().waitFor()
    await amount('城乡建设').fill('-500')
    await amount('城乡建设').press('Enter')
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
    const after = (await follows.locator('..').textContent()) ?? ''
    expect(after).not.toContain(`${before}调整前`)
    const field = await amount('生态环境').boundingBox()
    const more = await page.locator('.el-input-number__increase').first().boundingBox()
    // The buttons stand at the field's side.
    expect(Math.abs((more?.y ?? 0) - (field?.y ?? 0))).toBeLessThan(12)
    await photograph(page, 'sandbox')
    const current = page.getByRole('navigation').first().locator('[aria-current="page"]')
    expect(await current.textContent()).toBe('民意与资金')
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('every page', () => {
  const addresses = {
    voices: '/voices',
    execution: '/budget',
    payments: '/budget/payments',
    rules: '/budget/rules',
    ingest: '/ingest',
    loads: '/ingest/loads',
    metrics: '/metrics',
    about: '/about',
  }

  it.each([
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ])('opens at $width without an error and without sideways scrolling', async (size) => {
    const { page, problems } = await signIn('data', size)
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(served.url + address)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('load')
      await photograph(page, `${name}-${size.width}`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ name, overflow }).toEqual({ name, overflow: 0 })
    }
    expect(problems).toEqual([])
    await page.context().close()
  })
})
