import { shallowRef, watch, type Ref } from 'vue'
import type { StageState, WallSnapshot } from '#contract'
import { browserSpread } from '#ui'
import { nightlyReload, reloadReason, type ReloadTry } from './reload-rules.ts'
import { updateShell } from './shell.ts'
import type { ConnectionState } from './wall-connection.ts'

const tryKey = 'huizhi.wall.reload'

/** Loads the page anew by the rules of `reloadReason`. */
export function useReload(wall: {
  snapshot: Readonly<Ref<WallSnapshot | null>>
  stage: Readonly<Ref<StageState | null>>
  connection: Readonly<Ref<ConnectionState>>
  now: Readonly<Ref<number>>
}): void {
  const ownBuild = document.querySelector('meta[name="huizhi-build"]')?.getAttribute('content') ?? ''
  const nightlyAt = nightlyReload(wall.now.value, browserSpread())
  const sceneSince = shallowRef(wall.now.value)
  const reloadsBefore = shallowRef<number | null>(null)
  const isReloading = shallowRef(false)

  watch(
    () => wall.stage.value?.scene,
    () => (sceneSince.value = wall.now.value),
  )
  watch(wall.now, (now) => {
    const [snapshot, stage] = [wall.snapshot.value, wall.stage.value]
    const isLive = wall.connection.value === 'live' || wall.connection.value === 'polling'
    if (snapshot === null || stage === null || !isLive || isReloading.value) return
    // The count begins anew each day; what the wall kept from before the start is no order to reload.
    reloadsBefore.value = Math.min(reloadsBefore.value ?? stage.reloads, stage.reloads)
    const reason = reloadReason({
      now,
      isLive,
      ownBuild,
      serverBuild: snapshot.build,
      stage,
      sceneSince: sceneSince.value,
      nightlyAt,
      reloadsBefore: reloadsBefore.value,
      lastTry: readTry(),
    })
    if (reason === null) return
    isReloading.value = true
    if (reason === 'build') sessionStorage.setItem(tryKey, JSON.stringify({ build: snapshot.build, at: now }))
    void updateShell().finally(() => {
      location.reload()
    })
  })
}

function readTry(): ReloadTry | null {
  const text = sessionStorage.getItem(tryKey)
  return text === null ? null : (JSON.parse(text) as ReloadTry)
}
