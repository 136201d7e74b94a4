/** Kept by the service worker beside what it keeps anyway: fonts and parts loaded before it took over. */
function loadedAssets(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
}

/** Browsers offer service workers over HTTPS and on the machine itself only; elsewhere a cold start needs the server. */
function workers(): ServiceWorkerContainer | null {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : null
}

/**
 * Has the service worker keep the page and all it needs, for a start without network. Never fails: a wall that cannot
 * have one works all the same while the server is there.
 */
export async function keepShell(): Promise<void> {
  const container = workers()
  if (container === null) return
  try {
    await container.register('/screen-sw.js', { scope: '/screen' })
    const { active } = await container.ready
    // Once the fonts of the first scenes are there too.
    setTimeout(() => active?.postMessage(loadedAssets()), 10_000)
  } catch {
    return
  }
}

const updateWithinMs = 10_000

/** Fetches the newest service worker, so that the page that is loaded next is not the old one. */
export async function updateShell(): Promise<void> {
  const registration = await workers()?.getRegistration('/screen')
  if (registration === undefined) return
  const late = new Promise<void>((resolve) => setTimeout(resolve, updateWithinMs))
  await Promise.race([registration.update().catch(() => undefined), late])
}
