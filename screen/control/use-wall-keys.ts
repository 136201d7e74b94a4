import { useEventListener, useFullscreen } from '@vueuse/core'
import type { Scene, StageState } from '#contract'
import { keyCommand } from './key-command.ts'
import { sendCommand } from './send.ts'

/** The wall's own keyboard; F is for the browser, the rest goes to the server. */
export function useWallKeys(wall: {
  stage: () => StageState | null
  scenes: () => readonly Scene[]
  close: () => void
}): void {
  const { toggle } = useFullscreen()
  useEventListener(globalThis, 'keydown', (event: KeyboardEvent) => {
    const stage = wall.stage()
    if (stage === null || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key.toLowerCase() === 'f') {
      void toggle()
      return
    }
    const command = keyCommand(event.key, stage, wall.scenes())
    if (command === null) return
    event.preventDefault()
    if (command.type === 'close') wall.close()
    void sendCommand(command)
  })
}
