import type { ResultTable } from '#warehouse'
import { ColumnBuilder, type Row, type TableColumns } from '../readings/index.ts'

/** Rows packed at a time: few values live at once, however many rows there are. */
const STEP = 2048

/** Rows of one result table, packed as they come. */
export class PackedRows {
  #waiting = new ColumnBuilder()
  readonly #parts: TableColumns[] = []

  add(row: Row): void {
    this.#waiting.add(row)
    if (this.#waiting.size === STEP) this.#pack()
  }

  parts(): readonly TableColumns[] {
    if (this.#waiting.size > 0) this.#pack()
    return this.#parts
  }

  #pack(): void {
    this.#parts.push(this.#waiting.pack())
    this.#waiting = new ColumnBuilder()
  }
}

/** A table's new content, packed where its rows are made: another thread takes it over in a tenth of the time. */
export function packedTable({ table, rows }: { table: string; rows: Iterable<Row> }): ResultTable {
  const packed = new PackedRows()
  for (const row of rows) packed.add(row)
  return { table, rows: [], parts: packed.parts() }
}
