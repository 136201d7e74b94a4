/**
 * A sketch is what grouping needs of one voice, in 57 words of 32 bits: no text, and no text comes back out of it.
 * Kept in tables of equal strides so that a million of them take 228 MB and no objects.
 */
export const MAX_SITES = 4
export const MAX_FAMILIES = 2
export const MAX_TERMS = 24
/** Bins of the one-permutation MinHash, one byte each. */
export const BINS = 64

/** Word offsets within one sketch. */
export const AT = {
  /** Two words: the hash of the whole text; 0,0 for an empty one. */
  exact: 0,
  /** Bit 0: has bins; bits 1–3: named sites; bits 4–6: all sites; bits 7–30: which terms the title of a formal paper has; bit 31: is one. */
  flags: 2,
  district: 3,
  sites: 4,
  families: 4 + MAX_SITES,
  /** Hash of a telling title; 0 for none. */
  title: 4 + MAX_SITES + MAX_FAMILIES,
  /** Hashes of the weightiest terms, ascending; 0 fills up at the end. */
  terms: 5 + MAX_SITES + MAX_FAMILIES,
  /** Their weights, a byte each, of a vector of length 255. */
  weights: 5 + MAX_SITES + MAX_FAMILIES + MAX_TERMS,
  bins: 5 + MAX_SITES + MAX_FAMILIES + MAX_TERMS + MAX_TERMS / 4,
} as const

export const STRIDE = AT.bins + BINS / 4

/** Sketches one after the other. */
export type SketchTable = Uint32Array

/** Within the flags. */
export const FORMAL = 1 << 31
export const TITLED_FROM = 7

export const hasBins = (flags: number): boolean => (flags & 1) === 1
export const namedSites = (flags: number): number => (flags >>> 1) & 7
export const allSites = (flags: number): number => (flags >>> 4) & 7

/** Whether it is a formal paper (see `reader.ts`). */
export const isFormal = (flags: number): boolean => flags >>> 31 === 1
/** Whether a formal paper's title has the term at `index`, and it names no place. */
export const isTitled = (flags: number, index: number): boolean =>
  ((flags >>> (TITLED_FROM + index)) & 1) === 1

export function packFlags(bins: boolean, named: number, all: number): number {
  return (bins ? 1 : 0) | (named << 1) | (all << 4)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0))
const VALUES = new Uint8Array(128)
CODES.forEach((code, value) => (VALUES[code] = value))
/** 228 bytes are 304 letters of base64url without a rest. */
export const TEXT_LENGTH = (STRIDE * 4 * 4) / 3

const decoder = new TextDecoder('latin1')
const codes = new Uint8Array(TEXT_LENGTH)

/** The sketch at `at` as text for a column. Byte order is fixed, whatever the machine. */
export function sketchToText(table: SketchTable, at: number): string {
  let out = 0
  let pending = 0
  let bits = 0
  for (let word = at; word < at + STRIDE; word++) {
    const value = table[word] ?? 0
    for (let shift = 0; shift < 32; shift += 8) {
      pending = (pending << 8) | ((value >>> shift) & 255)
      for (bits += 8; bits >= 6; bits -= 6) codes[out++] = CODES[(pending >>> (bits - 6)) & 63] ?? 0
      pending &= 63
    }
  }
  return decoder.decode(codes)
}

/** Writes a stored sketch into `table` at `at`. @throws {RangeError} for text of another length. */
export function sketchFromText(text: string, table: SketchTable, at: number): void {
  if (text.length !== TEXT_LENGTH) throw new RangeError('A stored sketch has another length')
  sketchFromRow(text, 0, table, at)
}

/** The same from the `row`-th of stored sketches one after the other, `TEXT_LENGTH` letters each. */
export function sketchFromRow(texts: string, row: number, table: SketchTable, at: number): void {
  table.fill(0, at, at + STRIDE)
  let from = row * TEXT_LENGTH
  for (let group = 0; group < (STRIDE * 4) / 3; group++) {
    let all = 0
    for (let digit = 0; digit < 4; digit++) all = (all << 6) | (VALUES[texts.charCodeAt(from++)] ?? 0)
    for (let byte = 0; byte < 3; byte++) {
      const position = group * 3 + byte
      const word = at + (position >>> 2)
      table[word] = (table[word] ?? 0) | (((all >>> (16 - 8 * byte)) & 255) << (8 * (position & 3)))
    }
  }
}
