import { join } from 'node:path'
import type { Warehouse } from '#warehouse'
import { WallRemote } from './control/remote.ts'
import { ScriptStore } from './control/scripts.ts'
import { PairingDesk } from './devices/pairing-desk.ts'
import { WallDevices } from './devices/devices.ts'
import { SceneStore } from './editor/scene-store.ts'
import { EmbargoList } from './embargo/list.ts'
import { WallMaps } from './maps/wall-maps.ts'

/** All that people decide about walls. */
export interface Walls {
  readonly devices: WallDevices
  readonly pairing: PairingDesk
  readonly scripts: ScriptStore
  readonly scenes: SceneStore
  readonly embargo: EmbargoList
  readonly maps: WallMaps
  readonly remote: WallRemote
}

/** @param dataDir the data home; maps are kept in it as files */
export function createWalls(warehouse: Warehouse, now: () => Date, dataDir: string): Walls {
  const scripts = new ScriptStore(warehouse, now)
  const scenes = new SceneStore(warehouse, now)
  return {
    devices: new WallDevices(warehouse, now),
    pairing: new PairingDesk(now),
    scripts,
    scenes,
    embargo: new EmbargoList(warehouse, now),
    maps: new WallMaps({ warehouse, now, folder: join(dataDir, 'maps') }),
    remote: new WallRemote({ warehouse, now, scenes, scripts }),
  }
}
