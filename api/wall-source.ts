import { readPanels, scenesForWall, type FeedSource } from '#wall'
import { profileOf } from './wall/which-wall.ts'
import { createBuildReader } from './wall-build.ts'
import { wallContext, type WallParts } from './wall-context.ts'

/** Panels say how late something is, so they are read again this often though no data came. */
const rereadMs = 10 * 60_000

/** What the feed sends to walls, from the published warehouse and what people decided about the walls. */
export function createFeedSource(parts: WallParts, distDir: string): FeedSource {
  const { warehouse, now, walls, casework } = parts
  return {
    revision: () => {
      const decided = `${walls.scenes.revision}.${walls.embargo.revision}.${walls.maps.revision}.${casework.revision}`
      return `${warehouse.version()}.${decided}.${Math.floor(now().getTime() / rereadMs)}`
    },
    readBoard: async () => {
      const [scenes, embargo, map] = await Promise.all([
        walls.scenes.current(),
        walls.embargo.entries(),
        walls.maps.current(),
      ])
      return {
        scenes: scenesForWall(scenes, embargo, now()),
        panels: await readPanels(wallContext(parts, embargo), scenes),
        map: map?.id ?? null,
      }
    },
    readWall: (wall) => profileOf(parts, wall),
    readStage: (wall) => walls.remote.stage(wall),
    readBuild: createBuildReader(distDir),
  }
}
