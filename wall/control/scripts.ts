import { randomUUID } from 'node:crypto'
import { Value } from 'typebox/value'
import { WallScript } from '#contract'
import { wallStateQueries, wallStatements, type Warehouse } from '#warehouse'

/** The wall id of the playlist that all walls without their own share. */
export const everyWall = 'all'

export interface SavedScript {
  readonly script: WallScript
  readonly wallId: string
  readonly savedAt: number
  readonly savedBy: string
}

/** Playlists: one for all walls, and one for each wall that differs; every saving is kept, the last one counts. */
export class ScriptStore {
  readonly #warehouse: Warehouse
  readonly #now: () => Date

  constructor(warehouse: Warehouse, now: () => Date) {
    this.#warehouse = warehouse
    this.#now = now
  }

  /** The playlist of a wall: its own, the shared one, or null when nobody has written any that can be read. */
  async find(wallId: string): Promise<SavedScript | null> {
    const rows = await this.#warehouse.query(wallStateQueries.scripts, { wall_id: wallId })
    for (const row of rows) {
      const script: unknown = JSON.parse(row.detail)
      if (!Value.Check(WallScript, script)) continue
      return { script, wallId: row.wall_id, savedAt: row.saved_ms, savedBy: row.actor }
    }
    return null
  }

  async save(wallId: string, script: WallScript, actor: string): Promise<void> {
    await this.#warehouse.execute(wallStatements.addScript, {
      script_id: randomUUID(),
      wall_id: wallId,
      saved_ms: this.#now().getTime(),
      detail: JSON.stringify(script),
      actor,
    })
  }
}
