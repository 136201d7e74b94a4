/** Where FNV-1a begins (offset basis, 32 bits). */
export const FNV_START = 0x811c9dc5

/** One step of FNV-1a over a UTF-16 code unit (Fowler, Noll & Vo; 32 bits, signed). */
export function fnvStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** FNV-1a of text[start, end), unfinished: the low bits are the good ones. Same text and seed, same number everywhere. */
export function fnv1a(text: string, seed = FNV_START, start = 0, end = text.length): number {
  let hash = seed
  for (let at = start; at < end; at++) hash = fnvStep(hash, text.charCodeAt(at))
  return hash
}

/** Finaliser of MurmurHash3: all 32 bits count afterwards, unsigned. */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
