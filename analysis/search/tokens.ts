import { hashText } from '../matters/hash.ts'

const HAN_RUN = /\p{sc=Han}{2,}/gu
/** Words counted of one field; a text says what it is about before. */
const MOST_WORDS = 3000
const LENGTHS = { least: 2, most: 16 }
const FIGURE = /^[\d.,，:：%]+$/u

/** The hash under which a word is indexed; bigrams have another seed, so that 小区 the word and the letters differ. */
export const wordKey = (word: string): number => hashText(word)
export const bigramKey = (pair: string): number => hashText(pair, 11)

export function isIndexed(word: string, stopWords: ReadonlySet<string>): boolean {
  if (word.length < LENGTHS.least || word.length > LENGTHS.most) return false
  return !stopWords.has(word) && !FIGURE.test(word)
}

export function* indexedWords(words: readonly string[], stopWords: ReadonlySet<string>): Generator<string> {
  const last = Math.min(words.length, MOST_WORDS)
  for (let index = 0; index < last; index++) {
    const word = words[index] ?? ''
    if (isIndexed(word, stopWords)) yield word
  }
}

/** Pairs of neighbouring Han letters: they find what segmentation cut in another way. */
export function* bigramsOf(text: string): Generator<string> {
  for (const [run] of text.matchAll(HAN_RUN))
    for (let start = 0; start + 2 <= run.length; start++) yield run.slice(start, start + 2)
}
