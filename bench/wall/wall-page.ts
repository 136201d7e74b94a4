import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { haste, markOf } from './protocol.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the long run watches: after a forced collection. */
export interface Census {
  readonly heapBytes: number
  readonly nodes: number
  readonly listeners: number
  readonly canvases: number
  readonly charts: number
  /** Event streams opened so far, the first included. */
  readonly streams: number
}

/** Timers of the page run faster; clocks, drawing and workers do not. Counts the streams it opens. */
const hurry = `
  const speed = ${haste}
  const { setTimeout: later, setInterval: often, EventSource: Source } = window
  window.setTimeout = (run, ms = 0, ...rest) => later(run, ms / speed, ...rest)
  window.setInterval = (run, ms = 0, ...rest) => often(run, ms / speed, ...rest)
  window.__streams = 0
  window.EventSource = class extends Source {
    constructor(...given) {
      super(...given)
      window.__streams += 1
    }
  }
`

/** Chromium as a wall runs it, with one page on the wall. */
export class WallPage {
  readonly browser: Browser
  readonly page: Page
  readonly #cdp: CDPSession
  readonly problems: string[] = []

  private constructor(browser: Browser, page: Page, cdp: CDPSession) {
    this.browser = browser
    this.page = page
    this.#cdp = cdp
    page.on('pageerror', (error) => this.problems.push(error.message))
  }

  static async open(executablePath: string, size: Size): Promise<WallPage> {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--js-flags=--expose-gc'],
    })
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    await page.addInitScript(hurry)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new WallPage(browser, page, cdp)
  }

  /** Waits until the page shows a step; false when it did not within `ms`. */
  async shows(step: number, ms = 60_000): Promise<boolean> {
    const mark = JSON.stringify(markOf(step))
    const end = performance.now() + ms
    while (performance.now() < end) {
      // Asked from outside: the page's own policy forbids evaluating text in it.
      if ((await this.page.evaluate(`document.body.textContent.includes(${mark})`)) === true) return true
      await this.page.waitForTimeout(20)
    }
    return false
  }

  async census(): Promise<Census> {
    await this.#cdp.send('HeapProfiler.collectGarbage')
    await this.#cdp.send('HeapProfiler.collectGarbage')
    const metrics = await this.metrics()
    const counted: unknown = await this.page.evaluate(`({
      canvases: document.querySelectorAll('canvas').length,
      charts: document.querySelectorAll('[_echarts_instance_]').length,
      streams: window.__streams,
    })`)
    return {
      heapBytes: metrics['JSHeapUsedSize'] ?? 0,
      nodes: metrics['Nodes'] ?? 0,
      listeners: metrics['JSEventListeners'] ?? 0,
      ...(counted as Pick<Census, 'canvases' | 'charts' | 'streams'>),
    }
  }

  /** Chromium's counters; durations in seconds of the main thread's own time. */
  async metrics(): Promise<Readonly<Record<string, number>>> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }

  async setNetwork(isUp: boolean): Promise<void> {
    await this.page.context().setOffline(!isUp)
  }
}
