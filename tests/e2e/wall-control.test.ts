import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { startServed, type Served } from '#tests/served.ts'
import { linkOf } from '#tests/sign-in.ts'

const patient = { timeout: 30_000 }

let home: string
let served: Served
let browser: Browser
let wall: Page

beforeAll(async () => {
  home = await sampleHome('wall-control')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  wall = (await openPage(browser, { width: 1920, height: 1080 })).page
}, 240_000)

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
}, 60_000)

/** A staff page of a role, in a browser of its own. */
async function openStaff(
  role: string,
  path: string,
  size?: { width: number; height: number },
): Promise<Page> {
  const { page } = await openPage(browser, size)
  await page.goto(served.url + (await linkOf(home, role)))
  // A phone folds the menu away.
  await page.locator('h1').waitFor(patient)
  await page.goto(served.url + path)
  await page.locator('h1').waitFor(patient)
  return page
}

/** The playlist every wall shares, lit the whole day: what is tested here must not depend on when. */
async function lightAllDay(editor: Page): Promise<void> {
  const status = await editor.evaluate(async () => {
    const address = '/api/v1/wall/script'
    const { script } = (await (await fetch(`${address}?wall=all`)).json()) as { script: object }
    const schedule = { night: null, black: null, restDays: 'lit' }
    const body = JSON.stringify({ wall: 'all', script: { ...script, schedule } })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(address, { method: 'POST', headers, body })).status
  })
  expect(status).toBe(200)
}

describe('a wall from its first start', () => {
  it('shows a code, and plays once staff have typed it in', async () => {
    await wall.goto(`${served.url}/screen`)
    const code = wall.locator('.pairing .code')
    await code.waitFor(patient)
    await photograph(wall, 'wall-pairing')
    const admin = await openStaff('admin', '/walls/devices')
    await admin.getByLabel('屏上的 6 位数字').fill(await code.innerText())
    await admin.getByLabel('名称').fill('一号厅大屏')
    await admin.getByRole('button', { name: '配对', exact: true }).click()
    await admin.getByText('● 在用').waitFor(patient)
    await lightAllDay(admin)
    await photograph(admin, 'staff-wall-devices')
    await wall.locator('.stage').waitFor(patient)
    // The key is out of reach of scripts and of the address.
    expect(await wall.evaluate(() => document.cookie)).toBe('')
    expect(wall.url()).toBe(`${served.url}/screen`)
    await admin.context().close()
  }, 120_000)

  it('follows the remote on a phone, and says what it was told', async () => {
    const phone = await openStaff('leader', '/walls/remote', { width: 390, height: 844 })
    const choice = phone.getByLabel('大屏', { exact: true })
    await choice.waitFor(patient)
    await choice.selectOption({ label: '一号厅大屏' })
    await phone.getByRole('button', { name: '暂停' }).click()
    await wall.getByText('暂停轮播').waitFor(patient)
    await phone.getByText('已暂停').waitFor(patient)
    await photograph(phone, 'staff-wall-remote-phone')
    expect(
      await phone.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true)
    await phone.context().close()
  }, 120_000)

  it('turns its pages by its own keys', async () => {
    await wall.keyboard.press(' ')
    await wall.getByText('继续轮播').waitFor(patient)
    await wall.keyboard.press('1')
    await wall.getByText('转到：综合态势').waitFor(patient)
  }, 120_000)

  it('opens a fact card from the remote and returns', async () => {
    const research = await openStaff('research', '/walls/remote')
    await research.getByLabel('大屏', { exact: true }).selectOption({ label: '一号厅大屏' })
    await research.getByRole('button', { name: '综合态势' }).click()
    await research.getByRole('button', { name: '固定本屏' }).click()
    await wall.getByText('固定：综合态势').waitFor(patient)
    const item = research.locator('details button').first()
    await research.locator('details:has(button) summary').first().click()
    await item.click()
    await wall.getByText('打开事实卡').waitFor(patient)
    await research.getByRole('button', { name: '返回' }).click()
    await wall.getByText('返回', { exact: true }).waitFor(patient)
    await photograph(research, 'staff-wall-remote')
    await research.context().close()
  }, 120_000)

  it('loses what is put under embargo', async () => {
    const leader = await openStaff('leader', '/walls/embargo')
    const panel = wall.locator('.panel', { hasText: '逾期' }).first()
    await panel.waitFor(patient)
    const words = await wall.locator('.stage').innerText()
    const unit = /[\p{Script=Han}]{2,8}(?:局|委|厅)/u.exec(words)?.[0] ?? ''
    expect(unit).not.toBe('')
    await leader.getByLabel('范围').selectOption('word')
    await leader.getByLabel('名称、编号或词语').fill(unit)
    await leader.getByLabel('事由').fill('尚未公布')
    await leader.getByRole('button', { name: '登记', exact: true }).click()
    await wall
      .getByText(unit)
      .first()
      .waitFor({ state: 'detached', ...patient })
    await photograph(leader, 'staff-wall-embargo')
    await leader.context().close()
  }, 120_000)

  it('keeps its last page and shows a new code when its key is revoked', async () => {
    const admin = await openStaff('admin', '/walls/devices')
    await admin.getByRole('button', { name: '撤销' }).first().click()
    await admin.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
    await admin.getByText('■ 已撤销').waitFor(patient)
    await wall.getByText(/需重新配对：配对码 \d{6}/).waitFor(patient)
    expect(await wall.locator('.panel').count()).toBeGreaterThan(3)
    await photograph(wall, 'wall-revoked')
    await admin.context().close()
  }, 120_000)
})

describe('the author of scenes', () => {
  it('copies one, changes it, sees it saved, and puts it in the playlist', async () => {
    const page = await openStaff('research', '/walls/scenes')
    await page.getByRole('button', { name: '另存' }).first().click()
    const form = page.getByRole('form', { name: '场景' })
    await form.getByLabel('名称').fill('自编一屏')
    await form.getByRole('button', { name: '移除' }).last().click()
    await form.getByRole('button', { name: '保存为新版本' }).click()
    await page.getByText('第 1 版').first().waitFor(patient)
    await photograph(page, 'staff-wall-scenes')
    await page.goto(`${served.url}/walls/playlist`)
    await page.getByRole('button', { name: '自编一屏' }).click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存').waitFor(patient)
    await photograph(page, 'staff-wall-playlist')
    await page.context().close()
  }, 120_000)
})
