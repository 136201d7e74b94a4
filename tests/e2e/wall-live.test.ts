import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DrivenServer } from '../../bench/wall/driven-server.ts'
import { markOf, type Ready } from '../../bench/wall/protocol.ts'
import { soak } from '../../bench/wall/soak.ts'
import { WallPage } from '../../bench/wall/wall-page.ts'
import { runHuizhi } from '#tests/served.ts'

const root = join(import.meta.dirname, '..', '..')
const samples = ['regions', 'units', 'suggestions', 'budget_lines']
const minutes = 60_000

let folder: string
let dist: string
let server: DrivenServer
let ready: Ready
let wall: WallPage
let step = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizhi-wall-live-'))
  dist = join(folder, 'dist')
  const home = join(folder, 'home')
  await cp(join(root, 'dist'), dist, { recursive: true })
  const files = samples.map((name) => join(root, 'data-samples', name))
  await runHuizhi(['ingest', ...files, '--data-dir', home])
  await runHuizhi(['run', '--data-dir', home])
  server = new DrivenServer(home, dist)
  ready = await server.start()
  wall = await WallPage.open('/usr/bin/chromium', { width: 1920, height: 1080 })
  await wall.page.goto(ready.url + ready.link)
  expect(await wall.shows(0)).toBe(true)
}, 8 * minutes)

afterAll(async () => {
  await wall.browser.close()
  await server.kill()
  await rm(folder, { recursive: true, force: true })
})

/** Changes every panel and waits until the wall shows it. */
async function advance(): Promise<void> {
  step += 1
  server.order({ do: 'step', step })
  expect(await wall.shows(step)).toBe(true)
}

/** Waits until the wall has left its page for a new one that shows the step. */
async function reloads(change: () => Promise<void>): Promise<void> {
  await wall.page.evaluate(() => {
    document.documentElement.dataset['page'] = 'old'
  })
  await change()
  await expect
    .poll(() => wall.page.evaluate(() => document.documentElement.dataset['page']), { timeout: minutes })
    .toBeUndefined()
  expect(await wall.shows(step)).toBe(true)
}

const notice = () => wall.page.getByText('离线')

describe('a wall that runs', () => {
  it(
    'changes in place: what stood before a patch stands after it',
    async () => {
      const { page } = wall
      const marked = await page.evaluate(() => {
        const parts = [...document.querySelectorAll<HTMLElement>('.wall canvas, .wall header, .wall h2')]
        for (const part of parts) part.dataset['kept'] = 'yes'
        return parts.length
      })
      expect(marked).toBeGreaterThan(5)
      await advance()
      await advance()
      expect(await page.locator('[data-kept="yes"]').count()).toBe(marked)
    },
    minutes,
  )

  it(
    'keeps its picture when the server is killed, says so, and catches up when it is back',
    async () => {
      await server.kill()
      await notice().waitFor({ timeout: minutes })
      expect(await wall.page.getByText(markOf(step)).count()).toBeGreaterThan(0)
      await server.start()
      await advance()
      await expect.poll(() => notice().count(), { timeout: minutes }).toBe(0)
    },
    3 * minutes,
  )

  it(
    'notices by the missing heartbeat that a server hangs which still holds the line',
    async () => {
      server.freeze()
      await notice().waitFor({ timeout: minutes })
      server.thaw()
      await advance()
      await expect.poll(() => notice().count(), { timeout: minutes }).toBe(0)
    },
    3 * minutes,
  )

  it(
    'starts without network: frame, last snapshot and its time',
    async () => {
      const { page } = wall
      await expect
        .poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: minutes })
        .toBeGreaterThan(0)
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      // The snapshot is kept every ten seconds (a tenth of that here) and when the page goes.
      await server.kill()
      await page.reload()
      await notice().waitFor({ timeout: minutes })
      expect(await wall.shows(step)).toBe(true)
      expect(await page.locator('header').first().textContent()).toMatch(/数据|截至|离线/)
      const kept = await page.evaluate(async () => {
        const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
        return (await Promise.all(stores.map((store) => store.keys())))
          .flat()
          .map(({ url }) => new URL(url).pathname)
      })
      expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([])
      await server.start()
      await advance()
    },
    3 * minutes,
  )

  it(
    'loads the page anew when the server hands out another build',
    async () => {
      const file = join(dist, 'screen', 'index.html')
      const page = await readFile(file, 'utf8')
      await reloads(() =>
        writeFile(file, page.replace(/(huizhi-build" content=")[0-9a-f]{12}/, '$1abcdefabcdef')),
      )
      // The build of before is another one again: without waiting, the page would go under the feet of the next test.
      await reloads(() => writeFile(file, page))
    },
    3 * minutes,
  )

  it(
    'says the last safe sentence and starts anew when its root fails',
    async () => {
      const { page } = wall
      const context = page.context()
      const broken = await context.newPage()
      await broken.addInitScript(`
        const { setTimeout: later } = window
        window.setTimeout = (run, ms = 0, ...rest) => later(run, ms / 20, ...rest)
        window.Worker = class { constructor() { throw new Error('forbidden') } }
      `)
      await broken.goto(`${ready.url}/screen`)
      const words = broken.locator('.last-resort')
      await words.waitFor({ timeout: minutes })
      expect(await words.textContent()).toMatch(/自动重新打开[^]*〔\d+〕[^]*数据截至 \d{4}/)
      const anew = broken.waitForEvent('load', { timeout: minutes })
      await anew
      await broken.close()
    },
    3 * minutes,
  )

  it(
    'asks for snapshots where the stream is refused',
    async () => {
      const polled = await wall.page.context().newPage()
      // A proxy that answers the stream with an error; the wall's own timers run as ever.
      await polled.route('**/wall/events*', (route) => route.fulfill({ status: 503 }))
      const asked: string[] = []
      polled.on('request', (request) => {
        if (request.url().includes('/wall/snapshot')) asked.push(request.url())
      })
      await polled.goto(`${ready.url}/screen`)
      await polled.getByText(markOf(step)).first().waitFor({ timeout: minutes })
      server.order({ do: 'step', step: (step += 1) })
      await polled.getByText(markOf(step)).first().waitFor({ timeout: minutes })
      expect(asked.length).toBeGreaterThan(1)
      expect(await polled.getByText('离线').count()).toBe(0)
      await polled.close()
    },
    3 * minutes,
  )

  it(
    'loses no update and gathers nothing over a short long run',
    async () => {
      const { dropped, restarts, reconnects, first, last } = await soak(server, wall, ready.scenes, {
        updates: 60,
        restarts: 2,
        cuts: 1,
        samples: 8,
        limitMs: 4 * minutes,
      })
      expect(dropped).toBe(0)
      expect(restarts).toBe(2)
      expect(reconnects).toBeGreaterThanOrEqual(2)
      expect(last.canvases).toBe(first.canvases)
      expect(last.listeners).toBe(first.listeners)
      expect(last.objects).toBeLessThan(first.objects * 1.05)
      expect(last.charts).toBe(first.charts)
      expect(Math.abs(last.nodes - first.nodes)).toBeLessThan(first.nodes * 0.1)
      expect(wall.problems).toEqual([])
    },
    6 * minutes,
  )
})
