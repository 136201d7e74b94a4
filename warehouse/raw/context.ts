import type { Connection } from '../engine/connection.ts'

/** What loading and withdrawing work with: the writer's connection inside its transaction, the clock, the listeners. */
export interface LoadContext {
  readonly connection: Connection
  readonly now: () => Date
  readonly onRows: (fileName: string, rows: number) => void
  /** Called for every raw table whose content this load changed. */
  readonly touch: (table: string) => Promise<void>
  /** Where the engine may read and write files of its own, and a connection apart from the writer's transaction. */
  readonly scratch: Scratch
  /** Rows handed to the engine at a time; only tests ask for fewer than usual. */
  readonly segmentRows?: number
}

export interface Scratch {
  readonly folder: string
  connect(): Promise<Connection>
}
