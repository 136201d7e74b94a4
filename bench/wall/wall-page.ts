import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { haste, markPattern } from './protocol.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the long run watches: after a forced collection. */
export interface Census {
  readonly heapBytes: number
  /** Live JavaScript objects: unlike the heap's bytes they do not grow with the code Chromium compiles. */
  readonly objects: number
  readonly nodes: number
  readonly listeners: number
  readonly canvases: number
  readonly charts: number
  /** Event streams opened so far, the first included. */
  readonly streams: number
}

/**
 * Timers of the page run faster; clocks, drawing and workers do not. Counts the streams it opens and reads the step that
 * is shown; what is asked again and again is always the same text, because Chromium keeps each text it has compiled.
 */
const watch = (speed: number) => `
  const speed = ${speed}
  const { setTimeout: later, setInterval: often, EventSource: Source } = window
  window.setTimeout = (run, ms = 0, ...rest) => later(run, ms / speed, ...rest)
  window.setInterval = (run, ms = 0, ...rest) => often(run, ms / speed, ...rest)
  window.__streams = 0
  window.__patches = 0
  window.EventSource = class extends Source {
    constructor(...given) {
      super(...given)
      window.__streams += 1
      this.addEventListener('patch', () => (window.__patches += 1))
    }
  }
  new MutationObserver((changes, observer) => {
    if (document.querySelector('.scene .panel, canvas') === null) return
    window.__picture = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
  window.__step = () => {
    const title = document.querySelector('.scene h2')
    return Number(${String(markPattern)}.exec(title?.textContent ?? '')?.[1] ?? -1)
  }
`

/** What a step sets moving has come to rest: a number changes in 0.4 s, a chart as long. */
const restMs = 700

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

  /** @param speed how many times faster the page's timers run */
  static async open(executablePath: string, size: Size, speed = haste): Promise<WallPage> {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--js-flags=--expose-gc'],
    })
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    await page.addInitScript(watch(speed))
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new WallPage(browser, page, cdp)
  }

  /** Waits until the page shows a step or a later one; false when it did not within `ms`. */
  async shows(step: number, ms = 60_000): Promise<boolean> {
    const end = performance.now() + ms
    while (performance.now() < end) {
      // Asked from outside: the page's own policy forbids evaluating text in it.
      if (Number(await this.page.evaluate('window.__step()')) >= step) return true
      await this.page.waitForTimeout(20)
    }
    return false
  }

  /** Counts at rest, after a forced collection. */
  async census(): Promise<Census> {
    await this.page.waitForTimeout(restMs)
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
      objects: await this.#countObjects(),
      nodes: metrics['Nodes'] ?? 0,
      listeners: metrics['JSEventListeners'] ?? 0,
      ...(counted as Pick<Census, 'canvases' | 'charts' | 'streams'>),
    }
  }

  async #countObjects(): Promise<number> {
    const objectGroup = 'census'
    const root = await this.#cdp.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup })
    const prototypeObjectId = root.result.objectId ?? ''
    const { objects } = await this.#cdp.send('Runtime.queryObjects', { prototypeObjectId, objectGroup })
    const counted = await this.#cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: 'function () { return this.length }',
      objectId: objects.objectId ?? '',
      returnByValue: true,
    })
    await this.#cdp.send('Runtime.releaseObjectGroup', { objectGroup })
    return Number(counted.result.value)
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
