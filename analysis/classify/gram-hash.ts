import { FNV_START, fnvStep, mix } from '../text/hash.ts'

/** Where the hashes of each kind of gram begin, so that a word and the same characters differ. */
export const WORD_SEED = FNV_START
export const CHARACTER_SEED = 0x050c5d1f
export const SUBJECT_SEED = 0x2545f491

const UPPER_A = 0x41
const UPPER_Z = 0x5a

/** One step of FNV-1a over a UTF-16 code unit; ASCII capitals count as small letters. */
export function hashCode(hash: number, code: number): number {
  return fnvStep(hash, code >= UPPER_A && code <= UPPER_Z ? code + 0x20 : code)
}

export function hashText(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) hash = hashCode(hash, text.charCodeAt(index))
  return hash
}

/** The gram of a single word. */
export function wordGram(word: string): number {
  return mix(hashText(word, WORD_SEED)) >>> 0
}

/** Han, kana, ASCII letters and digits; the rest (punctuation, symbols, surrogates) separates. */
export function isLetterOrDigit(code: number): boolean {
  if (code >= 0x3400)
    return code <= 0x9fff || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
  if (code < 0x80) return isAsciiLetterOrDigit(code)
  return code >= 0xc0 && code < 0x2000
}

function isAsciiLetterOrDigit(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= UPPER_A && code <= UPPER_Z)
  )
}
