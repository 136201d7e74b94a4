import { bareText } from './bare-text.ts'
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
  const key = bareText(whole).toLowerCase()
  if (key === '') return
  table[AT.exact] = hashText(key, isComment(voice) ? hashText(voice.title) : 0) || 1
  table[AT.exact + 1] = hashText(key, 0x5bd1e995)
  const near = key.length >= MIN_NEAR_LENGTH
  if (near) writeBins(key, table, 0)
  table[AT.flags] = packFlags(near, 0, 0)
  const title = bareText(voice.title)
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
  clear(scratch)
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

function clear({ named, areas, families, terms, titled }: Gathered): void {
  named.clear()
  areas.clear()
  families.clear()
  terms.clear()
  titled.clear()
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
  const { named, areas, families, terms } = found
  let sites = named.rank(MAX_SITES)
  for (let index = 0; index < sites; index++) table[AT.sites + index] = named.bestTerms[index] ?? 0
  if (isComment(voice) && sites === 0) table[AT.sites + sites++] = hashText(voice.title, 7)
  const namedSites = sites
  const others = Math.min(areas.rank(MAX_SITES), MAX_SITES - sites)
  for (let index = 0; index < others; index++) table[AT.sites + sites++] = areas.bestTerms[index] ?? 0
  const bins = ((table[AT.flags] ?? 0) & 1) === 1
  table[AT.flags] = packFlags(bins, namedSites, sites)
  table[AT.district] = found.district
  const kinds = families.rank(MAX_FAMILIES)
  for (let index = 0; index < kinds; index++) {
    const term = families.bestTerms[index] ?? 0
    table[AT.families + index] = term
    terms.add(term, FAMILY_WEIGHT * damped(families.bestWeights[index] ?? 0))
  }
  if (isFormalPaper(voice)) writeFormalTerms(found, table)
  else {
    const count = terms.rank(MAX_TERMS)
    chosenTerms.set(terms.bestTerms.subarray(0, count))
    chosenWeights.set(terms.bestWeights.subarray(0, count))
    writeTerms(count, table)
  }
}

/** The terms that go into the sketch at hand, weightiest first. */
const chosenTerms = new Uint32Array(MAX_TERMS)
const chosenWeights = new Float64Array(MAX_TERMS)

/** The weightiest, with the title's own in the place of the least: a long body must not hide what it is about. */
function writeFormalTerms({ terms, titled }: Gathered, table: SketchTable): void {
  const best = terms.best(MAX_TERMS)
  const held = new Set(best.map(({ term }) => term))
  const added = titled.best(TITLE_TERMS).filter(({ term }) => !held.has(term))
  const chosen = [...best.slice(0, MAX_TERMS - added.length), ...added]
  for (const [index, { term, weight }] of chosen.entries()) {
    chosenTerms[index] = term
    chosenWeights[index] = weight
  }
  writeTerms(chosen.length, table)
  const own = new Set(titled.best(MAX_TERMS).map(({ term }) => term))
  let flags = (table[AT.flags] ?? 0) | FORMAL
  for (let index = 0; index < MAX_TERMS; index++)
    if (own.has(table[AT.terms + index] ?? 0)) flags |= 1 << (TITLED_FROM + index)
  table[AT.flags] = flags >>> 0
}

/** Writes the chosen terms by ascending hash, with their weights as a vector of length 255. */
function writeTerms(count: number, table: SketchTable): void {
  const scale = 255 / (Math.hypot(...chosenWeights.subarray(0, count)) || 1)
  for (let index = 1; index < count; index++) sink(index)
  for (let index = 0; index < count; index++) {
    table[AT.terms + index] = chosenTerms[index] ?? 0
    const share = Math.max(1, Math.round((chosenWeights[index] ?? 0) * scale))
    const word = AT.weights + (index >>> 2)
    table[word] = ((table[word] ?? 0) | (share << (8 * (index & 3)))) >>> 0
  }
}

/** Insertion sort, one step: brings the chosen term at `index` to its place among those before it. */
function sink(index: number): void {
  const term = chosenTerms[index] ?? 0
  const weight = chosenWeights[index] ?? 0
  let place = index
  for (; place > 0 && (chosenTerms[place - 1] ?? 0) > term; place--) {
    chosenTerms[place] = chosenTerms[place - 1] ?? 0
    chosenWeights[place] = chosenWeights[place - 1] ?? 0
  }
  chosenTerms[place] = term
  chosenWeights[place] = weight
}

/** What tells a sketch, which is all of `sketch`, from another. */
export function digestOf(sketch: SketchTable): string {
  return hashWords(sketch, 1).toString(36) + hashWords(sketch, 2).toString(36)
}
