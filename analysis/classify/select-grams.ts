import type { CountedGrams } from './gram-counter.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * How much each row of a vocabulary tells about the classes: the highest χ² of any class against the others, from the
 * counts of texts with and without the gram (Yang and Pedersen, "A Comparative Study on Feature Selection in Text
 * Categorization", ICML 1997).
 */
export function tellingOf(
  texts: readonly CountedGrams[],
  targets: readonly number[],
  classes: number,
  vocabulary: Vocabulary,
): Float64Array {
  const withGram = new Uint32Array(vocabulary.ids.length * classes)
  const members = new Float64Array(classes)
  for (const [at, text] of texts.entries()) {
    const target = targets[at] ?? 0
    members[target] = (members[target] ?? 0) + 1
    for (const id of text.ids) {
      const row = vocabulary.row(id)
      if (row !== -1) withGram[row * classes + target] = (withGram[row * classes + target] ?? 0) + 1
    }
  }
  return Float64Array.from({ length: vocabulary.ids.length }, (_, row) => {
    const counts = withGram.subarray(row * classes, (row + 1) * classes)
    const all = counts.reduce((sum, count) => sum + count, 0)
    let most = 0
    for (let label = 0; label < classes; label++)
      most = Math.max(most, chiSquare(counts[label] ?? 0, all, members[label] ?? 0, texts.length))
    return most
  })
}

/** χ² of one degree of freedom for a gram found in `inside` of the `members` texts of a class and in `all` of `texts`. */
function chiSquare(inside: number, all: number, members: number, texts: number): number {
  const difference = inside * texts - all * members
  const product = all * (texts - all) * members * (texts - members)
  return product === 0 ? 0 : (texts * (difference * difference)) / product
}
