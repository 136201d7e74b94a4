import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, photograph } from '#tests/browser.ts'
import { runHuizhi, startServed, type Served } from '#tests/served.ts'

const samples = join(import.meta.dirname, '..', '..', 'data-samples')
const files = ['regions', 'units', 'suggestions', 'budget_lines', 'petitions/领导留言板'].map((name) =>
  join(samples, name),
)

let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-wall-'))
  await runHuizhi(['ingest', ...files, '--data-dir', home])
  await runHuizhi(['run', '--data-dir', home])
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
  const made = await runHuizhi(['link', '--role', 'screen', '--data-dir', home, '--json'])
  const { path } = JSON.parse(made.stdout) as { path: string }
  const opened = await openPage(browser, size)
  await opened.page.goto(served.url + path)
  await opened.page.locator('.panel').nth(8).waitFor()
  await opened.page.waitForTimeout(1500)
  return opened
}

/** Panels whose content is larger than they are, and texts under the floor of 20 lines in 1080. */
function faults(page: Page) {
  return page.evaluate(() => {
    const panels = [...document.querySelectorAll<HTMLElement>('.panel, .strip > *')]
    const cut = panels
      .filter((panel) =>
        [panel, ...panel.querySelectorAll<HTMLElement>('h2, p, span, li, dt, dd')].some(
          (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
        ),
      )
      .map((panel) => panel.querySelector('h2, dt')?.textContent)
    const small = [...document.querySelectorAll<HTMLElement>('.frame *')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()),
      )
      .filter((element) => !element.closest('[role="img"], .for-readers'))
      .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 20)
      .map((element) => element.textContent)
    return { cut, small }
  })
}

describe('the wall', () => {
  it.each([
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
    { width: 3840, height: 1080 },
  ])('is whole and sharp at $width×$height', async (size) => {
    const { page, problems } = await openWall(size)
    await photograph(page, `wall-${size.width}x${size.height}`)
    const found = await faults(page)
    expect(found.cut).toEqual([])
    expect(found.small).toEqual([])
    expect(await page.locator('header').first().textContent()).toContain('数据截至')
    // A chart's backing store has as many pixels as the wall shows of it: nothing is an enlarged bitmap.
    const ratios = await page.evaluate(() =>
      [...document.querySelectorAll('canvas')].map(
        (canvas) => canvas.width / canvas.getBoundingClientRect().width,
      ),
    )
    expect(ratios.length).toBeGreaterThanOrEqual(2)
    for (const ratio of ratios) expect(ratio).toBeCloseTo(1, 1)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('shows new data by itself, without drawing anything anew', async () => {
    const { page } = await openWall({ width: 1920, height: 1080 })
    await page.evaluate(() => {
      for (const panel of document.querySelectorAll<HTMLElement>('.panel')) panel.dataset['kept'] = 'yes'
    })
    const before = await page.locator('.strip').textContent()
    await runHuizhi(['ingest', join(samples, 'petitions', '网上信访'), '--data-dir', home])
    await expect.poll(() => page.locator('.strip').textContent(), { timeout: 60_000 }).not.toBe(before)
    expect(await page.locator('.panel[data-kept="yes"]').count()).toBe(await page.locator('.panel').count())
    await page.context().close()
  })

  it('keeps its data when the server is gone, says so, and comes back', async () => {
    const { page } = await openWall({ width: 1920, height: 1080 })
    const port = new URL(served.url).port
    const before = await page.locator('.strip').textContent()
    await served.stop()
    await page.getByText('离线').waitFor({ timeout: 60_000 })
    expect(await page.locator('.strip').textContent()).toBe(before)
    await photograph(page, 'wall-offline')
    served = await startServed(['serve', '--data-dir', home, '--port', port])
    await expect.poll(() => page.getByText('离线').count(), { timeout: 90_000 }).toBe(0)
    expect(await page.locator('.panel').count()).toBeGreaterThanOrEqual(9)
    await page.context().close()
  })
})
