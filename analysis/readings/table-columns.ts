import type { Cell, Row } from './voice-text.ts'

/** Columns of one result table, equally long. */
export type TableColumns = Record<string, Cell[]>

/** Collects rows of one result table as columns: cheaper to hand from thread to thread than rows. */
export class ColumnBuilder {
  readonly columns: TableColumns = {}
  #rows = 0

  /** Lists and records become JSON here, on the reading thread, so that only plain values cross to the writing one. */
  add(row: Row): void {
    for (const [name, cell] of Object.entries(row)) {
      const column = (this.columns[name] ??= Array<Cell>(this.#rows).fill(null))
      column.push(typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : (cell ?? null))
    }
    this.#rows += 1
    for (const column of Object.values(this.columns)) if (column.length < this.#rows) column.push(null)
  }
}
