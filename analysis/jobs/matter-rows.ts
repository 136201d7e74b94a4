import type { ResultTable } from '#warehouse'
import { copyId, matterId } from '../matters/index.ts'
import { PackedRows } from './packed-rows.ts'

/** One voice's grouping, ready for both tables. */
export interface MatterEntry {
  readonly id: string
  readonly position: string
  readonly digest: string
  readonly keys: readonly number[]
  readonly targets: readonly string[]
  readonly tiers: readonly string[]
  readonly matter: string
  readonly copy: string
  readonly copyTier: string | null
  readonly similarity: number
}

/** Rows of analysis.voice_matters and analysis.matter_links, packed as they come. */
export class MatterColumns {
  readonly #matters = new PackedRows()
  readonly #links = new PackedRows()

  add(entry: MatterEntry): void {
    this.#matters.add({
      voice_id: entry.id,
      matter_id: matterId(entry.matter),
      copy_id: copyId(entry.copy),
      copy_tier: entry.copyTier,
      similarity: Math.round(entry.similarity * 10_000) / 10_000,
    })
    this.#links.add({
      voice_id: entry.id,
      position: entry.position,
      digest: entry.digest,
      keys: entry.keys,
      targets: entry.targets,
      tiers: entry.tiers,
      first_voice: entry.matter,
      first_copy: entry.copy,
    })
  }

  /** Both tables with everything added so far, to replace what they hold under `keys`; all of it without. */
  tables(keys: readonly string[] | null): ResultTable[] {
    const merge = keys === null ? {} : { merge: { key: 'voice_id', keys } }
    return [
      { table: 'voice_matters', rows: [], parts: this.#matters.parts(), ...merge },
      { table: 'matter_links', rows: [], parts: this.#links.parts(), ...merge },
    ]
  }
}
