/** Texts kept as they are: the table lists texts by first use, so those used again and again stand at its beginning. */
const usual = 20_000

/**
 * A workbook's string table. Numbers of documents, which differ from row to row, make it as long as the sheets; they are
 * packed as UTF-8, a third of what they take as strings.
 */
export class StringTable {
  private readonly first: string[] = []
  private bytes = Buffer.allocUnsafe(1 << 16)
  private used = 0
  /** Where each packed text ends. */
  private readonly ends: number[] = []

  add(text: string): void {
    if (this.first.length < usual) {
      this.first.push(text)
      return
    }
    this.reserve(Buffer.byteLength(text))
    this.used += this.bytes.write(text, this.used)
    this.ends.push(this.used)
  }

  /** The text at a place of the table; undefined where it has none. */
  at(place: number): string | undefined {
    const kept = this.first[place]
    if (kept !== undefined) return kept
    const packed = place - usual
    const end = this.ends[packed]
    return end === undefined ? undefined : this.bytes.toString('utf8', this.ends[packed - 1] ?? 0, end)
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return
    const wider = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.used + more))
    this.bytes.copy(wider, 0, 0, this.used)
    this.bytes = wider
  }
}
