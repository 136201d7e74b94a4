import type { App } from 'vue'
import type { WallFault } from '#contract'
import { request } from '#ui'

const mostPerHour = 20
const hourMs = 3_600_000

/**
 * Tells the server of errors in the page: kind, the error's class and the place in our own code, never its message,
 * which may quote data. At most twenty an hour, so that a fault in every frame is told once and not for ever.
 * @param onDrawError called for each error of the app itself
 */
export function reportFaults(app: App, onDrawError: () => void): void {
  let told: number[] = []
  const tell = (kind: WallFault['kind'], error: unknown): void => {
    told = told.filter((at) => at > Date.now() - hourMs)
    if (told.length >= mostPerHour) return
    told.push(Date.now())
    request('/wall/faults', { body: describeFault(kind, error) }).catch(() => undefined)
  }
  addEventListener('error', (event) => {
    tell('script', event.error)
  })
  addEventListener('unhandledrejection', (event) => {
    tell('promise', event.reason)
  })
  app.config.errorHandler = (error) => {
    tell('panel', error)
    onDrawError()
  }
}

/** The first place of the stack that lies in a file of ours, as `file.js:line:column`. */
export function describeFault(kind: WallFault['kind'], error: unknown): WallFault {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const place = /\/assets\/([\w-]+\.js:\d+:\d+)/.exec(stack)?.[1] ?? ''
  const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'Unknown'
  return { kind, name, place }
}
