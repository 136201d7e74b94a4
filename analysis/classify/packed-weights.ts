import type { LinearFit } from './fit.ts'

/** Numbers of 32 bits before an entry's weights: idf, scale. */
const HEAD = 2
const LARGEST = 32_767

/**
 * Grams of a fit with everything that scoring needs of them side by side, in the order of the vocabulary, whose common
 * grams come first: they stay in the cache, and waiting for memory is most of the time of scoring. An unknown gram costs
 * one look into a table of eight bytes a slot. Weights are 16-bit shares of the entry's largest one, which moves a score
 * by less than one part in thirty thousand.
 */
export class PackedWeights {
  /** Pairs of gram and number of the entry, +1; 0 marks a free slot. */
  private readonly slots: Int32Array
  private readonly mask: number
  private readonly floats: Float32Array
  private readonly shorts: Int16Array
  private readonly stride: number
  private readonly classes: number

  /** @param columnOf the column of a row of the vocabulary, -1 to leave the gram out */
  constructor({ vocabulary, weights, bias }: LinearFit, columnOf: (row: number) => number) {
    const rows = [...vocabulary.ids.keys()].filter((row) => columnOf(row) !== -1)
    let size = 16
    while (size < rows.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(2 * size)
    this.classes = bias.length
    this.stride = HEAD + 2 * Math.ceil(this.classes / 4)
    const buffer = new ArrayBuffer(4 * rows.length * this.stride)
    this.floats = new Float32Array(buffer)
    this.shorts = new Int16Array(buffer)
    for (const [entry, row] of rows.entries()) {
      const column = columnOf(row)
      const own = weights.subarray(column * this.classes, (column + 1) * this.classes)
      this.put(entry, vocabulary.ids[row] ?? 0, vocabulary.idf[column] ?? 0, own)
    }
  }

  /**
   * Adds frequency × idf × weight of every class to `block`.
   * @returns the square of frequency × idf; 0 for an unknown gram
   */
  add(id: number, frequency: number, block: Float64Array): number {
    const { floats, shorts, classes } = this
    const number = this.slots[this.find(id) + 1] ?? 0
    if (number === 0) return 0
    const entry = (number - 1) * this.stride
    const value = frequency * (floats[entry] ?? 0)
    const scale = frequency * (floats[entry + 1] ?? 0)
    const from = 2 * (entry + HEAD)
    for (let label = 0; label < classes; label++)
      block[label] = (block[label] ?? 0) + scale * (shorts[from + label] ?? 0)
    return value * value
  }

  private put(number: number, id: number, idf: number, weights: Float32Array): void {
    const slot = this.find(id)
    this.slots[slot] = id | 0
    this.slots[slot + 1] = number + 1
    const entry = number * this.stride
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    this.floats[entry] = idf
    this.floats[entry + 1] = (idf * largest) / LARGEST
    if (largest === 0) return
    for (const [label, weight] of weights.entries())
      this.shorts[2 * (entry + HEAD) + label] = Math.round((weight / largest) * LARGEST)
  }

  /** Where the gram's slot begins, or the free one where it belongs. */
  private find(id: number): number {
    const { slots, mask } = this
    const wanted = id | 0
    let slot = id & mask
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== wanted) slot = (slot + 1) & mask
    return 2 * slot
  }
}
