import { useIntervalFn } from '@vueuse/core'
import { onScopeDispose } from 'vue'

/** Has a worker watch that the page goes on drawing; see watchdog-worker.ts for what happens when it does not. */
export function useWatchdog(): void {
  const worker = new Worker(new URL('./watchdog-worker.ts', import.meta.url), { type: 'module' })
  let frame = 0

  useIntervalFn(() => {
    if (document.visibilityState === 'hidden') {
      worker.postMessage('hidden')
      return
    }
    cancelAnimationFrame(frame)
    // A sign of life from a drawn frame: a timer alone would go on while nothing reaches the wall.
    frame = requestAnimationFrame(() => {
      worker.postMessage('draws')
    })
  }, 1000)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    worker.terminate()
  })
}
