import type { Cell, Row } from './voice-text.ts'

/** Rows of one result table, each column one JSON list: cheaper to hand from thread to thread than a value for every cell. */
export interface TableColumns {
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
}

/** Collects rows of one result table as columns. */
export class ColumnBuilder {
  /** Names and cells of the columns in the order in which they were met; rows mostly share them. */
  readonly #names: string[] = []
  readonly #cells: Cell[][] = []
  #rows = 0

  get size(): number {
    return this.#rows
  }

  add(row: Row): void {
    for (const name in row) if (!this.#names.includes(name)) this.#addColumn(name)
    for (let index = 0; index < this.#names.length; index++)
      this.#cells[index]?.push(row[this.#names[index] ?? ''] ?? null)
    this.#rows += 1
  }

  pack(): TableColumns {
    const lists = this.#names.map((name, index) => [name, JSON.stringify(this.#cells[index])] as const)
    return { rows: this.#rows, columns: Object.fromEntries(lists) }
  }

  #addColumn(name: string): void {
    this.#names.push(name)
    this.#cells.push(Array<Cell>(this.#rows).fill(null))
  }
}
