import { hashOf, type WordWeights } from './word-weights.ts'

const LIMIT = 8
/** A mention in the title counts this much more. */
const TITLE_FACTOR = 1.6
/** Words of one text that can become keywords; a text with more says what it is about before. */
const MOST_WORDS = 2000
/** Strongest words kept while looking, so that enough are left when overlapping ones go. */
const SHORTLIST = 24

/** Scratch shared by all texts of a thread: distinct words of one text by hash. */
const slots = new Int32Array(4096)
const hashes = new Uint32Array(MOST_WORDS)
const scores = new Float64Array(MOST_WORDS)
const firsts = new Int32Array(MOST_WORDS)
const used = new Int32Array(MOST_WORDS)

/**
 * The words that set a text apart, strongest first: occurrences × ln(1 / frequency in general Chinese), the tf·idf of
 * Salton and Buckley (1988) with a fixed background, so that a text's keywords do not change when others arrive.
 * Words that contain or lie within a stronger one are left out. Ties are settled by the earlier mention.
 *
 * @param titleWords how many of `words` belong to the title
 */
export function keywordsOf(
  words: readonly string[],
  titleWords: number,
  weights: WordWeights,
  limit = LIMIT,
): string[] {
  const distinct = addScores(words, titleWords, weights)
  const chosen: string[] = []
  for (const index of strongest(distinct)) {
    const word = words[firsts[index] ?? 0] ?? ''
    if (chosen.some((other) => other.includes(word) || word.includes(other))) continue
    chosen.push(word)
    if (chosen.length === limit) break
  }
  return chosen
}

/** Sums the weights of each distinct word in the scratch arrays; returns how many there are. */
function addScores(words: readonly string[], titleWords: number, weights: WordWeights): number {
  const mask = slots.length - 1
  const count = Math.min(words.length, MOST_WORDS)
  let distinct = 0
  for (let at = 0; at < count; at++) {
    const word = words[at] ?? ''
    if (word.length < 2) continue
    const hash = hashOf(word)
    let slot = hash & mask
    while (slots[slot] !== 0 && hashes[(slots[slot] ?? 0) - 1] !== hash) slot = (slot + 1) & mask
    let index = (slots[slot] ?? 0) - 1
    if (index < 0) {
      index = distinct++
      slots[slot] = distinct
      used[index] = slot
      hashes[index] = hash
      scores[index] = 0
      firsts[index] = at
    }
    const weight = weights.weight(word, hash)
    scores[index] = (scores[index] ?? 0) + (at < titleWords ? weight * TITLE_FACTOR : weight)
  }
  for (let index = 0; index < distinct; index++) slots[used[index] ?? 0] = 0
  return distinct
}

/** Places of the highest scores, highest first, the earlier of equals first. */
function strongest(distinct: number): number[] {
  const best: number[] = []
  for (let index = 0; index < distinct; index++) {
    const score = scores[index] ?? 0
    if (score <= 0) continue
    const weakest = best[best.length - 1]
    if (best.length === SHORTLIST && score <= (scores[weakest ?? 0] ?? 0)) continue
    let place = best.length
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--
    best.splice(place, 0, index)
    if (best.length > SHORTLIST) best.pop()
  }
  return best
}
