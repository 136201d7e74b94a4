import { MOST_KEYS, writeKeys } from './keys.ts'
import { STRIDE, type SketchTable } from './layout.ts'
import { ofShare } from './shares.ts'

/** The keys of all voices, room for `MOST_KEYS` of each; shared memory, so that every thread reads all of them. */
export interface KeyTable {
  readonly keys: Uint32Array
  /** Where each key's bucket lies among those of its share; 0 for none. */
  readonly places: Int32Array
  /** How many keys each voice has. */
  readonly counts: Uint8Array
}

/** @param size how many voices there are */
export function emptyKeys(size: number): KeyTable {
  return {
    keys: new Uint32Array(new SharedArrayBuffer(size * MOST_KEYS * 4)),
    places: new Int32Array(new SharedArrayBuffer(size * MOST_KEYS * 4)),
    counts: new Uint8Array(new SharedArrayBuffer(size)),
  }
}

/** Fills in the keys of a share of the voices. */
export function fillKeys(
  table: SketchTable,
  { keys, counts }: KeyTable,
  share: number,
  shares: number,
): void {
  const own = new Uint32Array(MOST_KEYS)
  for (const [from, to] of ofShare(counts.length, share, shares)) {
    for (let voice = from; voice < to; voice++) {
      const count = writeKeys(table, voice * STRIDE, own)
      counts[voice] = count
      for (let index = 0; index < count; index++) keys[voice * MOST_KEYS + index] = own[index] ?? 0
    }
  }
}

/** The keys of one voice. */
export function keysAt({ keys, counts }: KeyTable, voice: number): number[] {
  const from = voice * MOST_KEYS
  return Array.from(keys.subarray(from, from + (counts[voice] ?? 0)))
}
