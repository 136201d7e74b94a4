/**
 * Runs beside the page, in a thread of its own. The page says each second that it still draws; when that has not been
 * heard for too long while the page was in sight, the service worker is told to load it anew.
 */
const hungMs = 30_000

let lastSign = Date.now()
let isWatching = false

addEventListener('message', ({ data }: MessageEvent<'draws' | 'hidden'>) => {
  lastSign = Date.now()
  isWatching = data === 'draws'
})

setInterval(() => {
  if (!isWatching || Date.now() - lastSign < hungMs) return
  isWatching = false
  void fetch('/screen/hangs', { method: 'POST' }).catch(() => undefined)
}, 1000)
