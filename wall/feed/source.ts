import type { PanelData, Scene, StageState, WallProfile } from '#contract'

/** What every wall shares: the scenes that may be shown and the last answer of each of their panels. */
export interface WallBoard {
  readonly scenes: readonly Scene[]
  readonly panels: readonly PanelData[]
  /** The customer's map that places are drawn on; null while there is none. */
  readonly map: string | null
}

/** Where the feed takes everything from; it asks again and again and sends on what has changed. */
export interface FeedSource {
  /** Names all that the board is made from (data, scenes, time of day); while it stays, nothing is read again. */
  revision(): string
  readBoard(): Promise<WallBoard>
  readWall(wall: string): Promise<WallProfile>
  readStage(wall: string): Promise<StageState>
  /** Which build of the wall's page the server hands out. */
  readBuild(): Promise<string>
}

/** One wall at one moment, before it gets a number and a time. */
export interface WallState extends WallBoard {
  readonly build: string
  readonly wall: WallProfile
  readonly stage: StageState
}
