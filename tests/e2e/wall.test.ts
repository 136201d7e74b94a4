import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'
import { signIn } from '#tests/sign-in.ts'

let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await sampleHome('wall')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
})

async function openWall(size: {
  width: number
  height: number
}): Promise<{ page: Page; problems: string[] }> {
  const opened = await signIn(browser, { url: served.url, dataDir: home }, 'screen', size)
  await opened.page.locator('.panel').nth(3).waitFor()
  return opened
}

describe('the wall', () => {
  it('opens by its link on a scene with the age of its data, sharp', async () => {
    const { page, problems } = await openWall({ width: 1920, height: 1080 })
    await photograph(page, 'wall-1920x1080')
    // Which scene is on depends on the time of day, and not each of them has data here.
    expect(await page.locator('.wall-header').textContent()).toMatch(/数据截至|还没有数据/)
    // A chart's backing store has as many pixels as the wall shows of it: nothing is an enlarged bitmap.
    const ratios = await page.evaluate(() =>
      [...document.querySelectorAll('canvas')].map(
        (canvas) => canvas.width / canvas.getBoundingClientRect().width,
      ),
    )
    for (const ratio of ratios) expect(ratio).toBeCloseTo(1, 1)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('shows new data by itself, and all its numbers as tables', async () => {
    const { page } = await openWall({ width: 1366, height: 768 })
    await page.goto(`${served.url}/screen?view=table`)
    const overview = page.locator('section#overview')
    await overview.getByRole('table').first().waitFor()
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(8)
    await photograph(page, 'wall-tables')
    const before = await overview.textContent()
    const today = new Date().toISOString().slice(0, 10)
    const letters = Array.from(
      { length: 300 },
      (_, index) => `示例信${String(index)},网上,路灯不亮,小区门口的路灯已经三天不亮。,${today} 09:00:00`,
    )
    const file = join(home, '网上信访.csv')
    await writeFile(file, ['信访编号,信访形式,信访标题,信访内容,登记时间', ...letters].join('\n'))
    expect((await runHuizhi(['ingest', file, '--data-dir', home])).code).toBe(0)
    await expect.poll(() => overview.textContent(), { timeout: 60_000 }).not.toBe(before)
    await page.context().close()
  })

  it('keeps its picture when the server is gone, says so, and comes back', async () => {
    const { page } = await openWall({ width: 1920, height: 1080 })
    const port = new URL(served.url).port
    await served.stop()
    await page.getByText('离线').waitFor({ timeout: 60_000 })
    expect(await page.locator('.panel').count()).toBeGreaterThanOrEqual(3)
    await photograph(page, 'wall-offline')
    served = await startServed(['serve', '--data-dir', home, '--port', port])
    await expect.poll(() => page.getByText('离线').count(), { timeout: 90_000 }).toBe(0)
    await page.context().close()
  })
})
