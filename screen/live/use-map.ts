import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { WallMap } from '#contract'
import { address } from '#ui'

const againMs = 30_000

/**
 * The map the server names, asked for once and when it changes; null until it is there and while none is named. It
 * never changes under its id, so what the browser keeps of it will do, also when a wall starts without network.
 * @param id of the map the wall is to draw
 * @param connection asked for again when it changes
 */
export function useMap(id: () => string | null, connection: () => string): Readonly<Ref<WallMap | null>> {
  const map = shallowRef<WallMap | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    clearTimeout(timer)
    const wanted = id()
    if (wanted === (map.value?.id ?? null)) return
    if (wanted === null) map.value = null
    else {
      const answer = await fetchMap(wanted)
      // Another map, or none, may hang by now.
      if (id() !== wanted) return
      map.value = answer
      if (answer === null) timer = setTimeout(() => void load(), againMs)
    }
  }

  watch([id, connection], () => void load(), { immediate: true })
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return map
}

/** Null when it cannot be had now; the wall shows tiles meanwhile. */
async function fetchMap(id: string): Promise<WallMap | null> {
  try {
    const answer = await fetch(address('/wall/map', { id }), { cache: 'force-cache' })
    const map = answer.ok ? ((await answer.json()) as WallMap) : null
    return map?.id === id ? map : null
  } catch {
    return null
  }
}
