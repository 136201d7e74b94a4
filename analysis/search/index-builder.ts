import { SearchIndex, type DocumentFacts } from './search-index.ts'
import { bigramKey, bigramsOf, indexedWords, wordKey } from './tokens.ts'

/** One text to be found: title and body normalised and segmented. */
export interface SearchDocument extends DocumentFacts {
  readonly title: string
  readonly titleWords: readonly string[]
  readonly bodyWords: readonly string[]
  /** Opening of the reply: it says the matter again, often in the office's words. */
  readonly replyWords: readonly string[]
}

/** Weight of a field's mentions in BM25F. */
const WEIGHT = { title: 3, body: 1, reply: 0.4, bigram: 0.6 }
const GROWTH = 1.6
/** Mentions are stored in quarters, in one byte. */
const SCALE = 4

/** Collects postings document by document; memory is five bytes a posting, in arrays that grow. */
export class SearchIndexBuilder {
  readonly #stopWords: ReadonlySet<string>
  readonly #facts: DocumentFacts[] = []
  #lengths = new Float32Array(1024)
  /** Term, document and weighted mentions of each posting. */
  #terms = new Uint32Array(1 << 16)
  #documents = new Uint32Array(1 << 16)
  #mentions = new Uint8Array(1 << 16)
  #count = 0

  constructor(stopWords: ReadonlySet<string>) {
    this.#stopWords = stopWords
  }

  get size(): number {
    return this.#facts.length
  }

  add(document: SearchDocument): void {
    const { id, kind, year } = document
    const number = this.#facts.push({ id, kind, year }) - 1
    const mentions = new Map<number, number>()
    const count = (key: number, weight: number): void => {
      mentions.set(key, (mentions.get(key) ?? 0) + weight)
    }
    let length = 0
    for (const word of indexedWords(document.titleWords, this.#stopWords)) {
      count(wordKey(word), WEIGHT.title)
      length += WEIGHT.title
    }
    for (const pair of bigramsOf(document.title)) count(bigramKey(pair), WEIGHT.bigram)
    for (const word of indexedWords(document.bodyWords, this.#stopWords)) {
      count(wordKey(word), WEIGHT.body)
      length += WEIGHT.body
    }
    for (const word of indexedWords(document.replyWords, this.#stopWords)) count(wordKey(word), WEIGHT.reply)
    this.#setLength(number, length)
    for (const [key, weight] of mentions) this.#push(key, number, weight)
  }

  /** The finished index; the builder is used up. */
  build(): SearchIndex {
    const order = sortByTerm(this.#terms.subarray(0, this.#count))
    const documents = new Uint32Array(this.#count)
    const mentions = new Uint8Array(this.#count)
    const terms: number[] = []
    const starts: number[] = []
    let last = -1
    for (let index = 0; index < order.length; index++) {
      const from = order[index] ?? 0
      const term = this.#terms[from] ?? 0
      if (term !== last) {
        terms.push(term)
        starts.push(index)
        last = term
      }
      documents[index] = this.#documents[from] ?? 0
      mentions[index] = this.#mentions[from] ?? 0
    }
    starts.push(order.length)
    return new SearchIndex({
      terms: Uint32Array.from(terms),
      starts: Uint32Array.from(starts),
      documents,
      mentions,
      scale: SCALE,
      lengths: this.#lengths.slice(0, this.#facts.length),
      facts: this.#facts,
      stopWords: this.#stopWords,
    })
  }

  #setLength(number: number, length: number): void {
    if (number >= this.#lengths.length) {
      const grown = new Float32Array(Math.ceil(this.#lengths.length * GROWTH))
      grown.set(this.#lengths)
      this.#lengths = grown
    }
    this.#lengths[number] = length
  }

  #push(term: number, document: number, weight: number): void {
    if (this.#count === this.#terms.length) {
      const size = Math.ceil(this.#count * GROWTH)
      this.#terms = grow(this.#terms, new Uint32Array(size))
      this.#documents = grow(this.#documents, new Uint32Array(size))
      this.#mentions = grow(this.#mentions, new Uint8Array(size))
    }
    this.#terms[this.#count] = term
    this.#documents[this.#count] = document
    this.#mentions[this.#count] = Math.min(255, Math.max(1, Math.round(weight * SCALE)))
    this.#count++
  }
}

function grow<A extends Uint32Array | Uint8Array>(from: A, into: A): A {
  into.set(from)
  return into
}

/** Positions in order of their term, documents of one term in their own order: radix sort, two passes of 16 bits. */
function sortByTerm(terms: Uint32Array): Uint32Array {
  let order = Uint32Array.from(terms, (_, index) => index)
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537)
    for (const term of terms)
      starts[((term >>> shift) & 0xffff) + 1] = (starts[((term >>> shift) & 0xffff) + 1] ?? 0) + 1
    for (let digit = 0; digit < 65_536; digit++)
      starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0)
    const sorted = new Uint32Array(terms.length)
    for (const position of order) {
      const digit = ((terms[position] ?? 0) >>> shift) & 0xffff
      sorted[starts[digit] ?? 0] = position
      starts[digit] = (starts[digit] ?? 0) + 1
    }
    order = sorted
  }
  return order
}
