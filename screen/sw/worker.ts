/**
 * The wall's service worker: keeps the page and what it is made of, so that a wall that starts without network shows
 * its frame and the last snapshot. It never keeps an answer of the interface. Built to `/screen-sw.js` with the list
 * of files put in by scripts/wall-shell-plugin.ts.
 */
interface Shell {
  readonly build: string
  /** Addresses of the page, its scripts and its styles. */
  readonly files: readonly string[]
}
declare const HUIZHI_WALL_SHELL: Shell

/** The part of a service worker's global that is used here; the browser types of the project know pages only. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WindowClient {
  readonly url: string
  readonly frameType: string
  navigate(url: string): Promise<unknown>
}
interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void>; matchAll(options: { type: 'window' }): Promise<WindowClient[]> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listen: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listen: (event: WorkerEvent & { data: unknown }) => void): void
}

const worker = globalThis as unknown as WorkerScope
const page = '/screen'
/** Where the watchdog's worker says that the page hangs; answered here, it never reaches the server. */
const hangAddress = '/screen/hangs'
const shellCache = `huizhi-wall-${HUIZHI_WALL_SHELL.build}`
/** Fonts and other files named by their content: the same for every build that uses them. */
const assetCache = 'huizhi-wall-assets'
const pageWithinMs = 4000

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shellCache)
      .then((cache) => cache.addAll([...HUIZHI_WALL_SHELL.files]))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()))
})

worker.addEventListener('message', (event) => {
  if (isStringArray(event.data)) event.waitUntil(keep(event.data))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== worker.location.origin) return
  if (pathname === hangAddress) event.respondWith(reopen())
  else if (request.method !== 'GET') return
  else if (request.mode === 'navigate' && pathname.replace(/\/$/, '') === page)
    event.respondWith(openPage(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(openAsset(request))
})

/** The server's page when it answers soon, else the kept one. */
async function openPage(request: Request): Promise<Response> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, pageWithinMs, null))
  const answer = await Promise.race([fetch(request).catch(() => null), late])
  if (answer?.ok === true) return answer
  return (await caches.match(page)) ?? answer ?? Response.error()
}

async function openAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(assetCache)).put(request, answer.clone())
  return answer
}

/** Keeps what the page had loaded before this worker took over. */
async function keep(addresses: readonly string[]): Promise<void> {
  const missing: string[] = []
  for (const address of addresses) {
    if ((await caches.match(address)) === undefined) missing.push(address)
  }
  await (await caches.open(assetCache)).addAll(missing)
}

async function dropOldShells(): Promise<void> {
  const current = new Set([shellCache, assetCache])
  const old = (await caches.keys()).filter((name) => name.startsWith('huizhi-wall-') && !current.has(name))
  await Promise.all(old.map((name) => caches.delete(name)))
}

/**
 * Loads every wall of this browser anew: one that draws no more cannot be trusted to do so itself. Tried in Chromium:
 * a page whose script never ends is not replaced this way, because the new page waits for the old one's thread; for that
 * case the machine needs a watchdog outside the browser (docs/wall.md).
 */
async function reopen(): Promise<Response> {
  const windows = await worker.clients.matchAll({ type: 'window' })
  const walls = windows.filter(({ url, frameType }) => frameType === 'top-level' && url.includes(page))
  await Promise.all(walls.map((wall) => wall.navigate(page).catch(() => undefined)))
  return new Response(null, { status: 204 })
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
