import type { Segmenter } from '../text/index.ts'
import { bestOf, bucketOf, toShares } from './calibrate.ts'
import { scoreText } from './fit.ts'
import type { Bucket, ClassifierModel, TextFields } from './model.ts'
import { textGrams } from './views.ts'
import { vectorise } from './vocabulary.ts'

export interface Classification {
  label: string
  /** Between 0 and 1; of texts with confidence 0.8, eight in ten are right. */
  confidence: number
  bucket: Bucket
  /** The words of this text that spoke most for the label, strongest first. */
  words: string[]
}

export interface ClassifyOptions {
  segmenter: Segmenter
  /** How many deciding words to name; 0 saves the time. */
  words?: number
}

const DEFAULT_WORDS = 5

/** Puts one text into a class. Fields the model does not know are ignored; missing ones count as empty. */
export function classify(model: ClassifierModel, text: TextFields, options: ClassifyOptions): Classification {
  const limit = options.words ?? DEFAULT_WORDS
  const surfaces = new Map<number, string>()
  const seen = (id: number, gram: string): void => {
    surfaces.set(id, gram)
  }
  const blocks = textGrams(text, model.fields, model.grams, options.segmenter, limit > 0 ? seen : undefined)
  const shares = toShares(scoreText(model, blocks, model.blockWeights), model.calibration)
  const best = bestOf(shares)
  const confidence = shares[best] ?? 0
  const vector = limit > 0 ? vectorise(blocks, model.vocabulary, model.blockWeights) : undefined
  return {
    label: model.labels[best] ?? '',
    confidence,
    bucket: bucketOf(confidence, model.calibration),
    words: vector ? decidingWords(model, vector, best, surfaces, limit) : [],
  }
}

/** The words and word pairs that add most to the label's score beyond what they add to the other labels on average. */
function decidingWords(
  model: ClassifierModel,
  vector: { indices: readonly number[]; values: readonly number[] },
  label: number,
  surfaces: ReadonlyMap<number, string>,
  limit: number,
): string[] {
  const pulls = new Map<string, number>()
  for (const [at, column] of vector.indices.entries()) {
    const gram = surfaces.get(model.vocabulary.ids[column] ?? 0)
    if (gram === undefined || gram.length < 2) continue
    pulls.set(gram, (pulls.get(gram) ?? 0) + (vector.values[at] ?? 0) * lead(model, column, label))
  }
  const ranked = [...pulls]
    .filter(([gram, pull]) => pull > 0 && !/^[\d.,:%]+$/.test(gram))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const named: string[] = []
  for (const [gram] of ranked) {
    if (named.length >= limit) break
    if (!named.some((other) => other.includes(gram) || gram.includes(other))) named.push(gram)
  }
  return named
}

/** How much more a column speaks for the label than for the others on average. */
function lead(model: ClassifierModel, column: number, label: number): number {
  const classes = model.labels.length
  const from = column * classes
  let others = 0
  for (let other = 0; other < classes; other++)
    if (other !== label) others += model.weights[from + other] ?? 0
  return (model.weights[from + label] ?? 0) - others / Math.max(1, classes - 1)
}
