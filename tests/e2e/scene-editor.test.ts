import { readFile, rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

const patient = { timeout: 30_000 }

let home: string
let served: Served
let browser: Browser
let page: Page
let problems: string[]

beforeAll(async () => {
  home = await sampleHome('scene-editor')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  const at = { url: served.url, dataDir: home }
  ;({ page, problems } = await signIn(browser, at, 'research', { width: 1366, height: 900 }))
  await page.goto(`${served.url}/walls/scenes`)
  await page.getByRole('button', { name: '另存' }).first().click()
}, 240_000)

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
}, 60_000)

const preview = () => page.frameLocator('iframe[title="大屏预览"]')

/** Boxes of the preview's panels in the wall's own pixels, largest first. */
async function drawn(): Promise<{ width: number; height: number; left: number; top: number }[]> {
  return preview()
    .locator('.panel')
    .evaluateAll((panels) =>
      panels
        .map((panel) => {
          const { width, height, left, top } = panel.getBoundingClientRect()
          return {
            width: Math.round(width),
            height: Math.round(height),
            left: Math.round(left),
            top: Math.round(top),
          }
        })
        .sort((a, b) => b.width * b.height - a.width * a.height),
    )
}

describe('the scene editor', () => {
  it('shows a copy of a scene as the wall draws it, at the pixels of the wall', async () => {
    await preview().locator('.panel').nth(3).waitFor(patient)
    const frame = page.locator('iframe[title="大屏预览"]')
    expect(await frame.evaluate((one: HTMLIFrameElement) => [one.clientWidth, one.clientHeight])).toEqual([
      1920, 1080,
    ])
    expect(await page.locator('.grid-stack-item').count()).toBe(await preview().locator('.panel').count())
    await photograph(page, 'staff-scene-editor')
    await page.getByLabel('画面').selectOption('32:9')
    await page.getByLabel('配色').selectOption('light')
    await expect.poll(() => frame.evaluate((one) => one.clientWidth), patient).toBe(3840)
    await photograph(page, 'staff-scene-editor-32x9')
    await page.getByLabel('画面').selectOption('16:9')
  }, 120_000)

  it('moves a panel by number and by hand, and the preview follows', async () => {
    await page.getByText('自动排列；').waitFor(patient)
    await expect
      .poll(() => page.getByRole('table', { name: '面板位置' }).locator('tbody tr').count(), patient)
      .toBeGreaterThan(3)
    const before = await drawn()
    // Taking one off leaves a hole where it was.
    await page.getByRole('button', { name: '拿下' }).last().click()
    await page.getByText('手工布局：').waitFor(patient)
    await expect.poll(async () => (await drawn()).length, patient).toBe(before.length - 1)
    // By the handle at its right edge, half as wide.
    const after = JSON.stringify(await drawn())
    const item = page.locator('.grid-stack-item').nth(1)
    await item.hover()
    const box = await item.boundingBox()
    if (box === null) throw new Error('the grid shows no second panel')
    await page.mouse.move(box.x + box.width - 5, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await expect.poll(async () => JSON.stringify(await drawn()), patient).not.toBe(after)
    await photograph(page, 'staff-scene-editor-moved')
  }, 120_000)

  it('says what cannot be saved, in words', async () => {
    const rows = page.getByRole('table', { name: '面板位置' }).locator('tbody tr')
    const kept = await rows.nth(1).locator('input').nth(1).inputValue()
    await rows.nth(1).locator('input').nth(1).fill('1')
    await rows.nth(1).locator('input').nth(1).blur()
    await page.getByRole('list', { name: '不能保存的原因' }).getByText('有面板重叠').waitFor(patient)
    await page.getByRole('button', { name: '保存场景' }).click()
    await page.locator('p.problem').waitFor(patient)
    await rows.nth(1).locator('input').nth(1).fill(kept)
    await rows.nth(1).locator('input').nth(1).blur()
    await page.getByRole('list', { name: '不能保存的原因' }).waitFor({ state: 'detached', ...patient })
  }, 120_000)

  it('saves versions, restores an older one, exports and imports', async () => {
    await page.getByRole('button', { name: '保存场景' }).click()
    await page.getByText('第 1 版').first().waitFor(patient)
    const byHand = JSON.stringify(await drawn())
    await page.getByRole('button', { name: '恢复自动排列' }).click()
    await page.getByText('自动排列；').waitFor(patient)
    await page.getByRole('button', { name: '保存场景' }).click()
    await page.getByText('第 2 版').first().waitFor(patient)
    await expect.poll(async () => JSON.stringify(await drawn()), patient).not.toBe(byHand)
    const first = page.getByRole('listitem').filter({ hasText: '第 1 版' })
    await first.getByRole('button', { name: '恢复成这一版' }).click()
    await page.getByText('第 3 版').first().waitFor(patient)
    await expect.poll(async () => JSON.stringify(await drawn()), patient).toBe(byHand)

    const own = page.getByRole('listitem').filter({ hasText: '副本' }).first()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      own.getByRole('button', { name: '导出' }).click(),
    ])
    const file = await readFile(await download.path(), 'utf8')
    expect(JSON.parse(file)).toMatchObject({ version: 3, layouts: [{ template: '16:9', viewing: 'near' }] })
    await page.getByLabel('导入场景文件').setInputFiles({
      name: '场景.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    })
    await page.getByText('第 4 版').first().waitFor(patient)
    await photograph(page, 'staff-scene-editor-versions')
    expect(problems).toEqual([])
  }, 120_000)
})
