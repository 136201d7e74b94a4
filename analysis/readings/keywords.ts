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
  const count = Math.min(words.length, MOST_WORDS)
  let distinct = 0
  for (let at = 0; at < count; at++) {
    const word = words[at] ?? ''
    if (word.length < 2) continue
    const hash = hashOf(word)
    const slot = slotOf(hash)
    if (slots[slot] === 0) {
      used[distinct] = slot
      hashes[distinct] = hash
      scores[distinct] = 0
      firsts[distinct] = at
      slots[slot] = ++distinct
    }
    const weight = weights.weight(word, hash)
    const index = (slots[slot] ?? 1) - 1
    scores[index] = (scores[index] ?? 0) + (at < titleWords ? weight * TITLE_FACTOR : weight)
  }
  for (const slot of used.subarray(0, distinct)) slots[slot] = 0
  return distinct
}

/** The slot that holds the hash, or the free one where it belongs. */
function slotOf(hash: number): number {
  const mask = slots.length - 1
  let slot = hash & mask
  for (;;) {
    const place = slots[slot] ?? 0
    if (place === 0 || hashes[place - 1] === hash) return slot
    slot = (slot + 1) & mask
  }
}

/** The strongest so far, in descending order. */
const best = new Int32Array(SHORTLIST)
const bestScores = new Float64Array(SHORTLIST)

/** Places of the highest scores, highest first, the earlier of equals first. */
function strongest(distinct: number): Int32Array {
  let found = 0
  for (let index = 0; index < distinct; index++) {
    const score = scores[index] ?? 0
    if (score <= 0 || (found === SHORTLIST && score <= (bestScores[SHORTLIST - 1] ?? 0))) continue
    putIn(index, score, found < SHORTLIST ? found++ : SHORTLIST - 1)
  }
  return best.subarray(0, found)
}

/** Puts a word before all weaker ones, from the place `last` on upwards. */
function putIn(index: number, score: number, last: number): void {
  let place = last
  for (; place > 0 && (bestScores[place - 1] ?? 0) < score; place--) {
    best[place] = best[place - 1] ?? 0
    bestScores[place] = bestScores[place - 1] ?? 0
  }
  best[place] = index
  bestScores[place] = score
}
