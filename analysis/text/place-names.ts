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

/** Joins place names in a list of words. `starts[i]` says that word i follows a gap (punctuation, line start). */
export function joinPlaceNames(
  words: readonly string[],
  starts: Uint8Array,
  patterns: PlacePatterns,
): string[] {
  const joined: string[] = []
  const origins: number[] = []
  for (const [index, word] of words.entries()) {
    const length =
      patterns.suffixes.has(word) && starts[index] === 0
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
  starts: Uint8Array,
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

function mayBeInName(word: string, patterns: PlacePatterns): boolean {
  return HAN_ONLY.test(word) && !patterns.breaks.has(word) && !patterns.anchors.has(word)
}
