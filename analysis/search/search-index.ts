import type { SearchDraft } from './search-draft.ts'
import { bestOf } from './best.ts'
import { queryTerms, type QueryTerm } from './query-terms.ts'

/** What is known of an indexed text besides its words. */
export interface DocumentFacts {
  readonly id: string
  readonly kind: string
  /** Null when the source gives no date. */
  readonly year: number | null
}

export interface SearchFilter {
  readonly kind?: string | undefined
  readonly year?: number | undefined
  /** Not to be found, e.g. the draft's own record. */
  readonly except?: string | undefined
}

export interface SearchHit {
  readonly id: string
  /** Share of the draft's own weight that the text has, 0 to 1. */
  readonly likeness: number
  /** Words of the draft that weigh most in the text, most first. */
  readonly shared: readonly string[]
}

interface IndexData {
  /** Ascending hashes; postings of term t lie from starts[t] to starts[t + 1]. */
  readonly terms: Uint32Array
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly mentions: Uint8Array
  readonly scale: number
  readonly lengths: Float32Array
  readonly facts: readonly DocumentFacts[]
  readonly stopWords: ReadonlySet<string>
}

/** BM25F constants as in Robertson & Zaragoza (2009); drafts are long, so length counts less than in web search. */
const K1 = 1.2
const B = 0.6
/** A term in more texts than this share says nothing about likeness and costs most. */
const COMMON_SHARE = 0.15
const SHARED_WORDS = 8

/** An inverted index in typed arrays: BM25F over segmented words, with letter pairs of titles as a second net. */
export class SearchIndex {
  readonly #data: IndexData
  readonly #scores: Float32Array
  readonly #meanLength: number

  constructor(data: IndexData) {
    this.#data = data
    this.#scores = new Float32Array(data.facts.length)
    this.#meanLength = data.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, data.facts.length)
  }

  get size(): number {
    return this.#data.facts.length
  }

  /** Bytes of the postings and tables, without the ids. */
  get bytes(): number {
    const { terms, starts, documents, mentions, lengths } = this.#data
    return [terms, starts, documents, mentions, lengths, this.#scores].reduce(
      (sum, one) => sum + one.byteLength,
      0,
    )
  }

  /** The `limit` likest texts, likest first; of equals the one indexed first. */
  search(draft: SearchDraft, filter: SearchFilter, limit: number): SearchHit[] {
    const terms = queryTerms(draft, this.#data.stopWords, (key) => this.#rarity(key))
    const scores = this.#scores.fill(0)
    for (const term of terms) this.#add(term, scores)
    const full = terms.reduce((sum, term) => sum + term.weight * (K1 + 1) * SATURATED, 0) || 1
    return bestOf(scores, limit, (document) => this.#passes(document, filter)).map((document) => ({
      id: this.#data.facts[document]?.id ?? '',
      likeness: Math.min(1, Math.round(((scores[document] ?? 0) / full) * 1000) / 1000),
      shared: this.#shared(document, terms),
    }))
  }

  #passes(document: number, { kind, year, except }: SearchFilter): boolean {
    const facts = this.#data.facts[document]
    if (!facts || facts.id === except) return false
    return (kind === undefined || facts.kind === kind) && (year === undefined || facts.year === year)
  }

  #add({ key, weight }: QueryTerm, scores: Float32Array): void {
    const { documents } = this.#data
    const [start, end] = this.#range(key)
    for (let index = start; index < end; index++) {
      const document = documents[index] ?? 0
      scores[document] = (scores[document] ?? 0) + weight * this.#saturation(index)
    }
  }

  #saturation(posting: number): number {
    const { documents, mentions, lengths, scale } = this.#data
    const length = lengths[documents[posting] ?? 0] ?? 0
    const count = (mentions[posting] ?? 0) / scale
    return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / (this.#meanLength || 1)))
  }

  /** ln(1 + (N − n + ½) / (n + ½)); 0 for terms nobody has and for those too many have. */
  #rarity(key: number): number {
    const [start, end] = this.#range(key)
    const count = end - start
    if (count === 0 || (this.size > 200 && count > COMMON_SHARE * this.size)) return 0
    return Math.log(1 + (this.size - count + 0.5) / (count + 0.5))
  }

  #shared(document: number, terms: readonly QueryTerm[]): string[] {
    const gains = terms.flatMap((term) => {
      if (term.word === null) return []
      const posting = this.#find(term.key, document)
      return posting < 0 ? [] : [{ word: term.word, gain: term.weight * this.#saturation(posting) }]
    })
    return gains
      .sort((a, b) => b.gain - a.gain || (a.word < b.word ? -1 : 1))
      .slice(0, SHARED_WORDS)
      .map(({ word }) => word)
  }

  #range(key: number): [number, number] {
    const { terms, starts } = this.#data
    const at = lowerBound(terms, key, 0, terms.length)
    return terms[at] === key ? [starts[at] ?? 0, starts[at + 1] ?? 0] : [0, 0]
  }

  #find(key: number, document: number): number {
    const [start, end] = this.#range(key)
    const at = lowerBound(this.#data.documents, document, start, end)
    return at < end && this.#data.documents[at] === document ? at : -1
  }
}

/** A mention as a text of usual length has it weighs this much of the most it can. */
const SATURATED = 0.62

function lowerBound(values: Uint32Array, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
