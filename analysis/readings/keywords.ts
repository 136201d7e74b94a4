import type { WordWeights } from './word-weights.ts'

const LIMIT = 8
/** The first mention of a word among the title's words counts this much more. */
const TITLE_FACTOR = 1.6

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
  const scores = new Map<string, number>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const known = scores.get(word)
    if (known === 0) continue
    const weight = weights.weight(word)
    scores.set(word, (known ?? 0) + (at < titleWords ? weight * TITLE_FACTOR : weight))
  }
  const chosen: string[] = []
  while (chosen.length < limit) {
    const best = strongest(scores, chosen)
    if (best === undefined) break
    chosen.push(best)
  }
  return chosen
}

/** A few passes over some sixty words cost less than sorting them. */
function strongest(scores: ReadonlyMap<string, number>, chosen: readonly string[]): string | undefined {
  let best: string | undefined
  let most = 0
  for (const [word, score] of scores) {
    if (score <= most) continue
    if (chosen.some((other) => other.includes(word) || word.includes(other))) continue
    best = word
    most = score
  }
  return best
}
