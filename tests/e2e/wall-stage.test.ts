import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PanelData, Scene, Viewing, WallMap, WallMapShapes } from '#contract'
import { launchBrowser, openPage, photograph } from '#tests/browser.ts'
import { faultsOn } from './stage/faults.ts'
import { madeScenes, snapshotOf } from './stage/made-scenes.ts'
import { realAnswers } from './stage/real-answers.ts'
import { serveStagePage, showOn, type StagePage } from './stage/stage-page.ts'
import { squares } from '../wall/squares.ts'

/** `WALL_MATRIX=1` photographs every scene on every wall in every theme; without it one of each kind is looked at. */
const whole = process.env['WALL_MATRIX'] === '1'
const samples = join(import.meta.dirname, '..', '..', 'data-samples')
/** One file of each kind is enough for every built-in panel to have something to say, or a reason to say nothing. */
const sources = [
  'regions',
  'units',
  'suggestions/闭会期间代表建议_2026年.xlsx',
  'budget_lines/2026年市本级部门预算指标.xlsx',
  'petitions/领导留言板/领导留言板_2026.ndjson',
  'livelihood_projects',
  'proceedings',
].map((name) => join(samples, name))

const home = process.env['WALL_HOME']
const from = home === undefined ? (whole ? [samples] : sources) : ['--home', home]

interface Walls {
  readonly width: number
  readonly height: number
  readonly viewings: readonly Viewing[]
}
const walls: readonly Walls[] = [
  { width: 1920, height: 1080, viewings: ['near', 'hall', 'single'] },
  { width: 3440, height: 1440, viewings: ['near', 'hall'] },
  { width: 3840, height: 1080, viewings: ['near', 'hall'] },
  { width: 5760, height: 1080, viewings: ['near', 'hall'] },
  { width: 1080, height: 1920, viewings: ['near', 'hall', 'single'] },
  ...(whole
    ? [
        { width: 3840, height: 2160, viewings: ['near'] as const },
        { width: 7680, height: 4320, viewings: ['near'] as const },
        { width: 7680, height: 2160, viewings: ['near'] as const },
      ]
    : []),
]
const themes = whole ? (['blue', 'red-gold', 'light'] as const) : (['blue'] as const)
/** Letters that are just large enough for 25 minutes of arc, as a share of the short side. */
const floors: Readonly<Record<Viewing, number>> = { near: 0.018, hall: 0.0285, single: 0.03 }

let stagePage: Awaited<ReturnType<typeof serveStagePage>>
let browser: Browser
let answers: { scenes: Scene[]; panels: PanelData[] }

beforeAll(async () => {
  const [page, real] = await Promise.all([serveStagePage(), realAnswers(from)])
  stagePage = page
  const made = madeScenes()
  answers = { scenes: [...real.scenes, ...made.scenes], panels: [...real.panels, ...made.panels] }
  browser = await launchBrowser()
}, 300_000)

afterAll(async () => {
  await browser.close()
  await stagePage.stop()
})

/** @param still nothing moves, so that what is measured is at rest as soon as it is drawn */
async function openStage(
  width: number,
  height: number,
  still = true,
): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, { width, height })
  if (still) await opened.page.emulateMedia({ reducedMotion: 'reduce' })
  await opened.page.goto(stagePage.url)
  return opened
}

describe.each(walls)('a wall of $width×$height', ({ width, height, viewings }) => {
  it('keeps every letter large enough, whole and free of others', async () => {
    const { page, problems } = await openStage(width, height)
    const faults: string[] = []
    for (const viewing of viewings)
      for (const theme of themes)
        for (const scene of answers.scenes) {
          await showOn(page, snapshotOf(answers, scene.id, { viewing, seams: [] }, theme))
          const found = await faultsOn(page, floors[viewing])
          faults.push(...found.map((fault) => `${viewing} ${scene.id} ${fault}`))
          if (whole || found.length > 0)
            await photograph(page, `stage-${scene.id}-${width}x${height}-${viewing}-${theme}`)
        }
    await page.context().close()
    expect(faults).toEqual([])
    expect(problems).toEqual([])
  }, 1_800_000)
})

describe('a map of the customer', () => {
  it('says every place whole on every wall, in its shape or beside it', async () => {
    // One district of each scene has no shape and stands beside the map.
    const maps = new Map(
      answers.panels.flatMap(({ key, content }) =>
        content?.form === 'tiles'
          ? [
              [
                key,
                mapOf(
                  key,
                  content.tiles.slice(1).map(({ id }) => id),
                ),
              ],
            ]
          : [],
      ),
    )
    expect(maps.size).toBeGreaterThanOrEqual(2)
    const faults: string[] = []
    const drawn = new Set<string>()
    for (const { width, height, viewings } of walls) {
      const { page } = await openStage(width, height)
      let isLoaded = false
      // Letters are largest against the panel in a hall.
      for (const viewing of whole ? viewings : (['hall'] as const))
        for (const [key, map] of maps) {
          const [scene = ''] = key.split('/')
          const shown = snapshotOf(answers, scene, { viewing, seams: [] }, 'blue')
          await showOn(page, shown, map)
          const form = page.locator(`[data-panel="${key}"] .map-form`)
          // From afar there may be no room for the panel.
          if ((await page.locator(`[data-panel="${key}"]`).count()) === 0) continue
          // What draws maps is loaded by the first one.
          await form.locator('canvas').waitFor()
          if (!isLoaded) await showOn(page, shown, map)
          isLoaded = true
          drawn.add(`${width}×${height}`)
          const found = await faultsOn(page, floors[viewing])
          faults.push(...found.map((fault) => `${width}×${height} ${viewing} ${scene} ${fault}`))
          if (whole || found.length > 0)
            await photograph(page, `stage-map-${scene}-${width}x${height}-${viewing}`)
        }
      await page.context().close()
    }
    expect(faults).toEqual([])
    expect(drawn.size).toBe(walls.length)
  }, 1_800_000)
})

/** A map nobody drew, with the number of a review that never was. */
function mapOf(id: string, codes: readonly string[]): WallMap {
  const shapes = JSON.parse(squares(codes)) as WallMapShapes
  return {
    id,
    number: '示例审(2026)0001号',
    source: '示例制图社',
    date: '2026-01-15',
    area: '云岭市',
    shapes,
  }
}

describe('seams', () => {
  it('are touched by no letter', async () => {
    const seams = [
      { from: 0.328, to: 0.336 },
      { from: 0.664, to: 0.672 },
    ]
    const { page } = await openStage(3840, 1080)
    for (const scene of answers.scenes) {
      await showOn(page, snapshotOf(answers, scene.id, { viewing: 'near', seams }, 'blue'))
      expect(await faultsOn(page, floors.near)).toEqual([])
      const boxes = await page
        .locator('.panel, .wall-header .start, .wall-header .end')
        .evaluateAll((elements) =>
          elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
        )
      for (const { left, right } of boxes)
        for (const { from, to } of seams)
          expect(right <= from * 3840 + 5 || left >= to * 3840 - 5, `${left}–${right}`).toBe(true)
    }
    await page.context().close()
  }, 300_000)
})

describe('a patch', () => {
  it('moves only what it changes: the same panels, the same charts', async () => {
    const { page } = await openStage(1920, 1080, false)
    const before = snapshotOf(answers, 'made-money', { viewing: 'near', seams: [] }, 'blue')
    await showOn(page, before)
    const charts = () =>
      page.evaluate(() => (globalThis as unknown as { stagePage: StagePage }).stagePage.chartIds())
    const ids = await charts()
    expect(ids.length).toBeGreaterThanOrEqual(2)
    await page.evaluate(() => {
      for (const part of document.querySelectorAll<HTMLElement>('.panel, canvas, [data-item]'))
        part.dataset['kept'] = 'yes'
    })
    const kept = () => page.locator('[data-kept="yes"]').count()
    const parts = await kept()
    for (const count of [16_001, 16_002, 16_003]) {
      const panels = before.panels.map((panel) =>
        panel.key === 'made-money/figures' && panel.content?.form === 'figures'
          ? {
              ...panel,
              content: {
                ...panel.content,
                items: panel.content.items.map((item, index) =>
                  index === 1 ? { ...item, value: count % 10_000 } : item,
                ),
              },
            }
          : panel,
      )
      await showOn(page, { ...before, panels })
      expect(await page.locator('[data-panel="made-money/figures"]').textContent()).toContain(
        (count % 10_000).toLocaleString('zh-CN'),
      )
    }
    expect(await charts()).toEqual(ids)
    expect(await kept()).toBe(parts)
    await page.context().close()
  }, 120_000)
})
