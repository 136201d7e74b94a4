import {
  parseModel,
  retrainClassifier,
  serialiseModel,
  type DecidedText,
  type RetrainEffect,
} from '../../classify/index.ts'
import { loadProductCatalogue } from '../catalogue.ts'
import { loadSegmenter } from '../lexicons.ts'
import type { StoredExamples } from '../model-store.ts'

export interface RetrainInput {
  stored: StoredExamples | null
  decided: DecidedText[]
  before: Uint8Array | null
  sample: { title: string; body: string }[]
  population: number
}

/** Learns the classes again; a thread of its own, because it takes up to a minute. */
export default function retrain({ before, ...input }: RetrainInput): {
  bytes: Uint8Array
  examples: number
  effect: RetrainEffect
} {
  const { model, examples, effect } = retrainClassifier({
    ...input,
    before: before === null ? null : parseModel(before),
    catalogue: loadProductCatalogue(),
    segmenter: loadSegmenter(),
  })
  return { bytes: serialiseModel(model), examples, effect }
}
