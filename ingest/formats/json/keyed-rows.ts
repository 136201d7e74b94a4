import type { SourceRow } from '../table.ts'
import { expandExponent } from '../number-text.ts'
import { flatten, type JsonObject } from './records.ts'

/** Lays records out as rows under a header list that grows as new keys appear. */
export class KeyedRows {
  readonly headers: string[] = []
  private readonly positions = new Map<string, number>()

  row(line: number, record: JsonObject): SourceRow {
    const cells: string[] = []
    for (const [key, text] of flatten(record)) {
      const position = this.position(key)
      while (cells.length < position) cells.push('')
      cells[position] = /\de[+-]?\d/i.test(text) ? expandExponent(text) : text
    }
    return { line, cells }
  }

  private position(key: string): number {
    const known = this.positions.get(key)
    if (known !== undefined) return known
    this.positions.set(key, this.headers.length)
    return this.headers.push(key) - 1
  }
}
