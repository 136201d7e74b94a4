import type { Catalogue, Crosswalk } from '../catalogue/index.ts'
import { MAX_ANALYSED_CHARACTERS, normaliseText, type Segmenter } from '../text/index.ts'
import { bestOf, toShares } from './calibrate.ts'
import type { Example, TextFields } from './example.ts'
import { fitLinear, type FitOptions, type LinearFit } from './fit.ts'
import type { CountedGrams } from './gram-counter.ts'
import type { GramOptions } from './grams.ts'
import { orderFields } from './letter.ts'
import { ClassifierError, type ClassifierModel } from './model.ts'
import { SeedIndex, seedWordsOf, targetOf, type SeedWord } from './seed-words.ts'
import { countAll } from './train.ts'
import { scoreCounted } from './score-counted.ts'

export interface ColdStartOptions {
  catalogue: Catalogue
  /** Translates the catalogue's nodes to the labels wanted; without it the first-level names are the labels. */
  crosswalk?: Crosswalk
  /** Only these labels; all by default. */
  labels?: readonly string[]
  /** Unlabelled texts of the kind to be classified. The more the better; several hundred are enough to begin. */
  texts: readonly TextFields[]
  fields: readonly string[]
  segmenter: Segmenter
  /** Texts whose class a person decided; they are taught in every round and count as three. */
  known?: readonly Example[]
  /** How many texts there are in all, of which `texts` may be a sample. */
  population?: number
}

const GRAMS: GramOptions = { words: 2, characters: 2, subjects: false }
const FIT: FitOptions = {
  vocabulary: { leastTexts: 3, mostShare: 0.5, mostGrams: 60_000 },
  members: [
    {
      blocks: { title: [0.7, 0.7, 0], letter: [1, 1, 0] },
      scaled: false,
      svm: { cost: 0.1, passes: 10, tolerance: 0.2, seed: 1 },
      share: 1,
    },
  ],
}
/** Share of the texts of each class taught in each round: the surest first. */
const ROUNDS = [0.5, 0.75, 1]
/** Learning from more texts than this takes longer and teaches nothing new. */
const MOST_TEXTS = 3000
const TITLE_WEIGHT = 2
const LEAST_TEXTS = 20
/** How many guessed texts one decided by a person is worth. */
const KNOWN_WEIGHT = 3
/** No accept bucket: without labels nobody knows how often the model is right. */
const NEVER = 1.01
const REVIEW_BELOW = 0.5

/**
 * A classifier without labels: the catalogue's names and seed words mark the texts they surely speak for, a linear
 * model learns from those what else these texts have in common, marks more, and learns again (self-training, as in
 * Yarowsky 1995; seed words weighed by idf and by how few classes share them). Nothing is put into `accept`.
 * @throws {ClassifierError} when the catalogue gives fewer than two labels or there are fewer than 20 texts.
 */
export function coldStartClassifier(options: ColdStartOptions): ClassifierModel {
  const labels = labelsOf(options)
  if (labels.length < 2 || options.texts.length < LEAST_TEXTS) {
    throw new ClassifierError('CLS_TOO_FEW_EXAMPLES', '无标注起步需要至少 20 条留言和目录中的两个一级分类。')
  }
  const fields = orderFields(options.texts, options.fields)
  const texts = sampleOf(options.texts, fields)
  const grams = countAll(texts, fields, GRAMS, { segmenter: options.segmenter })
  const seeded = seedShares(texts, fields, labels, options)
  const fit = selfTrain(grams, seeded, labels.length, knownOf(options, labels, fields))
  return {
    labels,
    fields,
    grams: GRAMS,
    ...fit,
    opinion: null,
    calibration: {
      temperature: agreeingTemperature(fit, grams, seeded),
      offsets: [],
      acceptFrom: NEVER,
      reviewBelow: REVIEW_BELOW,
      acceptShare: null,
      acceptAccuracy: null,
    },
    record: {
      kind: 'cold-start',
      examples: texts.length,
      population: options.population ?? options.texts.length,
      sources: [`${options.catalogue.name}@${options.catalogue.version}`, ...options.segmenter.versions],
      measured: null,
    },
  }
}

function labelsOf(options: ColdStartOptions): string[] {
  const offered = new Set(options.catalogue.nodes.map((node) => targetOf(node, options.crosswalk)))
  const wanted = options.labels ? new Set(options.labels) : null
  return [...offered]
    .filter((label): label is string => label !== null && (wanted?.has(label) ?? true))
    .sort()
}

/** For each text the share of its seed-word weight that speaks for each class; null when no seed word occurs. */
function seedShares(
  texts: readonly TextFields[],
  fields: readonly string[],
  labels: readonly string[],
  options: ColdStartOptions,
): (Float64Array | null)[] {
  const words = seedWordsOf(options.catalogue, labels, options.segmenter, options.crosswalk)
  const index = new SeedIndex(words)
  const counts = texts.map((text) =>
    fields.map((field) => index.count(normaliseText(text[field] ?? '').slice(0, MAX_ANALYSED_CHARACTERS))),
  )
  const documents = new Float64Array(words.length)
  for (const perField of counts) {
    for (const place of new Set(perField.flatMap((found) => [...found.keys()]))) {
      documents[place] = (documents[place] ?? 0) + 1
    }
  }
  const idf = documents.map((count) => Math.log((texts.length + 1) / (count + 1)))
  return counts.map((perField) => shareOf(perField, words, idf, labels.length))
}

function shareOf(
  perField: readonly Map<number, number>[],
  words: readonly SeedWord[],
  idf: Float64Array,
  classes: number,
): Float64Array | null {
  const scores = new Float64Array(classes)
  for (const [field, found] of perField.entries()) {
    const weight = field < perField.length - 1 ? TITLE_WEIGHT : 1
    for (const [place, count] of found) {
      const seed = words[place]
      if (!seed) continue
      const pull =
        (weight * seed.weight * (idf[place] ?? 0) * (1 + Math.log(count))) / seed.targets.length ** 2
      for (const target of seed.targets) scores[target] = (scores[target] ?? 0) + pull
    }
  }
  const sum = scores.reduce((total, score) => total + score, 0)
  return sum === 0 ? null : scores.map((score) => score / sum)
}

/** Marks the surest texts of each class, learns, marks more. What the seed words say keeps its say in every round. */
function selfTrain(
  grams: readonly CountedGrams[],
  seeded: readonly (Float64Array | null)[],
  classes: number,
  known: Known,
): LinearFit {
  let beliefs: (Float64Array | null)[] = [...seeded]
  let fit: LinearFit | undefined
  for (const share of ROUNDS) {
    const taught = surest(beliefs, classes, share)
    const current = fitLinear(
      [...taught.flatMap(({ row }) => grams.slice(row, row + 1)), ...known.texts],
      [...taught.map(({ label }) => label), ...known.targets],
      classes,
      FIT,
    )
    fit = current
    beliefs = grams.map((counted, row) =>
      blend(toShares(scoreCounted(current, counted), { temperature: 1, offsets: [] }), seeded[row] ?? null),
    )
  }
  if (!fit)
    throw new ClassifierError('CLS_TOO_FEW_EXAMPLES', '目录的词在这些留言里一个也没有出现，无法起步。')
  return fit
}

/** What people decided, each text as often as it counts. */
interface Known {
  texts: CountedGrams[]
  targets: number[]
}

function knownOf(options: ColdStartOptions, labels: readonly string[], fields: readonly string[]): Known {
  const usable = (options.known ?? []).filter(({ label }) => labels.includes(label))
  const repeated = Array.from({ length: KNOWN_WEIGHT }, () => usable).flat()
  return {
    texts: countAll(
      repeated.map(({ text }) => text),
      fields,
      GRAMS,
      { segmenter: options.segmenter },
    ),
    targets: repeated.map(({ label }) => labels.indexOf(label)),
  }
}

/** The most certain share of each class's texts. */
function surest(
  beliefs: readonly (Float64Array | null)[],
  classes: number,
  share: number,
): { row: number; label: number }[] {
  const byClass = Array.from({ length: classes }, (): { row: number; label: number; lead: number }[] => [])
  for (const [row, belief] of beliefs.entries()) {
    if (!belief) continue
    const label = bestOf(belief)
    const second = belief.reduce((most, value, other) => (other === label ? most : Math.max(most, value)), 0)
    byClass[label]?.push({ row, label, lead: (belief[label] ?? 0) - second })
  }
  return byClass.flatMap((members) =>
    members.sort((a, b) => b.lead - a.lead || a.row - b.row).slice(0, Math.ceil(members.length * share)),
  )
}

function blend(learnt: Float64Array, seeded: Float64Array | null): Float64Array {
  if (!seeded) return learnt
  const mixed = learnt.map((value, label) => value * (0.15 + (seeded[label] ?? 0)))
  const sum = mixed.reduce((total, value) => total + value, 0)
  return mixed.map((value) => value / sum)
}

/**
 * Without labels the best guess of how often the model is right is how often it agrees with the seed words. The
 * temperature makes the mean confidence equal to that share.
 */
function agreeingTemperature(
  fit: LinearFit,
  grams: readonly CountedGrams[],
  seeded: readonly (Float64Array | null)[],
): number {
  const scores = grams.map((counted) => scoreCounted(fit, counted))
  const known = scores.filter((_, row) => seeded[row])
  const agreeing = scores.filter((score, row) => {
    const seed = seeded[row]
    return seed ? bestOf(seed) === bestOf(score) : false
  })
  const aim = agreeing.length / Math.max(1, known.length)
  const meanConfidence = (temperature: number): number =>
    known.reduce((sum, score) => sum + Math.max(...toShares(score, { temperature, offsets: [] })), 0) /
    Math.max(1, known.length)
  let low = 0.02
  let high = 20
  for (let round = 0; round < 30; round++) {
    const middle = Math.sqrt(low * high)
    if (meanConfidence(middle) > aim) low = middle
    else high = middle
  }
  return Math.sqrt(low * high)
}

/** At most 3,000 texts, spread evenly over all of them, in an order that does not depend on the order given. */
function sampleOf(texts: readonly TextFields[], fields: readonly string[]): TextFields[] {
  const sorted = texts
    .map((text) => ({ text, key: fields.map((field) => text[field] ?? '').join('\u0000') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const step = Math.max(1, sorted.length / MOST_TEXTS)
  return Array.from(
    { length: Math.min(sorted.length, MOST_TEXTS) },
    (_, place) => sorted[Math.floor(place * step)],
  )
    .filter((one) => one !== undefined)
    .map((one) => one.text)
}
