import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import type { WallMap, WallSnapshot } from '#contract'

const root = join(import.meta.dirname, '..', '..', '..')
const page = 'tests/screen/stage-page/index.html'
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Builds the page that shows the product's wall what a test hands it, and serves it until `stop`. */
export async function serveStagePage(): Promise<{ url: string; stop: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'huizhi-stage-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [vue()],
    build: {
      outDir,
      target: 'chrome100',
      minify: false,
      chunkSizeWarningLimit: 9000,
      rolldownOptions: { input: join(root, page) },
    },
  })
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    readFile(join(outDir, path)).then(
      (body) => response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/${page}`,
    stop: async () => {
      server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}

/** What the page offers to the browser side of a test. */
export interface StagePage {
  show(snapshot: WallSnapshot, map: WallMap | null): void
  drawnTexts(): {
    text: string
    size: number
    left: number
    top: number
    right: number
    bottom: number
  }[]
  chartIds(): string[]
}

/** Shows a snapshot, with a map where one hangs, and waits until it is laid out and its charts are drawn. */
export async function showOn(page: Page, snapshot: WallSnapshot, map: WallMap | null = null): Promise<void> {
  await page.evaluate(
    async ([next, hung]) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      ;(globalThis as unknown as { stagePage: StagePage }).stagePage.show(next, hung)
      await document.fonts.ready
      for (let count = 0; count < 6; count++) await frame()
      // Bars and figures take up to 400 ms to come to rest.
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      if (!still) await new Promise((done) => setTimeout(done, 450))
    },
    [snapshot, map] as const,
  )
}
