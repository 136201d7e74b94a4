import { FNV_START, fnv1a, mix } from '../text/hash.ts'
import { AT, BINS, type SketchTable } from './layout.ts'

const SHINGLE = 5
/** Shingles taken of one text. */
const MAX_SHINGLES = 4000
/** Texts shorter than this are copies only when equal. */
export const MIN_NEAR_LENGTH = 40

/** Two bytes agree by chance. */
const CHANCE = 1 / 256

const least = new Uint32Array(BINS)
const filled = new Uint8Array(BINS)

/**
 * One-permutation MinHash of the runs of five characters (Li, Owen & Zhang 2012), empty bins filled from others by a
 * fixed random walk (Shrivastava 2017), the lowest eight bits kept (Li & König 2010). One hash per shingle.
 */
export function writeBins(text: string, table: SketchTable, at: number): void {
  least.fill(0xffffffff)
  filled.fill(0)
  const last = Math.min(text.length - SHINGLE, MAX_SHINGLES)
  for (let start = 0; start <= last; start++) {
    const hash = mix(fnv1a(text, FNV_START, start, start + SHINGLE))
    const bin = hash >>> 26
    const rest = (hash << 6) >>> 0
    if (filled[bin] === 0 || rest < (least[bin] ?? 0)) least[bin] = rest
    filled[bin] = 1
  }
  for (let word = 0; word < BINS / 4; word++) {
    let packed = 0
    for (let byte = 0; byte < 4; byte++) packed |= valueOf(word * 4 + byte) << (8 * byte)
    table[at + AT.bins + word] = packed >>> 0
  }
}

/** Eight bits of a bin; an empty one takes those of the first full bin on its walk. */
function valueOf(bin: number): number {
  let from = bin
  for (let step = 1; filled[from] === 0 && step <= 4 * BINS; step++) from = mix(bin * 0x10001 + step) >>> 26
  return mix((least[from] ?? 0) ^ bin) & 255
}

/**
 * Estimated Jaccard share of two texts' shingles, 0 to 1; equal bytes by chance taken off.
 * @param least gives up with 0 once the share cannot reach this any more
 */
export function jaccardOf(a: SketchTable, atA: number, b: SketchTable, atB: number, least = 0): number {
  const mostDiffering = BINS - Math.floor(BINS * (least * (1 - CHANCE) + CHANCE))
  let different = 0
  for (let word = AT.bins; word < AT.bins + BINS / 4; word++) {
    const differing = (a[atA + word] ?? 0) ^ (b[atB + word] ?? 0)
    if (differing === 0) continue
    if ((differing & 0xff) !== 0) different++
    if ((differing & 0xff00) !== 0) different++
    if ((differing & 0xff0000) !== 0) different++
    if (differing >>> 24 !== 0) different++
    if (different > mostDiffering) return 0
  }
  return Math.max(0, ((BINS - different) / BINS - CHANCE) / (1 - CHANCE))
}
