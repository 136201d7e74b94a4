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
  const asked = () => (drill.value === null ? '' : `${drill.value.panel}\n${drill.value.item}`)
  watch(
    asked,
    async (wanted) => {
      card.value = null
      const read = drill.value === null ? null : await readCard(drill.value)
      // Another card may have been opened while this one was on its way.
      if (wanted === asked()) card.value = read
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

async function readCard({ panel, item }: Drill): Promise<FactCard | null> {
  const path = `/wall/facts/${encodeURIComponent(panel)}/${encodeURIComponent(item)}`
  return request<FactCard>(path).catch(() => null)
}
