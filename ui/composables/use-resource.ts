import { useDocumentVisibility } from '@vueuse/core'
import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { backOff, browserSpread } from './back-off.ts'

export interface ResourceOptions {
  /** Milliseconds between two successful loads; 0 loads once and on `refresh`. */
  readonly interval?: MaybeRefOrGetter<number>
  /** For tests. */
  readonly spread?: () => number
}

export interface Resource<T> {
  /** Last good answer; stays while later loads fail. */
  readonly data: Readonly<ShallowRef<T | null>>
  /** Why the last load failed; null after a good one. */
  readonly error: Readonly<ShallowRef<unknown>>
  readonly loading: Readonly<ShallowRef<boolean>>
  /** Browser time of the last good answer, ms since the epoch. */
  readonly loadedAt: Readonly<ShallowRef<number | null>>
  refresh(): void
}

/**
 * Loads something now, again every `interval`, and on `refresh`. A newer load aborts the older one; failures back off from 1 to 30 s and keep the last good data; nothing runs
 * while the page is hidden; everything stops with the scope.
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: ResourceOptions = {},
): Resource<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<unknown>(null)
  const loading = shallowRef(false)
  const loadedAt = shallowRef<number | null>(null)
  const visibility = useDocumentVisibility()
  const spread = options.spread ?? browserSpread
  let current: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let due = false

  function schedule(wait: number): void {
    clearTimeout(timer)
    if (wait > 0) timer = setTimeout(run, wait)
  }

  function run(): void {
    if (visibility.value === 'hidden') {
      due = true
      return
    }
    due = false
    clearTimeout(timer)
    current?.abort()
    const own = (current = new AbortController())
    loading.value = true
    load(own.signal).then(
      (value) => {
        if (own.signal.aborted) return
        data.value = value
        error.value = null
        loadedAt.value = Date.now()
        failures = 0
        loading.value = false
        schedule(toValue(options.interval) ?? 0)
      },
      (reason: unknown) => {
        if (own.signal.aborted) return
        error.value = reason
        loading.value = false
        schedule(backOff(failures, spread()))
        failures += 1
      },
    )
  }

  watch(visibility, (state) => {
    if (state === 'visible' && due) run()
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    current?.abort()
  })
  run()
  return { data, error, loading, loadedAt, refresh: run }
}
