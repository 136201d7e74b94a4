import { mix } from '../text/hash.ts'
import { CHARACTER_SEED, hashCode, hashText, isLetterOrDigit, WORD_SEED } from './gram-hash.ts'
import type { Letter } from './letter.ts'
import type { SubjectGrams } from './subject-grams.ts'

/** Which grams are taken from a text: words 1..words in a row, characters 1..characters in a row, catalogue nodes. */
export interface GramOptions {
  words: number
  characters: number
  subjects: boolean
}

/** Kinds of gram in the order in which they are read. */
export const KINDS = 3
/** People say what they want in the title and the first lines; what follows is often the story. */
const OPENING_CHARACTERS = 120

export const inTitle = 2
export const inOpening = 1
export const inRest = 0

/**
 * The grams of one letter in one reused list: the hash and the part (title, opening, rest) of every occurrence. Counting
 * and scoring run over it without making an object or a string.
 */
export class GramList {
  ids: Uint32Array
  parts: Uint8Array
  /** Where each kind of gram ends. */
  readonly ends = new Uint32Array(KINDS)
  private size = 0
  private readonly options: GramOptions
  private readonly subjects: SubjectGrams | null

  /** @param subjects needed when the options ask for them */
  constructor(options: GramOptions, subjects: SubjectGrams | null) {
    this.options = options
    this.subjects = subjects
    this.ids = new Uint32Array(1 << 12)
    this.parts = new Uint8Array(1 << 12)
  }

  read(letter: Letter): void {
    this.size = 0
    this.readWords(letter)
    this.ends[0] = this.size
    this.readCharacters(letter.title, inTitle, inTitle)
    this.readCharacters(letter.body, inOpening, inRest)
    this.ends[1] = this.size
    if (this.options.subjects && this.subjects) this.readSubjects(letter, this.subjects)
    this.ends[2] = this.size
  }

  private push(id: number, part: number): void {
    if (this.size === this.ids.length) this.grow()
    this.ids[this.size] = id
    this.parts[this.size++] = part
  }

  /** Words in a row do not cross from the title into the body. */
  private readWords({ title, body, words }: Letter): void {
    const longest = this.options.words
    const starts = partsOf(title, body, words)
    for (let start = 0; start < words.length; start++) {
      const part = starts[start] ?? inRest
      let hash = WORD_SEED
      const end = Math.min(words.length, start + longest)
      for (let at = start; at < end; at++) {
        if (at > start && (starts[at] === inTitle) !== (part === inTitle)) break
        hash = hashText(words[at] ?? '', hash)
        this.push(mix(hash), part)
        hash = hashCode(hash, 0x1f)
      }
    }
  }

  /** Grams do not cross punctuation or spaces: these end a run of letters and digits. */
  private readCharacters(text: string, opening: number, rest: number): void {
    const longest = this.options.characters
    for (let start = 0; start < text.length; start++) {
      const part = start < OPENING_CHARACTERS ? opening : rest
      let hash = CHARACTER_SEED
      const end = Math.min(text.length, start + longest)
      for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at)
        if (!isLetterOrDigit(code)) break
        hash = hashCode(hash, code)
        this.push(mix(hash), part)
      }
    }
  }

  private readSubjects({ title, body }: Letter, subjects: SubjectGrams): void {
    subjects.scan(title, (id) => {
      this.push(id, inTitle)
    })
    subjects.scan(body, (id, start) => {
      this.push(id, start < OPENING_CHARACTERS ? inOpening : inRest)
    })
  }

  private grow(): void {
    const ids = new Uint32Array(this.ids.length * 2)
    ids.set(this.ids)
    this.ids = ids
    const parts = new Uint8Array(this.parts.length * 2)
    parts.set(this.parts)
    this.parts = parts
  }
}

let places = new Uint8Array(1 << 10)

/** In which part of the letter each word stands, found by walking along the text. The array is reused. */
export function partsOf(title: string, body: string, words: readonly string[]): Uint8Array {
  if (places.length < words.length) places = new Uint8Array(words.length * 2)
  let at = 0
  let index = 0
  for (; index < words.length; index++) {
    const word = words[index] ?? ''
    const found = title.indexOf(word, at)
    if (found === -1) break
    places[index] = inTitle
    at = found + word.length
  }
  at = 0
  for (; index < words.length; index++) {
    if (at >= OPENING_CHARACTERS) break
    const word = words[index] ?? ''
    const found = body.indexOf(word, at)
    if (found !== -1) at = found + word.length
    places[index] = (found === -1 ? at : found) < OPENING_CHARACTERS ? inOpening : inRest
  }
  places.fill(inRest, index, words.length)
  return places
}
