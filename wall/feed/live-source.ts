import type { StageState, WallProfile } from '#contract'
import type { Warehouse } from '#warehouse'
import type { WallBoard, WallSource } from './source.ts'

export interface LiveSourceOptions {
  readonly warehouse: Warehouse
  readonly now: () => Date
  readonly readBuild: () => Promise<string>
}

/** Panels say how late something is, so they are read again this often though no data came. */
const rereadMs = 10 * 60_000

/** The wall's content from the published warehouse and the walls' own settings. */
export class LiveWallSource implements WallSource {
  readonly #options: LiveSourceOptions
  readonly readBuild: () => Promise<string>

  constructor(options: LiveSourceOptions) {
    this.#options = options
    this.readBuild = options.readBuild
  }

  revision(): string {
    const { warehouse, now } = this.#options
    return `${warehouse.version()}.${Math.floor(now().getTime() / rereadMs)}`
  }

  async readBoard(): Promise<WallBoard> {
    return { scenes: [], panels: [] }
  }

  async readWall(wall: string): Promise<WallProfile> {
    return { id: wall, name: '大屏', viewing: 'near', seams: [] }
  }

  async readStage(): Promise<StageState> {
    return {
      scene: 'overview',
      mode: 'playing',
      nextAt: null,
      reason: null,
      theme: 'blue',
      dim: 0,
      drill: null,
      toast: null,
      reloads: 0,
    }
  }
}
