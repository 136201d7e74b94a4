import { wordGram } from './gram-hash.ts'
import type { LinearFit } from './fit.ts'
import { PulledWords } from './pulled-words.ts'

/** Finds the words of a letter that decided its class, one letter after another. */
export class DecidingWords {
  private readonly fit: LinearFit
  /** idf × lead of each row, by label; 0 where not asked for yet. One look instead of four far apart. */
  private readonly pulls: readonly Float64Array[]
  private readonly found = new PulledWords()

  constructor(fit: LinearFit) {
    this.fit = fit
    this.pulls = Array.from(fit.bias, () => new Float64Array(fit.vocabulary.ids.length))
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
    const { found } = this
    const { vocabulary } = this.fit
    found.clear()
    for (const word of words) {
      if (word.length < 2) continue
      const gram = wordGram(word)
      const row = vocabulary.row(gram)
      if (row === -1 || found.repeat(word, gram)) continue
      const pull = this.pullOf(row, label) + (added?.get(gram) ?? 0)
      if (pull > 0) found.add(word, gram, pull)
    }
    return found.strongest(limit)
  }

  private pullOf(row: number, label: number): number {
    const pulls = this.pulls[label]
    const known = pulls?.[row] ?? 0
    if (known !== 0) return known
    const pull = (this.fit.vocabulary.idf[row] ?? 0) * this.lead(row, label)
    if (pulls !== undefined) pulls[row] = pull
    return pull
  }

  /** How much more a column speaks for the label than for the others on average. */
  private lead(column: number, label: number): number {
    const { weights, bias } = this.fit
    const classes = bias.length
    const from = column * classes
    let all = 0
    for (let other = 0; other < classes; other++) all += weights[from + other] ?? 0
    const own = weights[from + label] ?? 0
    return own - (all - own) / Math.max(1, classes - 1)
  }
}
