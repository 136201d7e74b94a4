import type { LinearFit } from './fit.ts'

/** Numbers of 32 bits before an entry's weights: gram, mark of use, idf, scale. */
const HEAD = 4
const LARGEST = 32_767

/**
 * Grams of a fit with everything that scoring needs of them side by side: a look-up touches one or two cache lines,
 * and waiting for memory is most of the time of scoring. Weights are 16-bit shares of the entry's largest one, which
 * moves a score by less than one part in thirty thousand.
 */
export class PackedWeights {
  private readonly heads: Int32Array
  private readonly floats: Float32Array
  private readonly shorts: Int16Array
  private readonly stride: number
  private readonly mask: number
  private readonly classes: number

  /** @param columnOf the column of a row of the vocabulary, -1 to leave the gram out */
  constructor({ vocabulary, weights, bias }: LinearFit, columnOf: (row: number) => number) {
    const rows = [...vocabulary.ids.keys()].filter((row) => columnOf(row) !== -1)
    let size = 16
    while (size < rows.length * 1.2) size *= 2
    this.classes = bias.length
    this.mask = size - 1
    // Rounded up to 16 bytes, so that few entries lie across two cache lines.
    this.stride = HEAD + 4 * Math.ceil(this.classes / 8)
    const buffer = new ArrayBuffer(4 * size * this.stride)
    this.heads = new Int32Array(buffer)
    this.floats = new Float32Array(buffer)
    this.shorts = new Int16Array(buffer)
    for (const row of rows) {
      const column = columnOf(row)
      const own = weights.subarray(column * this.classes, (column + 1) * this.classes)
      this.put(vocabulary.ids[row] ?? 0, vocabulary.idf[column] ?? 0, own)
    }
  }

  /**
   * Adds frequency × idf × weight of every class to `block`.
   * @returns the square of frequency × idf; 0 for an unknown gram
   */
  add(id: number, frequency: number, block: Float64Array): number {
    const { heads, floats, shorts, classes } = this
    const entry = this.find(id)
    if (heads[entry + 1] === 0) return 0
    const value = frequency * (floats[entry + 2] ?? 0)
    const scale = frequency * (floats[entry + 3] ?? 0)
    const from = 2 * (entry + HEAD)
    for (let label = 0; label < classes; label++)
      block[label] = (block[label] ?? 0) + scale * (shorts[from + label] ?? 0)
    return value * value
  }

  private put(id: number, idf: number, weights: Float32Array): void {
    const entry = this.find(id)
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    this.heads[entry] = id | 0
    this.heads[entry + 1] = 1
    this.floats[entry + 2] = idf
    this.floats[entry + 3] = (idf * largest) / LARGEST
    if (largest === 0) return
    for (const [label, weight] of weights.entries())
      this.shorts[2 * (entry + HEAD) + label] = Math.round((weight / largest) * LARGEST)
  }

  /** Where the gram's entry begins, or the free one where it belongs. */
  private find(id: number): number {
    const { heads, stride, mask } = this
    const wanted = id | 0
    let slot = id & mask
    for (;;) {
      const entry = slot * stride
      if (heads[entry + 1] === 0 || heads[entry] === wanted) return entry
      slot = (slot + 1) & mask
    }
  }
}
