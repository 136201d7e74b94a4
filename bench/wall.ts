// The wall's cost beside a bare ECharts page with the same charts: main thread per update, first paint, size.
// npm run bench wall [-- HOME]: a data home that is filled already; without one the samples are read first.
import { join } from 'node:path'
import { table } from '../cli/output.ts'
import { buildBarePage } from './wall/bare/build.ts'
import { measureCost, type Cost } from './wall/cost.ts'
import { DrivenServer } from './wall/driven-server.ts'
import { withSampleHome } from './wall/home.ts'
import type { Ready } from './wall/protocol.ts'
import { gzipSize, wallScriptSize } from './wall/size.ts'
import { WallPage, type Size } from './wall/wall-page.ts'

const chromium = '/usr/bin/chromium'
const updates = 10
const sizes: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 7680, height: 2160 },
]
const limitKilobytes = 280
const bareScript = await buildBarePage()

interface Row extends Size {
  readonly charts: number
  readonly panels: number
  readonly all: Cost
  readonly ours: Cost
  readonly bare: Cost
}

/** The page that does nothing but draw the charts of the scene that stands on the wall. */
async function openBare(wall: WallPage, url: string): Promise<number> {
  const plan: unknown = await wall.page.evaluate(`(() => {
    const charts = [...document.querySelectorAll('[_echarts_instance_]')].map((chart) => {
      const { left, top, width } = chart.getBoundingClientRect()
      const scale = width / chart.clientWidth
      const key = chart.closest('.panel').dataset.panel
      const { clientWidth, clientHeight } = chart
      return { key, left: left / scale, top: top / scale, width: clientWidth, height: clientHeight, scale }
    })
    const fontSize = parseFloat(document.querySelector('.wall').style.getPropertyValue('--type-floor'))
    return { scale: charts[0].scale, fontSize, charts }
  })()`)
  await wall.page.route('**/bare', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<meta charset=utf-8><body><script src=bare.js></script>',
    }),
  )
  await wall.page.route('**/bare.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: bareScript }),
  )
  await wall.page.goto(`${url}/bare#${encodeURIComponent(JSON.stringify(plan))}`)
  await wall.page.waitForSelector('canvas')
  return paintOf(wall)
}

async function paintOf({ page }: WallPage): Promise<number> {
  return Number(
    await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`),
  )
}

async function measureSize(server: DrivenServer, ready: Ready, scene: number, size: Size): Promise<Row> {
  const wall = await WallPage.open(chromium, size, 1)
  try {
    server.order({ do: 'show', scene })
    await wall.page.goto(ready.url + ready.link)
    await wall.page.waitForSelector('.panel canvas')
    const counted = (selector: string) => wall.page.locator(selector).count()
    const [charts, panels] = [await counted('[_echarts_instance_]'), await counted('.panel')]
    const all = await measureCost(server, wall, 'all', updates)
    const ours = await measureCost(server, wall, 'charts', updates)
    await openBare(wall, ready.url)
    const bare = await measureCost(server, wall, 'charts', updates)
    return { ...size, charts, panels, all, ours, bare }
  } finally {
    await wall.browser.close()
  }
}

/** The scene with the most charts. */
async function busiestScene(server: DrivenServer, ready: Ready): Promise<number> {
  const wall = await WallPage.open(chromium, sizes[0] ?? { width: 1920, height: 1080 })
  const counts: number[] = []
  await wall.page.goto(ready.url + ready.link)
  await wall.page.waitForSelector('.panel')
  for (const [scene] of ready.scenes.entries()) {
    server.order({ do: 'show', scene })
    await wall.page.waitForTimeout(1200)
    counts.push(await wall.page.locator('[_echarts_instance_]').count())
  }
  await wall.browser.close()
  return counts.indexOf(Math.max(...counts))
}

interface Paint {
  readonly name: string
  /** First contentful paint and first panel, ms after the address was entered. */
  readonly paint: number
  readonly picture: number
}

/** First start, second start, start with the server gone, and the bare page. */
async function measurePaints(server: DrivenServer, ready: Ready, scene: number): Promise<Paint[]> {
  const wall = await WallPage.open(chromium, sizes[0] ?? { width: 1920, height: 1080 }, 1)
  const read = async (name: string): Promise<Paint> => {
    await wall.page.waitForSelector('.panel, canvas')
    await wall.page.waitForTimeout(1000)
    return {
      name,
      paint: await paintOf(wall),
      picture: Number(await wall.page.evaluate('window.__picture')),
    }
  }
  try {
    server.order({ do: 'show', scene })
    await wall.page.goto(ready.url + ready.link)
    const cold = await read('第一次打开')
    await wall.page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    // Fonts and parts are handed to the worker ten seconds after it took over.
    await wall.page.waitForTimeout(13_000)
    await wall.page.reload()
    const warm = await read('再次打开')
    await wall.page.waitForSelector('.panel canvas')
    await openBare(wall, ready.url)
    const bare = await read('裸 ECharts 页')
    await server.kill()
    await wall.page.goto(`${ready.url}/screen`)
    return [cold, warm, await read('断网打开'), bare]
  } finally {
    await wall.browser.close()
  }
}

async function measure(home: string): Promise<void> {
  await printSizes()
  const server = new DrivenServer(home)
  try {
    const ready = await server.start()
    const scene = await busiestScene(server, ready)
    const rows: Row[] = []
    for (const size of sizes) {
      // A sign-in link is good for one wall.
      await server.kill()
      console.error(`正在测 ${size.width}×${size.height}`)
      const row = await measureSize(server, await server.start(), scene, size)
      rows.push(row)
      console.error(JSON.stringify(row))
    }
    await server.kill()
    const paints = await measurePaints(server, await server.start(), scene)
    printCosts(rows)
    console.log(table(['打开', '首次绘制 ms', '第一块面板 ms'], paints.map(paintCells)))
  } finally {
    await server.kill()
  }
}

function paintCells({ name, paint, picture }: Paint): string[] {
  return [name, paint.toFixed(0), picture.toFixed(0)]
}

function printCosts(rows: readonly Row[]): void {
  console.log('主线程每次更新，毫秒（括号内为其中的脚本）；“倍”为只有图变化时与裸 ECharts 页之比')
  console.log(
    table(
      ['画面', '图', '面板', '全部变化', '只有图变化', '每图', '裸页', '裸页每图', '倍'],
      rows.map(({ width, height, charts, panels, all, ours, bare }) => [
        `${width}×${height}`,
        String(charts),
        String(panels),
        costCell(all),
        costCell(ours),
        (ours.task / charts).toFixed(1),
        costCell(bare),
        (bare.task / charts).toFixed(1),
        (ours.task / bare.task).toFixed(2),
      ]),
    ),
  )
}

function costCell({ task, script }: Cost): string {
  return `${task.toFixed(1)}（${script.toFixed(1)}）`
}

async function printSizes(): Promise<void> {
  const kilobytes = (bytes: number) => bytes / 1000
  const ours = kilobytes(await wallScriptSize(join(import.meta.dirname, '..', 'dist')))
  const bare = kilobytes(gzipSize(bareScript))
  const verdict = ours <= limitKilobytes ? '在目标内' : '超出目标'
  console.log(
    `脚本（gzip）：大屏 ${ours.toFixed(0)} kB（目标 ${limitKilobytes}，${verdict}），裸 ECharts 页 ${bare.toFixed(0)} kB，${(ours / bare).toFixed(2)} 倍`,
  )
}

await withSampleHome(process.argv[3], measure)
