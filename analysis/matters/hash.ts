/** FNV-1a over UTF-16 units, finished so that all 32 bits count. Same text and seed, same number everywhere. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash)
}

/** One number for an ordered few. */
export function hashNumbers(seed: number, ...values: readonly number[]): number {
  let hash = mix(seed ^ 0x9e3779b9)
  for (const value of values) hash = mix(Math.imul(hash, 31) ^ value)
  return hash
}

/** One number for a whole table. */
export function hashWords(words: Uint32Array, seed: number): number {
  let hash = mix(seed)
  for (const value of words) hash = Math.imul(hash ^ value ^ (value >>> 15), 0x01000193)
  return mix(hash)
}

/** Finaliser of MurmurHash3. */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
