import { mix } from '../text/hash.ts'
import { hashText, WORD_SEED } from './gram-hash.ts'
import type { LinearFit } from './fit.ts'

const BARE_FIGURE = /^[\d.,:%]+$/

/**
 * The words that add most to a label's score beyond what they add to the other labels on average, strongest first.
 * Only words known to the model are looked at, and each once: a few table reads per word.
 */
export function decidingWords(
  fit: LinearFit,
  words: readonly string[],
  label: number,
  limit: number,
): string[] {
  const { vocabulary } = fit
  const pulls = new Map<string, number>()
  for (const word of words) {
    if (word.length < 2) continue
    const row = vocabulary.row(mix(hashText(word, WORD_SEED)))
    if (row === -1) continue
    const known = pulls.get(word)
    const pull = known ?? (vocabulary.idf[row] ?? 0) * lead(fit, row, label)
    if (pull <= 0) continue
    // A second mention adds half of the first: counts act by their logarithm.
    pulls.set(word, known === undefined ? pull : pull * 1.2)
  }
  return strongest(pulls, limit)
}

/** Few passes over few words cost less than sorting them. Ties are settled by the word itself. */
function strongest(pulls: Map<string, number>, limit: number): string[] {
  const named: string[] = []
  while (named.length < limit && pulls.size > 0) {
    let best = ''
    let most = 0
    for (const [word, pull] of pulls) {
      if (pull > most || (pull === most && word < best)) {
        best = word
        most = pull
      }
    }
    if (best === '') break
    pulls.delete(best)
    if (BARE_FIGURE.test(best) || named.some((other) => other.includes(best) || best.includes(other)))
      continue
    named.push(best)
  }
  return named
}

/** How much more a column speaks for the label than for the others on average. */
function lead({ weights, bias }: LinearFit, column: number, label: number): number {
  const classes = bias.length
  const from = column * classes
  let all = 0
  for (let other = 0; other < classes; other++) all += weights[from + other] ?? 0
  const own = weights[from + label] ?? 0
  return own - (all - own) / Math.max(1, classes - 1)
}
