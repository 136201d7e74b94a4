import { Value } from 'typebox/value'
import { Scene } from '#contract'
import { wallStateQueries, wallStatements, type Warehouse } from '#warehouse'
import { WallError } from '../errors.ts'
import { toInstant } from '#calendar'
import { builtInScenes } from '../scenes/index.ts'
import { sceneFaults } from './check-scene.ts'

/** One stored version of a scene that staff made. */
export interface SceneVersion {
  readonly scene: Scene
  readonly isRemoved: boolean
  readonly savedAt: string
  readonly savedBy: string
}

/** The scenes there are: those the product comes with, and those staff made, every version of them. */
export class SceneStore {
  readonly #warehouse: Warehouse
  readonly #now: () => Date
  #revision = 0

  constructor(warehouse: Warehouse, now: () => Date) {
    this.#warehouse = warehouse
    this.#now = now
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision
  }

  /** What walls may show: built-in scenes first, then the newest version of each of the staff's own. */
  async current(): Promise<readonly Scene[]> {
    const versions = await this.versions(null)
    const newest = versions.filter(
      (one, index) => versions.findIndex(({ scene }) => scene.id === one.scene.id) === index,
    )
    return [...builtInScenes, ...newest.filter(({ isRemoved }) => !isRemoved).map(({ scene }) => scene)]
  }

  /** Versions of one scene, or of all, the newest of each first; a stored scene this version cannot read is left out. */
  async versions(id: string | null): Promise<SceneVersion[]> {
    const rows = await this.#warehouse.query(wallStateQueries.scenes, { scene_id: id })
    return rows.flatMap((row) => {
      const scene: unknown = JSON.parse(row.detail)
      if (!Value.Check(Scene, scene)) return []
      return [{ scene, isRemoved: row.state === 'removed', savedAt: row.saved_at, savedBy: row.actor }]
    })
  }

  /**
   * Saves a scene as its next version and answers it with its number.
   * Errors: WALL_SCENE_BUILT_IN, WALL_SCENE_INVALID with what is wrong.
   */
  async save(scene: Scene, actor: string): Promise<Scene> {
    if (builtInScenes.some(({ id }) => id === scene.id)) throw new WallError('WALL_SCENE_BUILT_IN')
    const faults = sceneFaults(scene)
    if (faults.length > 0) throw new WallError('WALL_SCENE_INVALID', faults.join('；'))
    return this.#write(scene, 'saved', actor)
  }

  /** Takes a scene off the walls; its versions stay. Errors: WALL_SCENE_BUILT_IN, WALL_SCENE_UNKNOWN. */
  async remove(id: string, actor: string): Promise<void> {
    if (builtInScenes.some((scene) => scene.id === id)) throw new WallError('WALL_SCENE_BUILT_IN')
    const [newest] = await this.versions(id)
    if (newest === undefined || newest.isRemoved) throw new WallError('WALL_SCENE_UNKNOWN')
    await this.#write(newest.scene, 'removed', actor)
  }

  async #write(scene: Scene, state: 'saved' | 'removed', actor: string): Promise<Scene> {
    const [newest] = await this.versions(scene.id)
    const numbered = { ...scene, version: (newest?.scene.version ?? 0) + 1 }
    await this.#warehouse.execute(wallStatements.addScene, {
      scene_id: scene.id,
      version: numbered.version,
      state,
      saved_at: toInstant(this.#now()),
      detail: JSON.stringify(numbered),
      actor,
    })
    this.#revision += 1
    return numbered
  }
}
