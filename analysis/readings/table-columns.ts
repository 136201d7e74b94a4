import type { Cell, Row } from './voice-text.ts'

/** Rows of one result table, each column one JSON list: cheaper to hand from thread to thread than a value for every cell. */
export interface TableColumns {
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
}

/** Collects rows of one result table as columns. */
export class ColumnBuilder {
  readonly #columns = new Map<string, Cell[]>()
  #rows = 0

  add(row: Row): void {
    for (const name in row) this.#column(name).push(row[name] ?? null)
    this.#rows += 1
  }

  pack(): TableColumns {
    const lists = [...this.#columns].map(([name, cells]) => {
      while (cells.length < this.#rows) cells.push(null)
      return [name, JSON.stringify(cells)] as const
    })
    return { rows: this.#rows, columns: Object.fromEntries(lists) }
  }

  #column(name: string): Cell[] {
    let cells = this.#columns.get(name)
    if (cells === undefined) this.#columns.set(name, (cells = []))
    while (cells.length < this.#rows) cells.push(null)
    return cells
  }
}
