import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { FactCard, StageState } from '#contract'
import { request } from '#ui'

/** Seconds a card opened on the wall itself stands before the scene returns. */
const cardSeconds = 30

type Drill = NonNullable<StageState['drill']>

/**
 * The open fact card: the one the server says is open, or one opened by touching this wall. Closes at its time; a card
 * that cannot be read is not shown.
 */
export function useFactCard(
  stage: () => StageState | null,
  now: () => number,
): {
  readonly drill: ComputedRef<Drill | null>
  readonly card: Readonly<ShallowRef<FactCard | null>>
  readonly open: (panel: string, item: string) => void
  readonly close: () => void
} {
  const touched = shallowRef<Drill | null>(null)
  const card = shallowRef<FactCard | null>(null)
  const drill = computed(() => {
    const own = touched.value
    return own !== null && Date.parse(own.until) > now() ? own : (stage()?.drill ?? null)
  })
  watch(
    () => (drill.value === null ? '' : `${drill.value.panel}\n${drill.value.item}`),
    async (asked) => {
      card.value = null
      if (drill.value === null) return
      const { panel, item } = drill.value
      const read = await request<FactCard>(
        `/wall/facts/${encodeURIComponent(panel)}/${encodeURIComponent(item)}`,
      ).catch(() => null)
      // Another card may have been opened while this one was on its way.
      if (asked === `${drill.value?.panel ?? ''}\n${drill.value?.item ?? ''}`) card.value = read
    },
    { immediate: true },
  )
  return {
    drill,
    card,
    open: (panel, item) => {
      touched.value = { panel, item, until: new Date(now() + cardSeconds * 1000).toISOString() }
    },
    close: () => (touched.value = null),
  }
}
