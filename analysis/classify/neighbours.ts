import type { Segmenter } from '../text/index.ts'
import { GramCounter, MOST_COUNT, slotAt } from './gram-counter.ts'
import { GramList } from './grams.ts'
import { readLetter, type Letter } from './letter.ts'
import type { LevelExample } from './level-examples.ts'
import { logCounts } from './matrix.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the nearest examples say of a letter's lower levels. */
export interface NearLevels {
  level2: string
  level3: string | null
  /** Cosine with the nearest example that says so, 0 to 1. */
  similarity: number
}

const NEIGHBOURS = 5
/** Letters less alike than this say nothing about each other. */
const LEAST_SIMILARITY = 0.15
const GRAMS = { words: 1, characters: 0, subjects: false }

/**
 * Finds the lower levels of a letter by its nearest neighbours among examples of the same first level: cosine over
 * words weighed (1 + ln tf) · idf with the model's own idf, five neighbours, votes weighed by similarity (Yang and Liu,
 * SIGIR 1999). Words the model does not know do not count.
 */
export class LevelNeighbours {
  private readonly reader: GramReader
  private readonly classes: ReadonlyMap<string, ExampleIndex>

  constructor(examples: readonly LevelExample[], vocabulary: Vocabulary, segmenter: Segmenter) {
    const reader = new GramReader(vocabulary)
    this.reader = reader
    const firsts = [...new Set(examples.map(({ levels }) => levels[0] ?? ''))]
    this.classes = new Map(
      firsts.map((first) => {
        const index = new ExampleIndex()
        for (const example of examples) {
          if (example.levels[0] !== first) continue
          const text = { title: example.title, body: example.body }
          index.add(example.levels, reader.read(readLetter(text, ['title', 'body'], segmenter)))
        }
        return [first, index]
      }),
    )
  }

  /** Null when no example of this class is alike. */
  find(level1: string, letter: Letter): NearLevels | null {
    const index = this.classes.get(level1)
    return index === undefined ? null : vote(index.nearest(this.reader.read(letter)))
  }
}

/** A letter's known grams by row and their weights, scaled to length 1; the arrays are reused. */
interface Weighed {
  size: number
  rows: Uint32Array
  weights: Float64Array
}

class GramReader {
  private readonly vocabulary: Vocabulary
  private readonly list = new GramList(GRAMS, null)
  private readonly counter = new GramCounter()
  private found: Weighed = { size: 0, rows: new Uint32Array(1 << 10), weights: new Float64Array(1 << 10) }

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  read(letter: Letter): Weighed {
    const { counter, vocabulary } = this
    this.list.read(letter)
    counter.tally(this.list)
    const grams = counter.ends[0] ?? 0
    if (grams > this.found.rows.length)
      this.found = { size: 0, rows: new Uint32Array(grams * 2), weights: new Float64Array(grams * 2) }
    const { rows, weights } = this.found
    let size = 0
    for (let place = 0; place < grams; place++) {
      const at = counter.used[place] ?? 0
      const row = vocabulary.row(counter.table[at] ?? 0)
      if (row === -1) continue
      const count = Math.min(MOST_COUNT, counter.table[at + slotAt.count] ?? 0)
      rows[size] = row
      weights[size++] = (logCounts[count] ?? 0) * (vocabulary.idf[row] ?? 0)
    }
    scaleToOne(weights, size)
    this.found.size = size
    return this.found
  }
}

function scaleToOne(weights: Float64Array, size: number): void {
  let square = 0
  for (let place = 0; place < size; place++) square += (weights[place] ?? 0) ** 2
  const scale = square === 0 ? 0 : 1 / Math.sqrt(square)
  for (let place = 0; place < size; place++) weights[place] = (weights[place] ?? 0) * scale
}

interface Neighbour {
  levels: readonly string[]
  similarity: number
}

/** Examples of one first-level class, by the grams that stand in them. */
class ExampleIndex {
  private readonly levels: (readonly string[])[] = []
  private readonly postings = new Map<number, { examples: number[]; weights: number[] }>()

  add(levels: readonly string[], { size, rows, weights }: Weighed): void {
    for (let place = 0; place < size; place++) {
      const row = rows[place] ?? 0
      const posting = this.postings.get(row) ?? { examples: [], weights: [] }
      posting.examples.push(this.levels.length)
      posting.weights.push(weights[place] ?? 0)
      this.postings.set(row, posting)
    }
    this.levels.push(levels)
  }

  /** The most alike first; of equally alike ones the earlier example. */
  nearest(letter: Weighed): Neighbour[] {
    const alike: Neighbour[] = []
    for (const [example, similarity] of this.similarities(letter).entries()) {
      if (similarity >= LEAST_SIMILARITY)
        alike.push({ levels: this.levels[example] ?? [], similarity: Math.min(1, similarity) })
    }
    return alike.sort((a, b) => b.similarity - a.similarity).slice(0, NEIGHBOURS)
  }

  private similarities({ size, rows, weights }: Weighed): Float64Array {
    const similarities = new Float64Array(this.levels.length)
    for (let place = 0; place < size; place++) {
      const posting = this.postings.get(rows[place] ?? 0)
      if (posting === undefined) continue
      const weight = weights[place] ?? 0
      const { examples } = posting
      for (let at = 0; at < examples.length; at++) {
        const example = examples[at] ?? 0
        similarities[example] = (similarities[example] ?? 0) + weight * (posting.weights[at] ?? 0)
      }
    }
    return similarities
  }
}

function vote(neighbours: readonly Neighbour[]): NearLevels | null {
  const level2 = mostVoted(neighbours, 1)
  if (level2 === null) return null
  const agreeing = neighbours.filter(({ levels }) => levels[1] === level2)
  return { level2, level3: mostVoted(agreeing, 2), similarity: agreeing[0]?.similarity ?? 0 }
}

/** The name at this depth with the highest sum of similarities; of equal ones that of the nearer neighbour. */
function mostVoted(neighbours: readonly Neighbour[], depth: number): string | null {
  const votes = new Map<string, number>()
  for (const { levels, similarity } of neighbours) {
    const name = levels[depth]
    if (name !== undefined) votes.set(name, (votes.get(name) ?? 0) + similarity)
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
