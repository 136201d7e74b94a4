/**
 * Naming patterns of estates, streets, roads and villages: words between an anchor (a place, "在", a sentence start)
 * and a naming suffix are one name, e.g. 云水 + 佳苑 → 云水佳苑, 示例 + 街道 → 示例街道.
 */
export interface PlacePatterns {
  /** Words that end a place name, e.g. 小区, 花园, 街道, 大道. */
  suffixes: ReadonlySet<string>
  /** Words after which a name may begin although they are no place, e.g. 在, 位于, 住. */
  anchors: ReadonlySet<string>
  /** Words that can never be part of a name, e.g. 的, 我们, 这个. */
  breaks: ReadonlySet<string>
}

const MAX_NAME_CHARACTERS = 8
const MAX_NAME_WORDS = 4
const PLACE_TAIL = /[市县区镇乡村街路]$/
const HAN_ONLY = /^\p{sc=Han}{1,6}$/u

/** Joins place names in a list of words. `starts[i]` is 1 where word i follows a gap (punctuation, line start). */
export type PlaceJoiner = (words: string[], starts: ArrayLike<number>) => string[]

/** A joiner for these patterns. Most words are told from a suffix by their last character alone. */
export function createPlaceJoiner(patterns: PlacePatterns): PlaceJoiner {
  const endings = new Uint8Array(0x10000)
  for (const suffix of patterns.suffixes) endings[suffix.charCodeAt(suffix.length - 1)] = 1
  return (words, starts) => {
    for (let index = 1; index < words.length; index++) {
      const word = words[index] ?? ''
      if (endings[word.charCodeAt(word.length - 1)] === 0 || starts[index] === 1) continue
      if (patterns.suffixes.has(word)) return joinFrom(index, words, starts, patterns)
    }
    return words
  }
}

/** Joins from the first suffix on; nothing before it can be part of another name's end. */
function joinFrom(
  first: number,
  words: readonly string[],
  starts: ArrayLike<number>,
  patterns: PlacePatterns,
): string[] {
  const joined = words.slice(0, first)
  const origins = Array.from(joined, (_, index) => index)
  for (let index = first; index < words.length; index++) {
    const word = words[index] ?? ''
    const length =
      starts[index] === 0 && patterns.suffixes.has(word)
        ? nameLength(starts, index, patterns, joined, origins)
        : 0
    if (length === 0) {
      joined.push(word)
      origins.push(index)
      continue
    }
    const parts = joined.splice(joined.length - length, length)
    const origin = origins.splice(origins.length - length, length)[0] ?? index
    joined.push(parts.join('') + word)
    origins.push(origin)
  }
  return joined
}

/** How many of the words already out belong to the name that ends with the suffix at `index`; 0 for none. */
function nameLength(
  starts: ArrayLike<number>,
  index: number,
  patterns: PlacePatterns,
  joined: readonly string[],
  origins: readonly number[],
): number {
  let characters = 0
  for (let length = 1; length <= MAX_NAME_WORDS; length++) {
    const position = joined.length - length
    const part = joined[position]
    if (part === undefined || !mayBeInName(part, patterns)) return 0
    characters += part.length
    if (characters > MAX_NAME_CHARACTERS) return 0
    const before = joined[position - 1]
    const isAtGap = starts[origins[position] ?? index] === 1
    if (isAtGap || before === undefined || patterns.anchors.has(before) || PLACE_TAIL.test(before)) {
      return characters >= 2 ? length : 0
    }
  }
  return 0
}

/** Function words that segmentation may have glued to a piece of a name. */
const GLUED = /[到从在把被的了是]/u

function mayBeInName(word: string, patterns: PlacePatterns): boolean {
  return HAN_ONLY.test(word) && !GLUED.test(word) && !patterns.breaks.has(word) && !patterns.anchors.has(word)
}
