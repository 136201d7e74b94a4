import type { CountedGrams } from '../gram-counter.ts'
import { logCounts } from '../matrix.ts'
import type { WordVectors } from './word-vectors.ts'

/** Length of the title's part beside the whole letter's, which is 1. */
const TITLE_SHARE = 0.7

/** A text as the directions of its words: the whole letter's part, then the title's. */
export interface DocumentVector {
  /** Both parts less the mean of the training texts, together of length 1. */
  unit: Float64Array
  /** The parts, each of length 1 (or 0 without known words), and their lengths before. */
  parts: Float64Array
  lengths: { letter: number; title: number }
  /** Length of both before they were scaled to 1. */
  length: number
}

/** Turns counted texts into vectors, and slopes of the vectors into what each word adds. */
export class DocumentReader {
  private readonly vectors: WordVectors
  private readonly rows: Map<number, number>

  constructor(vectors: WordVectors) {
    this.vectors = vectors
    this.rows = new Map([...vectors.ids].map((id, row) => [id, row]))
  }

  /** Mean of the texts' parts. */
  meanOf(texts: readonly CountedGrams[]): Float32Array {
    const mean = new Float64Array(2 * this.vectors.dimensions)
    for (const text of texts)
      for (const [at, value] of this.partsOf(text).parts.entries())
        mean[at] = (mean[at] ?? 0) + value / texts.length
    return Float32Array.from(mean)
  }

  read(text: CountedGrams, mean: Float32Array): DocumentVector {
    const { parts, lengths } = this.partsOf(text)
    const { dimensions } = this.vectors
    const centred = parts.map((value, at) => (at < dimensions ? 1 : TITLE_SHARE) * (value - (mean[at] ?? 0)))
    const length = scaleToOne(centred)
    return { unit: centred, parts, lengths, length }
  }

  /**
   * What each word of a text adds to a function of its vector, to first order: the function's slope carried back through
   * the lengths, times the word's weighted vector.
   *
   * @param slope of the function at `vector.unit`
   * @returns by the word's gram
   */
  pullsOf(text: CountedGrams, vector: DocumentVector, slope: Float64Array): Map<number, number> {
    const { dimensions } = this.vectors
    const { parts, lengths } = vector
    const whole = tangent(slope, vector.unit, vector.length)
    const letter = tangent(whole.subarray(0, dimensions), parts.subarray(0, dimensions), lengths.letter)
    const title = tangent(whole.subarray(dimensions), parts.subarray(dimensions), lengths.title)
    const pulls = new Map<number, number>()
    this.eachWord(text, (row, count, inTitle, id) => {
      const pull = count * this.along(row, letter) + TITLE_SHARE * inTitle * this.along(row, title)
      pulls.set(id, pull)
    })
    return pulls
  }

  private partsOf(text: CountedGrams): Pick<DocumentVector, 'parts' | 'lengths'> {
    const { cells, scales, dimensions } = this.vectors
    const parts = new Float64Array(2 * dimensions)
    this.eachWord(text, (row, count, inTitle) => {
      const scale = scales[row] ?? 0
      for (let at = 0; at < dimensions; at++) {
        const value = scale * (cells[row * dimensions + at] ?? 0)
        parts[at] = (parts[at] ?? 0) + count * value
        parts[dimensions + at] = (parts[dimensions + at] ?? 0) + inTitle * value
      }
    })
    const letter = scaleToOne(parts.subarray(0, dimensions))
    const title = scaleToOne(parts.subarray(dimensions))
    return { parts, lengths: { letter, title } }
  }

  /** Tells every known word with 1 + ln of its counts in the letter and in the title. */
  private eachWord(
    { ids, counts, titles, ends }: CountedGrams,
    tell: (row: number, count: number, inTitle: number, id: number) => void,
  ): void {
    const end = ends[0] ?? 0
    for (let at = 0; at < end; at++) {
      const id = ids[at] ?? 0
      const row = this.rows.get(id)
      if (row !== undefined) tell(row, logCounts[counts[at] ?? 0] ?? 0, logCounts[titles[at] ?? 0] ?? 0, id)
    }
  }

  private along(row: number, slope: Float64Array): number {
    const { cells, scales, dimensions } = this.vectors
    let sum = 0
    for (let at = 0; at < dimensions; at++) sum += (slope[at] ?? 0) * (cells[row * dimensions + at] ?? 0)
    return sum * (scales[row] ?? 0)
  }
}

/** Scales to length 1 in place and returns the length before; zeros stay. */
function scaleToOne(values: Float64Array): number {
  let square = 0
  for (const value of values) square += value * value
  const length = Math.sqrt(square)
  if (length > 0) for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length
  return length
}

/** Slope with respect to a vector from that with respect to the vector scaled to length 1. */
function tangent(slope: Float64Array, unit: ArrayLike<number>, length: number): Float64Array {
  if (length === 0) return new Float64Array(slope.length)
  let along = 0
  for (let at = 0; at < slope.length; at++) along += (slope[at] ?? 0) * (unit[at] ?? 0)
  return slope.map((value, at) => (value - along * (unit[at] ?? 0)) / length)
}
