const quote = 34
const cr = 13
const lf = 10

// What stands before the byte that is looked at.
const lineStart = 0
const cellStart = 1
const plain = 2
const quoted = 3
/** Behind a quote inside quotes: it closes them, or is the first of two. */
const closing = 4
const returned = 5
const broken = 6

/**
 * Looks, byte by byte, whether a delimited UTF-8 text is as regular as RFC 4180 wants it: quotes only around whole cells,
 * no line break inside a cell, one kind of line break, no empty line but at the end. Such a text means the same to every
 * reader, and its rows are its lines.
 */
export class RegularText {
  private readonly delimiter: number
  private at = lineStart
  private lines = 0
  private breaks = 0
  private returns = 0
  /** An empty line was seen: nothing may follow it. */
  private ended = false

  /** `delimiter`: one ASCII character. */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0)
  }

  /** False as soon as the text is not regular. */
  add(chunk: Uint8Array): boolean {
    const { delimiter } = this
    let { at } = this
    const { length } = chunk
    for (let index = 0; index < length && at !== broken; index++) {
      const byte = chunk[index] ?? 0
      // Nearly every byte is inside a cell.
      if (byte > quote && byte !== delimiter && (at === plain || at === quoted)) continue
      at = this.next(at, byte)
    }
    this.at = at
    return at !== broken
  }

  /** Number of lines, without empty ones at the end; null when the text is not regular. */
  finish(): number | null {
    const isWhole = this.at !== broken && this.at !== quoted && this.at !== returned
    const isUniform = this.returns === 0 || this.returns === this.breaks
    return isWhole && isUniform ? this.lines : null
  }

  private next(at: number, byte: number): number {
    if (at === quoted) return this.insideQuotes(byte)
    if (byte === lf) return this.endLine(at)
    if (at === returned) return broken
    if (byte === cr) return this.returnFrom(at)
    if (at === lineStart && !this.startLine()) return broken
    if (byte === this.delimiter) return cellStart
    if (byte === quote) return at === closing ? quoted : at === plain ? broken : quoted
    return at === closing ? broken : plain
  }

  private insideQuotes(byte: number): number {
    if (byte === quote) return closing
    return byte === cr || byte === lf ? broken : quoted
  }

  private startLine(): boolean {
    this.lines++
    return !this.ended
  }

  private returnFrom(at: number): number {
    this.returns++
    if (at === lineStart) this.ended = true
    return returned
  }

  private endLine(at: number): number {
    this.breaks++
    if (at === lineStart) this.ended = true
    return lineStart
  }
}
