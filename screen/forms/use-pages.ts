import { useIntervalFn } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'

/** Seconds one page stands: long enough to read six rows. */
export const pageSeconds = 10
/** Seconds a touched list waits before it turns again. */
const touchSeconds = 30

export interface Pages<T> {
  readonly rows: ComputedRef<readonly T[]>
  /** Page from 1 and how many there are. */
  readonly page: ComputedRef<number>
  readonly pages: ComputedRef<number>
  /** Someone touched the list: it holds for a while. */
  readonly hold: () => void
}

/**
 * Shows rows a page at a time. New data never sends the list back to its first page; when rows on view change, the
 * page stands its whole time again, so that nobody loses the row being read.
 */
export function usePages<T extends { readonly id: string }>(
  all: () => readonly T[],
  perPage: () => number,
  paused: () => boolean,
): Pages<T> {
  const asked = shallowRef(0)
  const waited = shallowRef(0)
  const pages = computed(() => Math.max(1, Math.ceil(all().length / Math.max(1, perPage()))))
  const index = computed(() => Math.min(asked.value, pages.value - 1))
  const rows = computed(() => all().slice(index.value * perPage(), (index.value + 1) * perPage()))

  useIntervalFn(() => {
    if (paused() || pages.value < 2) return
    waited.value += 1
    if (waited.value < pageSeconds) return
    waited.value = 0
    asked.value = (index.value + 1) % pages.value
  }, 1000)
  watch(
    () => JSON.stringify(rows.value),
    () => (waited.value = Math.min(waited.value, 0)),
  )
  return {
    rows,
    page: computed(() => index.value + 1),
    pages,
    hold: () => {
      waited.value = pageSeconds - touchSeconds
    },
  }
}
