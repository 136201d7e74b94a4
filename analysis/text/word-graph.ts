import { eachDictionaryLine } from './dictionary-lines.ts'
import { FNV_START, fnvStep } from './hash.ts'

/** A dictionary word and how often it was counted. */
export interface CountedWord {
  word: string
  count: number
}

/** Weight number 0: the prefix begins words but is none. */
const NOT_A_WORD = 0

/**
 * The most probable way to cut a run of Han characters into dictionary words: the word graph and route of jieba
 * (a unigram model; the product of word probabilities is greatest), on typed arrays. Where jieba's native code spends
 * most of its time handing words over to JavaScript, this one cuts where the text already is.
 */
export class WordGraph {
  /**
   * Prefixes of two characters and more, by open addressing, two numbers each so that a look-up touches one cache
   * line: a check and the number of the weight. The place comes from one hash and the check from another; together
   * they identify a prefix. A check is never 0, which marks a free place.
   */
  readonly #entries: Int32Array
  readonly #mask: number
  /** ln probability by number; many words share a count. */
  readonly #weights: Float64Array
  /** Number of the weight of each single character. */
  readonly #singles = new Int32Array(0x10000)
  /** 1 for characters that begin a longer word. */
  readonly #begins = new Uint8Array(0x10000)
  /** ln probability of a character that no word begins with. */
  readonly #unknown: number
  /**
   * Each word as one string object, by the place of its entry, made when it is first met. Whoever looks words up in
   * maps then finds them by identity, without reading their characters again.
   */
  readonly #texts: (string | undefined)[]
  readonly #singleTexts: (string | undefined)[] = []
  #scores = new Float64Array(1024)
  #ends = new Int32Array(1024)
  /** Entry of the chosen word by where it begins; 0 stands for none where the word is a single character. */
  #chosen = new Int32Array(1024)

  /**
   * @param dictionary lines `word count tag`, as jieba's own
   * @param words added to it; later ones replace earlier ones
   */
  constructor(dictionary: string, words: readonly CountedWord[]) {
    let size = 1024
    const prefixes = countPrefixes(dictionary, words)
    while (size < prefixes) size *= 2
    this.#mask = size - 1
    this.#entries = new Int32Array(2 * size)
    this.#texts = new Array<string | undefined>(size)
    const numbers = new CountNumbers()
    eachDictionaryLine(dictionary, (from, to, end) => {
      const count = Number.parseInt(dictionary.slice(to + 1, end), 10)
      this.#add(dictionary, from, to, numbers.of(count))
    })
    for (const { word, count } of words) this.#add(word, 0, word.length, numbers.of(count))
    // What was replaced no longer counts, so the total is taken over what the table holds.
    const total = this.#sumCounts(numbers)
    this.#unknown = -Math.log(total || 1)
    this.#weights = Float64Array.from(numbers.counts, (count) => Math.log(count) + this.#unknown)
  }

  #sumCounts({ counts }: CountNumbers): number {
    let total = 0
    for (const number of this.#singles) if (number !== NOT_A_WORD) total += counts[number] ?? 0
    for (let at = 1; at < this.#entries.length; at += 2) {
      const number = this.#entries[at] ?? NOT_A_WORD
      if (number !== NOT_A_WORD) total += counts[number] ?? 0
    }
    return total
  }

  /** Whether the text is a word of the dictionary. */
  has(text: string): boolean {
    if (text.length < 2) return this.#singles[text.charCodeAt(0)] !== NOT_A_WORD
    let place = PLACE_SEED
    let check = CHECK_SEED
    for (let at = 0; at < text.length; at++) {
      place = fnvStep(place, text.charCodeAt(at))
      check = nextCheck(check, text.charCodeAt(at))
    }
    return (this.#entries[this.#find(place, check | 1) + 1] ?? NOT_A_WORD) !== NOT_A_WORD
  }

  /** Finds the words of text[from, to): where each ends, by where it begins, relative to `from`. Valid until the next call. */
  route(text: string, from: number, to: number): Int32Array {
    const length = to - from
    if (length + 1 > this.#scores.length) {
      this.#scores = new Float64Array(2 * length)
      this.#ends = new Int32Array(2 * length)
      this.#chosen = new Int32Array(2 * length)
    }
    this.#scores[length] = 0
    for (let start = length - 1; start >= 0; start--) this.#choose(text, from, start, length)
    return this.#ends
  }

  /** The word from `start` to `end` of the text that was last routed, always the same string object. */
  word(text: string, from: number, start: number, end: number): string {
    if (end - start === 1) return this.character(text.charCodeAt(from + start))
    const place = (this.#chosen[start] ?? 0) >>> 1
    return (this.#texts[place] ??= text.slice(from + start, from + end))
  }

  /** A character of 16 bits as a string, always the same object. */
  character(code: number): string {
    return (this.#singleTexts[code] ??= String.fromCharCode(code))
  }

  /** The best word that starts here, given the best ways to go on from every later place; the longer of equals. */
  #choose(text: string, from: number, start: number, length: number): void {
    const scores = this.#scores
    const code = text.charCodeAt(from + start)
    const single = this.#singles[code] ?? NOT_A_WORD
    const next = scores[start + 1] ?? 0
    scores[start] = single === NOT_A_WORD ? Number.NEGATIVE_INFINITY : (this.#weights[single] ?? 0) + next
    this.#ends[start] = start + 1
    if (this.#begins[code] === 1) this.#chooseLonger(text, from, start, length)
    if (scores[start] === Number.NEGATIVE_INFINITY) scores[start] = this.#unknown + next
  }

  #chooseLonger(text: string, from: number, start: number, length: number): void {
    const scores = this.#scores
    const entries = this.#entries
    const code = text.charCodeAt(from + start)
    let place = fnvStep(PLACE_SEED, code)
    let check = nextCheck(CHECK_SEED, code)
    for (let end = start + 1; end < length; end++) {
      const following = text.charCodeAt(from + end)
      place = fnvStep(place, following)
      check = nextCheck(check, following)
      const entry = this.#find(place, check | 1)
      if (entries[entry] === 0) return
      const number = entries[entry + 1] ?? NOT_A_WORD
      if (number === NOT_A_WORD) continue
      const score = (this.#weights[number] ?? 0) + (scores[end + 1] ?? 0)
      if (score < (scores[start] ?? 0)) continue
      scores[start] = score
      this.#ends[start] = end + 1
      this.#chosen[start] = entry
    }
  }

  /** Takes in the word text[from, to). */
  #add(text: string, from: number, to: number, weight: number): void {
    const code = text.charCodeAt(from)
    if (to - from === 1) {
      this.#singles[code] = weight
      return
    }
    this.#begins[code] = 1
    let place = fnvStep(PLACE_SEED, code)
    let check = nextCheck(CHECK_SEED, code)
    let entry = 0
    for (let at = from + 1; at < to; at++) {
      const following = text.charCodeAt(at)
      place = fnvStep(place, following)
      check = nextCheck(check, following)
      entry = this.#find(place, check | 1)
      this.#entries[entry] = check | 1
    }
    this.#entries[entry + 1] = weight
  }

  /** Place of the prefix's entry, or of the free one where it belongs. */
  #find(place: number, check: number): number {
    const entries = this.#entries
    let slot = (place ^ (place >>> 15)) & this.#mask
    for (;;) {
      const held = entries[2 * slot]
      if (held === 0 || held === check) return 2 * slot
      slot = (slot + 1) & this.#mask
    }
  }
}

/** Distinct counts by number; number 0 stands for no word. */
class CountNumbers {
  readonly counts: number[] = [Number.NaN]
  readonly #numbers = new Map<number, number>()

  of(count: number): number {
    const known = this.#numbers.get(count)
    if (known !== undefined) return known
    this.#numbers.set(count, this.counts.length)
    return this.counts.push(count) - 1
  }
}

function countPrefixes(dictionary: string, words: readonly CountedWord[]): number {
  let prefixes = words.reduce((sum, { word }) => sum + word.length - 1, 0)
  eachDictionaryLine(dictionary, (from, to) => (prefixes += to - from - 1))
  return prefixes
}

const PLACE_SEED = FNV_START | 0
const CHECK_SEED = 0x9747b28c | 0

/** A multiply-and-shift of its own, so that two prefixes do not collide in both. */
function nextCheck(hash: number, code: number): number {
  const mixed = Math.imul(hash + code, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
