import { familyOf } from '../topics/problem-words.ts'
import { hashText } from './hash.ts'
import { siteOf } from './site-words.ts'
import { loadWordWeights, type WordWeights } from './word-weights.ts'

/** What grouping needs to know of one word; the hashes are 0 where there is nothing. */
export interface WordFacts {
  readonly term: number
  /** 0: the word is no term. */
  readonly weight: number
  readonly site: number
  readonly isNamed: boolean
  readonly family: number
  readonly district: number
  /** How often in the text being read, and which text that is. */
  count: number
  text: number
  /** Whether the title of that text has it. */
  isTitled: boolean
}

/** Words remembered; the memory starts anew when it is full, which changes no result. */
const MAX_KNOWN = 200_000
/** Weight of a word the general list lacks: a name, mostly. */
const UNKNOWN = 11
const SPOKEN = 7
const LENGTHS = { least: 2, most: 14 }
const HAN = /^\p{sc=Han}+$/u
/** The innermost district of a chain: A3区 of A市A3区. A city alone is no district. */
const DISTRICT = /[A-Z]\d{1,3}(?:市|县|区)(?=$|[A-Z])|^\p{sc=Han}{2,5}(?:县|区)$/u
const NO_DISTRICT = /(?:小|社|片|校|园|景|辖|院|开发|工业|安置|山|林|地|厂|库|市|校|生活|住宅|街|城)区$/u
const FIGURE = /^[\d第〔（一二三四五六七八九十百千万两几]/u
/** Letters say these of any matter. */
const COMMON = 4.2

/** Looks every word up once: most words of a letter have been seen in earlier ones. */
export class WordBook {
  readonly #stopWords: ReadonlySet<string>
  readonly #weights: WordWeights = loadWordWeights()
  readonly #known = new Map<string, WordFacts | null>()
  #text = 0
  #distinct: WordFacts[] = []

  constructor(stopWords: ReadonlySet<string>) {
    this.#stopWords = stopWords
  }

  /** Starts a new text; the list fills with its distinct words as they are counted. */
  startText(): readonly WordFacts[] {
    this.#text++
    this.#distinct = []
    return this.#distinct
  }

  count(word: string, weight: number, isTitled: boolean): void {
    if (word.length < LENGTHS.least || word.length > LENGTHS.most) return
    const facts = this.#factsOf(word)
    if (facts === null) return
    if (facts.text === this.#text) {
      facts.count += weight
      return
    }
    facts.text = this.#text
    facts.count = weight
    facts.isTitled = isTitled
    this.#distinct.push(facts)
  }

  /** Null for words that say nothing: stop words, single letters, figures. */
  #factsOf(word: string): WordFacts | null {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    if (this.#known.size >= MAX_KNOWN) this.#known.clear()
    const facts = this.#read(word)
    this.#known.set(word, facts)
    return facts
  }

  #read(word: string): WordFacts | null {
    if (this.#stopWords.has(word)) return null
    if (FIGURE.test(word) && !HAN.test(word)) return null
    const site = siteOf(word, (one) => this.#weights.of(one))
    const family = familyOf(word)
    return {
      term: hashText(site?.name ?? word),
      weight: this.#weightOf(word),
      site: site === null ? 0 : hashText(site.name, 1),
      isNamed: site?.strength === 'named',
      family: family === undefined ? 0 : hashText(family, 2),
      district: site === null && !NO_DISTRICT.test(word) ? districtOf(word) : 0,
      count: 0,
      text: 0,
      isTitled: false,
    }
  }

  #weightOf(word: string): number {
    const weight = this.#weights.of(word) ?? (HAN.test(word) ? UNKNOWN : SPOKEN)
    return Math.max(0, weight - COMMON)
  }
}

function districtOf(word: string): number {
  const found = DISTRICT.exec(word)
  return found === null ? 0 : hashText(found[0], 3)
}
