// The wall's server side: what scenes show, what plays, who may change it. Other layers import from '#wall' only.
export type {
  Outside,
  PanelAnswer,
  PanelContext,
  PanelKind,
  PanelOption,
  PanelOptions,
  WallCase,
  WallSource,
} from './panels/panel-kind.ts'
export { scenesForWall, type EmbargoEntry, type EmbargoScope } from './clearance/index.ts'
export { readFactCard, readPanels } from './panels/read-panels.ts'
export { panelKinds } from './panels/registry.ts'
export { builtInScenes } from './scenes/index.ts'
export { dayPlan } from './script/day-plan.ts'
export { toastOf } from './script/commands.ts'
export { stageOf } from './script/stage.ts'
export { defaultScript } from './script/default-script.ts'
export type { GivenCommand, ScriptState, WallAlert } from './script/state.ts'
export type { WallEvent, WallListener } from './feed/channel.ts'
export type { FeedSource, WallBoard } from './feed/source.ts'
export { WallFeed } from './feed/wall-feed.ts'
export { createWalls, type Walls } from './walls.ts'
export { WallError, wallErrors, type WallErrorCode } from './errors.ts'
export type { PairedDevice, WallDevice, WallSettings } from './devices/devices.ts'
export { sceneFaults } from './editor/check-scene.ts'
export { sceneGrids, smallestCells, type SceneGrid } from './editor/grids.ts'
export { everyWall } from './control/scripts.ts'
export { checkRanges, plainAddress } from './devices/addresses.ts'
