import type { Catalogue } from '../catalogue/index.ts'
import type { Segmenter } from '../text/index.ts'
import { bestOf, bucketOf, toShares } from './calibrate.ts'
import { DecidingWords } from './deciding-words.ts'
import { readLetter, type Letter } from './letter.ts'
import type { TextFields } from './example.ts'
import type { Bucket, ClassifierModel } from './model.ts'
import { LetterScorer } from './scorer.ts'
import { SubjectGrams } from './subject-grams.ts'

export interface Alternative {
  label: string
  confidence: number
}

export interface Classification {
  label: string
  /** Between 0 and 1; of texts with confidence 0.8, eight in ten are right. */
  confidence: number
  bucket: Bucket
  /** The words of this text that spoke most for the label, strongest first. */
  words: string[]
  /** The next best labels, most confident first; those under one in a hundred are left out. */
  alternatives: Alternative[]
}

export interface ClassifyOptions {
  segmenter: Segmenter
  /** Needed by models that read the catalogue's subjects. */
  catalogue?: Catalogue
  /** How many deciding words to name; 0 saves the time. */
  words?: number
}

/** A model made ready to classify one text after another. */
export interface Classifier {
  classify(text: TextFields): Classification
  /** The same for a letter that was segmented before. */
  classifyLetter(letter: Letter): Classification
  /** The best of the labels that lie below a path (`甲/…` below `甲`); null when the model has none there. */
  classifyBelow(path: string, letter: Letter): Alternative | null
}

const DEFAULT_WORDS = 5
const ALTERNATIVES = 3
const LEAST_CONFIDENCE = 0.01

/** Puts one text into a class. For many texts make one classifier. */
export function classify(model: ClassifierModel, text: TextFields, options: ClassifyOptions): Classification {
  return createClassifier(model, options).classify(text)
}

/** Makes a model ready. Fields the model does not know are ignored; missing ones count as empty. */
export function createClassifier(
  model: ClassifierModel,
  options: Omit<ClassifyOptions, 'segmenter'> & { segmenter: Segmenter },
): Classifier {
  const { segmenter, catalogue } = options
  const limit = options.words ?? DEFAULT_WORDS
  const subjects = model.grams.subjects && catalogue ? new SubjectGrams(catalogue, segmenter) : null
  const deciding = new DecidingWords(model)
  const scorer = new LetterScorer(model, model.grams, subjects)
  const classifyLetter = (letter: Letter): Classification => {
    const shares = toShares(scorer.score(letter), model.calibration)
    const best = bestOf(shares)
    const confidence = shares[best] ?? 0
    return {
      label: model.labels[best] ?? '',
      confidence,
      bucket: bucketOf(confidence, model.calibration),
      words: limit > 0 ? deciding.find(letter.words, best, limit, scorer.pullsOfOpinion(best)) : [],
      alternatives: alternativesOf(shares, best, model.labels),
    }
  }
  const classifyBelow = (path: string, letter: Letter): Alternative | null =>
    bestBelow(path, model.labels, () => toShares(scorer.score(letter), model.calibration))
  return {
    classifyLetter,
    classifyBelow,
    classify: (text) => classifyLetter(readLetter(text, model.fields, segmenter)),
  }
}

/** `sharesOf` is asked only when some label lies below the path. */
function bestBelow(
  path: string,
  labels: readonly string[],
  sharesOf: () => Float64Array,
): Alternative | null {
  const below = labels.flatMap((label, place) => (label.startsWith(`${path}/`) ? [place] : []))
  if (below.length === 0) return null
  const shares = sharesOf()
  const sum = below.reduce((total, place) => total + (shares[place] ?? 0), 0)
  const best = below.reduce((first, place) => ((shares[place] ?? 0) > (shares[first] ?? 0) ? place : first))
  return { label: labels[best] ?? '', confidence: sum === 0 ? 0 : (shares[best] ?? 0) / sum }
}

function alternativesOf(shares: Float64Array, best: number, labels: readonly string[]): Alternative[] {
  const found: Alternative[] = []
  for (let label = 0; label < shares.length; label++) {
    const confidence = shares[label] ?? 0
    if (label !== best && confidence >= LEAST_CONFIDENCE)
      found.push({ label: labels[label] ?? '', confidence })
  }
  return found.sort((a, b) => b.confidence - a.confidence).slice(0, ALTERNATIVES)
}
