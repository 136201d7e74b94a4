import { wordGram } from './gram-hash.ts'
import type { LinearFit } from './fit.ts'

const BARE_FIGURE = /^[\d.,:%]+$/

/** Words whose row is remembered; the memory starts anew when it is full, which changes no result. */
const REMEMBERED = 100_000

/** Finds the words of a letter that decided its class, one letter after another. */
export class DecidingWords {
  private readonly fit: LinearFit
  private readonly rows = new Map<string, number>()
  /** What the weights of a row come to over all classes; NaN where not asked for yet. */
  private readonly sums: Float64Array

  constructor(fit: LinearFit) {
    this.fit = fit
    this.sums = new Float64Array(fit.vocabulary.ids.length).fill(Number.NaN)
  }

  /**
   * The words that add most to a label's score beyond what they add to the other labels on average, strongest first.
   * Only words known to the model are looked at, and each once: a few table reads per word.
   *
   * @param added what each word, by its gram, added besides, in the same measure
   */
  find(
    words: readonly string[],
    label: number,
    limit: number,
    added?: ReadonlyMap<number, number>,
  ): string[] {
    const { idf } = this.fit.vocabulary
    const pulls = new Map<string, number>()
    for (const word of words) {
      if (word.length < 2) continue
      const row = this.rowOf(word)
      if (row === -1) continue
      const known = pulls.get(word)
      const pull = known ?? (idf[row] ?? 0) * this.lead(row, label) + (added?.get(wordGram(word)) ?? 0)
      if (pull <= 0) continue
      // A second mention adds half of the first: counts act by their logarithm.
      pulls.set(word, known === undefined ? pull : pull * 1.2)
    }
    return strongest(pulls, limit)
  }

  private rowOf(word: string): number {
    const known = this.rows.get(word)
    if (known !== undefined) return known
    if (this.rows.size >= REMEMBERED) this.rows.clear()
    const row = this.fit.vocabulary.row(wordGram(word))
    this.rows.set(word, row)
    return row
  }

  /** How much more a column speaks for the label than for the others on average. */
  private lead(column: number, label: number): number {
    const { weights, bias } = this.fit
    const classes = bias.length
    const own = weights[column * classes + label] ?? 0
    return own - (this.sumOf(column) - own) / Math.max(1, classes - 1)
  }

  private sumOf(column: number): number {
    const known = this.sums[column] ?? 0
    if (!Number.isNaN(known)) return known
    const { weights, bias } = this.fit
    const from = column * bias.length
    let all = 0
    for (let other = 0; other < bias.length; other++) all += weights[from + other] ?? 0
    this.sums[column] = all
    return all
  }
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
