import { coldStartClassifier, serialiseModel, type Example } from '../../classify/index.ts'
import { loadProductCatalogue } from '../catalogue.ts'
import { loadSegmenter } from '../lexicons.ts'

export interface ColdStartInput {
  texts: { title: string; body: string }[]
  /** What people decided so far. */
  known: Example[]
  /** How many texts there are in all, of which `texts` is a sample. */
  population: number
}

/** Makes the model that serves until there are labels; a thread of its own, because it takes seconds. */
export default function coldStart(input: ColdStartInput): Uint8Array {
  return serialiseModel(
    coldStartClassifier({
      ...input,
      catalogue: loadProductCatalogue(),
      fields: ['title', 'body'],
      segmenter: loadSegmenter(),
    }),
  )
}
