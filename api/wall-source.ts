import { builtInScenes, defaultScript, readPanels, stageOf, type FeedSource } from '#wall'
import type { WallProfile } from './contract/index.ts'
import { createBuildReader } from './wall-build.ts'
import { wallContext, type WallParts } from './wall-context.ts'

/** Panels say how late something is, so they are read again this often though no data came. */
const rereadMs = 10 * 60_000

/** What the feed sends to walls, from the published warehouse and the walls' own settings. */
export function createFeedSource(parts: WallParts, distDir: string): FeedSource {
  const { warehouse, now } = parts
  const script = {
    script: defaultScript(builtInScenes),
    startedAt: 0,
    scenes: builtInScenes,
    commands: [],
    alerts: [],
  }
  return {
    revision: () => `${warehouse.version()}.${Math.floor(now().getTime() / rereadMs)}`,
    readBoard: async () => ({
      scenes: builtInScenes,
      panels: await readPanels(wallContext(parts, []), builtInScenes),
    }),
    readWall: async (wall): Promise<WallProfile> => ({ id: wall, name: '大屏', viewing: 'near', seams: [] }),
    readStage: async () => stageOf(script, now()),
    readBuild: createBuildReader(distDir),
  }
}
