import type { LinearFit } from './fit.ts'
import type { CountedGrams } from './gram-counter.ts'
import { KINDS } from './grams.ts'
import { toMatrix } from './matrix.ts'

const ONES = Array<number>(KINDS).fill(1)

/** Scores of one counted text, one per class: what `LetterScorer` gives for the letter itself. */
export function scoreCounted(fit: LinearFit, text: CountedGrams): Float64Array {
  const { indices, values } = toMatrix([text], fit.vocabulary, { title: ONES, letter: ONES })
  const classes = fit.bias.length
  const scores = Float64Array.from(fit.bias)
  for (let at = 0; at < indices.length; at++) {
    const from = (indices[at] ?? 0) * classes
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] ?? 0) + (values[at] ?? 0) * (fit.weights[from + label] ?? 0)
  }
  return scores
}
