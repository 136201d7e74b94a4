import type { CountedGrams } from './gram-counter.ts'

export interface VocabularyOptions {
  /** A gram must stand in at least this many training texts. */
  leastTexts: number
  /** … and in at most this share of them. */
  mostShare: number
  /** Only this many grams are kept, those that tell most about the classes; a small table stays in the cache. */
  mostGrams: number
}

/**
 * The grams a model knows. A gram's row is its place in `ids`; the model's columns are first the rows themselves (the
 * whole letter), then the title columns of those grams that are common in titles too.
 */
export class Vocabulary {
  /** Hashes, the most common first, so that common rows share cache lines. */
  readonly ids: Uint32Array
  /** Row → title column, -1 for none. */
  readonly titleColumns: Int32Array
  /** Inverse document frequency of each column. */
  readonly idf: Float32Array
  /** Pairs of id and row + 1; 0 marks a free slot. */
  private readonly slots: Uint32Array
  private readonly mask: number

  constructor(ids: Uint32Array, titleColumns: Int32Array, idf: Float32Array) {
    this.ids = ids
    this.titleColumns = titleColumns
    this.idf = idf
    let size = 16
    while (size < ids.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Uint32Array(size * 2)
    for (const [row, id] of ids.entries()) {
      let slot = id & this.mask
      while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask
      this.slots[2 * slot] = id
      this.slots[2 * slot + 1] = row + 1
    }
  }

  /** How many columns a model over this vocabulary has. */
  get columns(): number {
    return this.idf.length
  }

  /** Row of a gram, or -1 when the model does not know it. */
  row(id: number): number {
    const { slots, mask } = this
    let slot = id & mask
    for (;;) {
      const row = slots[2 * slot + 1] ?? 0
      if (row === 0 || slots[2 * slot] === id) return row - 1
      slot = (slot + 1) & mask
    }
  }
}

/** Learns which grams to keep and their smoothed idf, ln((1 + texts) / (1 + texts with the gram)) + 1. */
export function learnVocabulary(texts: readonly CountedGrams[], options: VocabularyOptions): Vocabulary {
  const most = Math.max(texts.length * options.mostShare, options.leastTexts)
  const documents = countDocuments(texts)
  const kept = [...documents.ids]
    .map((id, place) => ({
      id,
      letters: documents.letters[place] ?? 0,
      titles: documents.titles[place] ?? 0,
    }))
    .filter(({ letters }) => letters >= options.leastTexts && letters <= most)
    .sort((a, b) => b.letters - a.letters || a.id - b.id)
  const idf = kept.map(({ letters }) => inverse(texts.length, letters))
  const titleColumns = Int32Array.from(kept, ({ titles }) => {
    if (titles < options.leastTexts) return -1
    idf.push(inverse(texts.length, titles))
    return idf.length - 1
  })
  return new Vocabulary(
    Uint32Array.from(kept, ({ id }) => id),
    titleColumns,
    Float32Array.from(idf),
  )
}

function inverse(texts: number, documents: number): number {
  return Math.log((1 + texts) / (1 + documents)) + 1
}

/** The same vocabulary with only the rows that score highest; equal scores keep the more common gram. */
export function keepBest(vocabulary: Vocabulary, scores: Float64Array, most: number): Vocabulary {
  if (vocabulary.ids.length <= most) return vocabulary
  const rows = [...scores.keys()]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
  const idf = rows.map((row) => vocabulary.idf[row] ?? 0)
  const titleColumns = Int32Array.from(rows, (row) => {
    const column = vocabulary.titleColumns[row] ?? -1
    if (column === -1) return -1
    idf.push(vocabulary.idf[column] ?? 0)
    return idf.length - 1
  })
  return new Vocabulary(
    Uint32Array.from(rows, (row) => vocabulary.ids[row] ?? 0),
    titleColumns,
    Float32Array.from(idf),
  )
}

/** In how many letters and in how many titles each gram stands. */
function countDocuments(texts: readonly CountedGrams[]): {
  ids: Uint32Array
  letters: Uint32Array
  titles: Uint32Array
} {
  let size = 1 << 16
  let slots = new Int32Array(size).fill(-1)
  let ids = new Uint32Array(size)
  let letters = new Uint32Array(size)
  let titles = new Uint32Array(size)
  let known = 0
  const placeOf = (id: number): number => {
    let slot = id & (size - 1)
    for (;;) {
      const place = slots[slot] ?? -1
      if (place === -1) {
        slots[slot] = known
        ids[known] = id
        return known++
      }
      if (ids[place] === id) return place
      slot = (slot + 1) & (size - 1)
    }
  }
  for (const text of texts) {
    if ((known + text.ids.length) * 2 > size) {
      while ((known + text.ids.length) * 2 > size) size *= 2
      slots = new Int32Array(size).fill(-1)
      ids = widen(ids, size)
      letters = widen(letters, size)
      titles = widen(titles, size)
      const before = known
      for (known = 0; known < before;) placeOf(ids[known] ?? 0)
    }
    for (let at = 0; at < text.ids.length; at++) {
      const place = placeOf(text.ids[at] ?? 0)
      letters[place] = (letters[place] ?? 0) + 1
      if ((text.titles[at] ?? 0) > 0) titles[place] = (titles[place] ?? 0) + 1
    }
  }
  return { ids: ids.subarray(0, known), letters, titles }
}

function widen(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(size)
  wider.set(array)
  return wider
}
