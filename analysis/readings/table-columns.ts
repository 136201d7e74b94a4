import type { Cell, Row } from './voice-text.ts'

/** Columns of one result table, equally long. */
export type TableColumns = Record<string, Cell[]>

/** Collects rows of one result table as columns: cheaper to hand from thread to thread than rows. */
export class ColumnBuilder {
  readonly columns: TableColumns = {}
  /** Names and columns of the first row, which the others mostly share. */
  #names: string[] = []
  #lists: Cell[][] = []
  #rows = 0

  /** Lists and records become JSON here, on the reading thread, so that only plain values cross to the writing one. */
  add(row: Row): void {
    for (const name in row) if (this.columns[name] === undefined) this.#addColumn(name)
    for (let index = 0; index < this.#names.length; index++) {
      const cell = row[this.#names[index] ?? '']
      this.#lists[index]?.push(
        typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : (cell ?? null),
      )
    }
    this.#rows += 1
  }

  #addColumn(name: string): void {
    const column = Array<Cell>(this.#rows).fill(null)
    this.columns[name] = column
    this.#names.push(name)
    this.#lists.push(column)
  }
}
