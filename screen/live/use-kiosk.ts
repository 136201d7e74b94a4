import { useIdle, useWakeLock } from '@vueuse/core'
import { watch } from 'vue'

const cursorMs = 3000

/** What a browser on a wall needs: the display kept awake where the browser can, and no pointer left on the picture. */
export function useKiosk(): void {
  const lock = useWakeLock()
  if (lock.isSupported.value) void lock.request('screen').catch(() => undefined)
  const { idle } = useIdle(cursorMs, { events: ['mousemove', 'mousedown'], initialState: false })
  watch(idle, (isIdle) => (document.documentElement.style.cursor = isIdle ? 'none' : ''), { immediate: true })
}
