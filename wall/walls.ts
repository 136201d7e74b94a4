import type { Warehouse } from '#warehouse'
import { WallRemote } from './control/remote.ts'
import { ScriptStore } from './control/scripts.ts'
import { PairingDesk } from './devices/pairing-desk.ts'
import { WallDevices } from './devices/devices.ts'
import { SceneStore } from './editor/scene-store.ts'
import { EmbargoList } from './embargo/list.ts'

/** All that people decide about walls. */
export interface Walls {
  readonly devices: WallDevices
  readonly pairing: PairingDesk
  readonly scripts: ScriptStore
  readonly scenes: SceneStore
  readonly embargo: EmbargoList
  readonly remote: WallRemote
}

export function createWalls(warehouse: Warehouse, now: () => Date): Walls {
  const scripts = new ScriptStore(warehouse, now)
  const scenes = new SceneStore(warehouse, now)
  return {
    devices: new WallDevices(warehouse, now),
    pairing: new PairingDesk(now),
    scripts,
    scenes,
    embargo: new EmbargoList(warehouse, now),
    remote: new WallRemote({ warehouse, now, scenes, scripts }),
  }
}
