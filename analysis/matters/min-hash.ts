import { FNV_START, fnv1a, mix } from '../text/hash.ts'

/** Smallest hash of a set under each of several hash functions: equal positions estimate the Jaccard share. */
export type Signature = Uint32Array

const SHINGLE = 5
/** Shingles taken of one text. */
const MAX_SHINGLES = 2000

/** Hashes of the runs of five characters. */
export function shingles(text: string): Set<number> {
  const found = new Set<number>()
  const last = Math.min(text.length - SHINGLE, MAX_SHINGLES)
  for (let start = 0; start <= last; start++) {
    found.add(fnv1a(text, FNV_START, start, start + SHINGLE) >>> 0)
  }
  return found
}

export function minHash(set: ReadonlySet<number>, size: number): Signature {
  const signature = new Uint32Array(size).fill(0xffffffff)
  for (const value of set) {
    for (let row = 0; row < size; row++) {
      const hashed = mix(value ^ Math.imul(row + 1, 0x9e3779b1))
      if (hashed < (signature[row] ?? 0)) signature[row] = hashed
    }
  }
  return signature
}

/** One number for a few. */
export function hash32(values: Uint32Array): number {
  let hash = FNV_START
  for (const value of values) hash = mix(hash ^ value)
  return hash
}
