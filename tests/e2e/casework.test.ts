import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn as signInTo } from '#tests/sign-in.ts'
import { readDocx } from '../casework/docx-reader.ts'

/** The committee's path in a real browser: from a finding to a closed case, and what its verdict changes. */
let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await sampleHome('cases')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

const signIn = (role: string) => signInTo(browser, { url: served.url, dataDir: home }, role)

/** Opens the form of a step, fills it and sends it; resolves when the page shows the state after it. */
async function step(page: Page, name: string, fields: Record<string, string>, after: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const form = page.getByRole('form', { name })
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  await form.getByRole('button', { name: `确定${name}` }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText(after).first().waitFor()
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).first().click(),
  ])
  return readFile(await download.path())
}

it('goes from the list to a closed case, and the confirmed rate changes', async () => {
  const { page, problems } = await signIn('supervision')
  await page.goto(`${served.url}/budget/findings`)
  const first = page.locator('table a[href^="/budget/findings/"]').first()
  const findingId = (await first.getAttribute('href'))?.split('/').at(-1) ?? ''
  await first.click()
  await page
    .getByText(/第\s*\d+\s*行/)
    .first()
    .waitFor()
  // The sample city has a case of the same rule behind it.
  await page.getByText('1 件中 1 件').first().waitFor()
  for (const sum of ['预算指标合计', '国库支付合计'])
    await page.getByRole('cell', { name: sum, exact: true }).waitFor()
  const filled = (await page.locator('.formula.filled').textContent()) ?? ''
  await page.getByRole('button', { name: '立案' }).click()
  const caseNumber =
    (await page
      .getByText(/^〔\d{4}〕案\d+号$/)
      .first()
      .textContent()) ?? ''
  await photograph(page, 'case-opened')

  await step(page, '开始核实', {}, '核实并决定是否函询')
  await step(page, '起草函询', {}, '待签发')
  await photograph(page, 'case-letter')
  const draft = readDocx(await downloaded(page, '下载 DOCX'))
  expect(draft.paragraphs[0]).toBe('云人常函〔    〕  号')
  expect(draft.paragraphs.join('')).toContain(filled.replaceAll(/\s*\n\s*/g, ' ').replace(/。$/, ''))
  expect(draft.paragraphs.join('')).toMatch(/第 \d+ 行/)
  expect(await page.getByRole('button', { name: '签发', exact: true }).count()).toBe(0)

  const leader = await signIn('leader')
  await leader.page.goto(`${served.url}/cases`)
  await leader.page.getByText('轮到我', { exact: true }).first().waitFor()
  await photograph(leader.page, 'cases-leader')
  await leader.page.locator(`table a[href="/cases/${findingId}"]`).click()
  await leader.page.getByText(caseNumber).first().waitFor()
  await step(leader.page, '签发', {}, '已签发待发出')
  const letter = readDocx(await downloaded(leader.page, '下载 DOCX'))
  expect(letter.paragraphs[0]).toMatch(/^云人常函〔\d{4}〕\d+号$/)
  await leader.page
    .getByText(letter.paragraphs[0] ?? '')
    .first()
    .waitFor()
  expect(letter.paragraphs.join('')).toMatch(/2026年\d{1,2}月\d{1,2}日/)
  await leader.page.context().close()

  await page.reload()
  await step(page, '登记发出', {}, '等待单位答复')
  await page.getByRole('button', { name: '登记反馈', exact: true }).click()
  const file = join(home, '答复.txt')
  await writeFile(file, '示例答复')
  await page.getByLabel('附件').setInputFiles(file)
  await page.getByLabel('答复要点').fill('经核查，系重复录入。')
  await page.getByRole('button', { name: '确定登记反馈' }).click()
  await page.getByRole('link', { name: '答复.txt' }).waitFor()
  expect((await downloaded(page, '答复.txt')).toString()).toBe('示例答复')
  await step(
    page,
    '认定',
    { 认定结果: 'confirmed', 认定理由: '凭证显示重复', '认定金额（元）': '100.00' },
    '属实',
  )
  await step(page, '下达整改要求', { 整改要求: '收回重复支付款项' }, '跟踪整改')
  await step(page, '登记整改情况', { 整改情况: '已收回', '累计追回金额（元）': '100.00' }, '已收回')
  await photograph(page, 'case-rectifying')
  await step(page, '销号', { 销号理由: '款项已收回，整改到位' }, '次年复查')
  await photograph(page, 'case-closed')

  await page.goto(`${served.url}/budget/rules`)
  await page.getByText('2 件中 2 件').first().waitFor()
  await photograph(page, 'rules-rate')
  for (const [name, address, shown] of [
    ['cases', '/cases', caseNumber],
    ['case-calendar', '/cases/calendar', '周三'],
    ['case-statistics', '/cases/statistics', '按时率'],
  ] as const) {
    await page.goto(served.url + address)
    await page.getByText(shown).first().waitFor()
    await photograph(page, name)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ name, overflow }).toEqual({ name, overflow: 0 })
  }
  expect(problems).toEqual([])
  await page.context().close()
})

it('a threshold is tried, proposed with its reason, and approved by the leadership', async () => {
  const { page, problems } = await signIn('supervision')
  await page.goto(`${served.url}/budget/rules?rule=B12`)
  await page.getByRole('form', { name: '试算阈值' }).waitFor()
  expect(await page.getByRole('button', { name: '提出修改' }).count()).toBe(0)
  await page.getByLabel('新值（百分点）').fill('15')
  await page.getByRole('button', { name: '试算', exact: true }).click()
  const shown = await page.getByRole('region', { name: '试算结果' }).textContent()
  const [, before, after, lost] =
    /由 (\d+) 条变为 (\d+) 条，多报 0 条，少报\s*(\d+) 条/u.exec(shown ?? '') ?? []
  expect(Number(lost)).toBeGreaterThan(0)
  expect(Number(before) - Number(after)).toBe(Number(lost))
  await photograph(page, 'threshold-trial')
  await page.getByLabel('理由').fill('本地项目多在下半年开工，示例')
  await page.getByRole('button', { name: '提出修改' }).click()
  await page.getByText('已提出，等待常委会领导批准。').waitFor()
  await page.locator('.threshold-change').getByText('等待批准').waitFor()

  const leader = await signInTo(browser, { url: served.url, dataDir: home }, 'leader', {
    width: 1920,
    height: 1080,
  })
  await leader.page.goto(`${served.url}/budget/rules`)
  await leader.page.getByRole('link', { name: 'B12 执行进度偏慢 · 黄色落后幅度' }).click()
  await leader.page.getByRole('button', { name: '批准', exact: true }).waitFor()
  await photograph(leader.page, 'threshold-decision')
  await leader.page.getByRole('button', { name: '批准', exact: true }).click()
  await leader.page.getByText('已批准，已安排按新值重新检查。').waitFor()
  await leader.page.locator('.threshold-change').getByText('执行中').waitFor()
  await leader.page.getByText('常委会领导批准，自').first().waitFor()
  // The check that the approval set off judges as the trial said.
  const row = leader.page.getByRole('row').filter({ hasText: 'B12' })
  await row.getByRole('link', { name: after ?? '', exact: true }).waitFor()
  await photograph(leader.page, 'threshold-approved')
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect([...problems, ...leader.problems, overflow]).toEqual([0])
  await leader.page.context().close()
  await page.context().close()
})
