import { FNV_START, fnv1a, fnvStep, mix } from '../text/hash.ts'

/** One number for a text; another seed gives an independent one. */
export function hashText(text: string, seed = 0): number {
  return mix(fnv1a(text, FNV_START ^ seed))
}

/** One number for an ordered two or three; no array is made, since every voice asks for some thirty. */
export function hashNumbers(seed: number, first: number, second?: number): number {
  const hash = mix(Math.imul(mix(seed ^ 0x9e3779b9), 31) ^ first)
  return second === undefined ? hash : mix(Math.imul(hash, 31) ^ second)
}

/** One number for a whole table. */
export function hashWords(words: Uint32Array, seed: number): number {
  let hash = mix(seed)
  for (const value of words) hash = fnvStep(hash, value ^ (value >>> 15))
  return mix(hash)
}
