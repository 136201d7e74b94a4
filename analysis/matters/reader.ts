import { hashText, hashWords } from './hash.ts'
import {
  AT,
  FORMAL,
  MAX_FAMILIES,
  MAX_SITES,
  MAX_TERMS,
  packFlags,
  sketchToText,
  STRIDE,
  TITLED_FROM,
  type SketchTable,
} from './layout.ts'
import { keysOf } from './keys.ts'
import { MIN_NEAR_LENGTH, writeBins } from './signature.ts'
import { TopTerms } from './top-terms.ts'
import { WordBook, type WordFacts } from './word-book.ts'

/** What a sketch is made of; title and body normalised. */
export interface SketchedText {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly body: string
}

/** One row of analysis.voice_sketches. */
// A type and not an interface: rows are records of cells to the reading job.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- see above
export type SketchRow = {
  voice_id: string
  /** Of the sketch: another one means that the voice must be grouped anew. */
  digest: string
  /** 57 words of 32 bits, see `layout.ts`. */
  sketch: string
  /** Under which the voice is found again, as numbers of 32 bits. */
  keys: number[]
}

/** Plain data, for worker threads. */
export interface SketchConfig {
  readonly stopWords: readonly string[]
}

/** Version of sketches: those of another version are made again. */
export const SKETCH_VERSION = 'sketch-3'

const NOT_TEXT = /[^\p{L}\p{N}]+/gu
const MAX_CHARACTERS = 20_000
const MAX_WORDS = 600
/** A title of this many letters is no coincidence. */
const TELLING_TITLE = 12
const TITLE_WEIGHT = 1.7
const FAMILY_WEIGHT = 5
/** Terms of the title that a sketch has at least, however long the body. */
const TITLE_TERMS = 6

/**
 * Makes the reader that sketches one voice after the other: hash of the whole text, MinHash bins, the 24 weightiest
 * terms, sites and problem families. Tens of microseconds for 120 characters; nothing depends on other voices.
 */
export function createSketchReader(
  config: SketchConfig,
): (voice: SketchedText, words: readonly string[]) => [SketchRow] {
  const book = new WordBook(new Set(config.stopWords))
  const table: SketchTable = new Uint32Array(STRIDE)
  const scratch = {
    named: new TopTerms(),
    areas: new TopTerms(),
    families: new TopTerms(),
    terms: new TopTerms(),
    titled: new TopTerms(),
  }
  return (voice, words) => {
    table.fill(0)
    writeText(voice, table)
    if (table[AT.exact] !== 0) writeWords(gather(voice, words, book, scratch), voice, table)
    const row = {
      voice_id: voice.id,
      digest: digestOf(table),
      sketch: sketchToText(table, 0),
      keys: keysOf(table, 0),
    }
    return [row]
  }
}

/**
 * Deputies' papers repeat the sentences of their kind and field, whatever they ask for; what they ask for stands in the
 * title. A citizen's title says it in any words, or not at all.
 */
const isFormalPaper = (voice: SketchedText): boolean => voice.kind === 'suggestions'

/** All comments on a draft share its title: it says where a comment belongs, not what it says. */
const isComment = (voice: SketchedText): boolean => voice.kind === 'comments'

function writeText(voice: SketchedText, table: SketchTable): void {
  const whole = `${isComment(voice) ? '' : voice.title}${voice.body}`.slice(0, MAX_CHARACTERS)
  const key = whole.replace(NOT_TEXT, '').toLowerCase()
  if (key === '') return
  table[AT.exact] = hashText(key, isComment(voice) ? hashText(voice.title) : 0) || 1
  table[AT.exact + 1] = hashText(key, 0x5bd1e995)
  const near = key.length >= MIN_NEAR_LENGTH
  if (near) writeBins(key, table, 0)
  table[AT.flags] = packFlags(near, 0, 0)
  const title = voice.title.replace(NOT_TEXT, '')
  if (!isComment(voice) && title.length >= TELLING_TITLE) table[AT.title] = hashText(title)
}

interface Gathered {
  readonly named: TopTerms
  readonly areas: TopTerms
  readonly families: TopTerms
  readonly terms: TopTerms
  /** Those of the title that name no place. */
  readonly titled: TopTerms
}

function gather(
  voice: SketchedText,
  words: readonly string[],
  book: WordBook,
  scratch: Gathered,
): Gathered & { district: number } {
  for (const part of Object.values(scratch) as TopTerms[]) part.clear()
  const titleWords = countTitleWords(voice.title, words)
  const distinct = book.startText()
  const last = Math.min(words.length, MAX_WORDS)
  for (let index = isComment(voice) ? titleWords : 0; index < last; index++)
    book.count(words[index] ?? '', index < titleWords ? TITLE_WEIGHT : 1, index < titleWords)
  let district = 0
  for (const facts of distinct) {
    if (district === 0) district = facts.district
    addFacts(facts, scratch)
  }
  return { ...scratch, district }
}

function addFacts(facts: WordFacts, into: Gathered): void {
  const { term, weight, site, family, count } = facts
  if (site !== 0) (facts.isNamed ? into.named : into.areas).add(site, count)
  if (family !== 0) into.families.add(family, count)
  if (weight <= 0) return
  into.terms.add(term, weight * damped(count))
  if (facts.isTitled && site === 0 && facts.district === 0) into.titled.add(term, weight)
}

const damped = (count: number): number => 1 + Math.log(Math.max(1, count))

/** `words` begin with those of the title, without its punctuation. */
function countTitleWords(title: string, words: readonly string[]): number {
  let position = 0
  for (const [index, word] of words.entries()) {
    const found = title.indexOf(word, position)
    if (found === -1) return index
    position = found + word.length
  }
  return words.length
}

function writeWords(found: Gathered & { district: number }, voice: SketchedText, table: SketchTable): void {
  const named = found.named.best(MAX_SITES).map(({ term }) => term)
  if (isComment(voice) && named.length === 0) named.push(hashText(voice.title, 7))
  const sites = [...named, ...found.areas.best(MAX_SITES).map(({ term }) => term)].slice(0, MAX_SITES)
  const bins = ((table[AT.flags] ?? 0) & 1) === 1
  table[AT.flags] = packFlags(bins, named.length, sites.length)
  table[AT.district] = found.district
  sites.forEach((site, index) => (table[AT.sites + index] = site))
  const families = found.families.best(MAX_FAMILIES)
  families.forEach(({ term, weight }, index) => {
    table[AT.families + index] = term
    found.terms.add(term, FAMILY_WEIGHT * damped(weight))
  })
  if (isFormalPaper(voice)) writeFormalTerms(found, table)
  else writeTerms(found.terms.best(MAX_TERMS), table)
}

/** The weightiest, with the title's own in the place of the least: a long body must not hide what it is about. */
function writeFormalTerms({ terms, titled }: Gathered, table: SketchTable): void {
  const best = terms.best(MAX_TERMS)
  const held = new Set(best.map(({ term }) => term))
  const added = titled.best(TITLE_TERMS).filter(({ term }) => !held.has(term))
  writeTerms([...best.slice(0, MAX_TERMS - added.length), ...added], table)
  const own = new Set(titled.best(MAX_TERMS).map(({ term }) => term))
  let flags = (table[AT.flags] ?? 0) | FORMAL
  for (let index = 0; index < MAX_TERMS; index++)
    if (own.has(table[AT.terms + index] ?? 0)) flags |= 1 << (TITLED_FROM + index)
  table[AT.flags] = flags >>> 0
}

function writeTerms(best: readonly { term: number; weight: number }[], table: SketchTable): void {
  const scale = 255 / (Math.hypot(...best.map(({ weight }) => weight)) || 1)
  const ascending = best.toSorted((a, b) => a.term - b.term)
  ascending.forEach(({ term, weight }, index) => {
    table[AT.terms + index] = term
    const word = AT.weights + (index >>> 2)
    table[word] = ((table[word] ?? 0) | (Math.max(1, Math.round(weight * scale)) << (8 * (index & 3)))) >>> 0
  })
}

function digestOf(table: SketchTable): string {
  return hashWords(table, 1).toString(36) + hashWords(table, 2).toString(36)
}
