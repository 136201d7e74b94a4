import { useKiosk } from './use-kiosk.ts'
import { useReload } from './use-reload.ts'
import type { useWall } from './use-wall.ts'
import { useWatchdog } from './watchdog.ts'

/** What keeps a wall's page running for weeks: reloads at quiet moments, a watchdog, a display that stays awake. */
export function useUpkeep(wall: ReturnType<typeof useWall>): void {
  useReload(wall)
  useWatchdog()
  useKiosk()
}
