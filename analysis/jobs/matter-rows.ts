import type { PackedColumns, ResultTable } from '#warehouse'
import { copyId, matterId } from '../matters/index.ts'

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

type Column = (string | number | null | readonly unknown[])[]

/** Rows packed at a time: few values live at once, however many voices there are. */
const STEP = 2048

/** Rows of analysis.voice_matters and analysis.matter_links, packed as they come. */
export class MatterColumns {
  readonly #matters = new ColumnPacker(['voice_id', 'matter_id', 'copy_id', 'copy_tier', 'similarity'])
  readonly #links = new ColumnPacker([
    'voice_id',
    'position',
    'digest',
    'keys',
    'targets',
    'tiers',
    'first_voice',
    'first_copy',
  ])

  add(entry: MatterEntry): void {
    this.#matters.add([
      entry.id,
      matterId(entry.matter),
      copyId(entry.copy),
      entry.copyTier,
      Math.round(entry.similarity * 10_000) / 10_000,
    ])
    this.#links.add([
      entry.id,
      entry.position,
      entry.digest,
      entry.keys,
      entry.targets,
      entry.tiers,
      entry.matter,
      entry.copy,
    ])
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

class ColumnPacker {
  readonly #names: readonly string[]
  #columns: readonly Column[]
  readonly #parts: PackedColumns[] = []

  constructor(names: readonly string[]) {
    this.#names = names
    this.#columns = names.map((): Column => [])
  }

  /** @param cells one for each name */
  add(cells: Column): void {
    for (let index = 0; index < cells.length; index++) this.#columns[index]?.push(cells[index] ?? null)
    if (this.#columns[0]?.length === STEP) this.#pack()
  }

  parts(): readonly PackedColumns[] {
    this.#pack()
    return this.#parts
  }

  #pack(): void {
    const rows = this.#columns[0]?.length ?? 0
    if (rows === 0) return
    const lists = this.#names.map((name, index) => [name, JSON.stringify(this.#columns[index])] as const)
    this.#parts.push({ rows, columns: Object.fromEntries(lists) })
    this.#columns = this.#names.map((): Column => [])
  }
}
