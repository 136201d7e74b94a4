import { bootstrapInterval, mcnemar, type PairedOutcome } from '../stats/paired.ts'
import { seeded } from '../stats/seeded.ts'
import { explains } from './score.ts'
import { letters, substanceOf } from './substance.ts'
import { predictExplained, trainReplyModel, type LabelledReply } from './train.ts'

/** A macro-F1 with its 95% interval over resampled replies. */
export interface Measured {
  value: number
  low: number
  high: number
}

/** Macro-F1 over both answers, of the ways to tell whether a reply explains itself. */
export interface ReplyEvaluation {
  examples: number
  explained: number
  /** Best length threshold of the other folds: what any method must beat. */
  lengthOnly: Measured
  /** The rules; nothing is learnt. */
  rules: Measured
  /** Trained on the other folds. */
  model: Measured
  /** Model minus length on the same replies. */
  gain: Measured
  /** First = model, second = length. */
  paired: PairedOutcome
  /** Trained on one random half, measured on the other, repeated: mean of each method. */
  halves: { repeats: number; lengthOnly: number; model: number; modelBetter: number }
}

/** Cross-validates; replies with equal text (digits apart) stay on one side. Deterministic. */
export function evaluateReplies(
  examples: readonly LabelledReply[],
  { folds = 5, repeats = 10 }: { folds?: number; repeats?: number } = {},
): ReplyEvaluation {
  const gold = examples.map((example) => example.explained)
  const crossed = predictFolds(examples, assignFolds(examples, folds, 0), folds)
  const rules = examples.map((example) => explains(substanceOf(example.reply)))
  const difference = (sample: Uint32Array): number =>
    macroF1On(gold, crossed.model, sample) - macroF1On(gold, crossed.length, sample)
  return {
    examples: examples.length,
    explained: gold.filter(Boolean).length,
    lengthOnly: measure(gold, crossed.length),
    rules: measure(gold, rules),
    model: measure(gold, crossed.model),
    gain: {
      value: macroF1(gold, crossed.model) - macroF1(gold, crossed.length),
      ...bootstrapInterval(gold.length, difference),
    },
    paired: mcnemar(gold, crossed.model, crossed.length),
    halves: evaluateHalves(examples, repeats),
  }
}

/** Predictions of every reply by what was learnt without it. */
function predictFolds(
  examples: readonly LabelledReply[],
  foldOf: readonly number[],
  folds: number,
): { length: boolean[]; model: boolean[] } {
  const sizes = examples.map((example) => letters(example.reply))
  const length: boolean[] = []
  const model: boolean[] = []
  for (let fold = 0; fold < folds; fold++) {
    const others = examples.flatMap((_, index) => (foldOf[index] === fold ? [] : [index]))
    const judge = learn(others.flatMap((index) => examples[index] ?? []))
    const threshold = bestLength(
      others.map((index) => sizes[index] ?? 0),
      others.map((index) => examples[index]?.explained === true),
    )
    examples.forEach((example, index) => {
      if (foldOf[index] !== fold) return
      length[index] = (sizes[index] ?? 0) >= threshold
      model[index] = judge(example.reply)
    })
  }
  return { length, model }
}

/** With few labels the others may hold one answer only; then that answer is all there is to learn. */
function learn(examples: readonly LabelledReply[]): (reply: string) => boolean {
  const first = examples[0]?.explained ?? true
  if (examples.every((example) => example.explained === first)) return () => first
  const model = trainReplyModel(examples)
  return (reply) => predictExplained(model, reply).explained
}

function evaluateHalves(examples: readonly LabelledReply[], repeats: number): ReplyEvaluation['halves'] {
  const scores = Array.from({ length: repeats }, (_, repeat) => {
    const half = assignFolds(examples, 2, repeat + 1)
    const { length, model } = predictFolds(examples, half, 2)
    const gold = examples.map((example) => example.explained)
    return { length: macroF1(gold, length), model: macroF1(gold, model) }
  })
  const mean = (pick: (one: { length: number; model: number }) => number): number =>
    scores.reduce((sum, one) => sum + pick(one), 0) / (repeats || 1)
  return {
    repeats,
    lengthOnly: mean((one) => one.length),
    model: mean((one) => one.model),
    modelBetter: scores.filter((one) => one.model > one.length).length,
  }
}

/** Fold numbers by equal text; `seed` 0 deals them out in alphabetical order, another shuffles them first. */
function assignFolds(examples: readonly LabelledReply[], folds: number, seed: number): number[] {
  const keys = examples.map((example) => example.reply.replace(/[\d\s]+/gu, ''))
  const sorted = [...new Set(keys)].sort()
  const next = seeded(seed)
  const dealt = seed === 0 ? sorted : shuffle(sorted, next)
  const order = new Map(dealt.map((key, index) => [key, index % folds]))
  return keys.map((key) => order.get(key) ?? 0)
}

function shuffle<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

const MAX_LENGTH = 200

function bestLength(lengths: readonly number[], gold: readonly boolean[]): number {
  let best = { score: -1, length: 0 }
  for (let length = 1; length <= MAX_LENGTH; length++) {
    const score = macroF1(
      gold,
      lengths.map((own) => own >= length),
    )
    if (score > best.score) best = { score, length }
  }
  return best.length
}

function measure(gold: readonly boolean[], predicted: readonly boolean[]): Measured {
  return {
    value: macroF1(gold, predicted),
    ...bootstrapInterval(gold.length, (sample) => macroF1On(gold, predicted, sample)),
  }
}

/** Mean of the F1 of both answers. */
export function macroF1(gold: readonly boolean[], predicted: readonly boolean[]): number {
  return macroF1On(gold, predicted, Uint32Array.from(gold.keys()))
}

function macroF1On(gold: readonly boolean[], predicted: readonly boolean[], sample: Uint32Array): number {
  const hits = { yes: 0, no: 0 }
  let errors = 0
  for (const at of sample) {
    if (gold[at] !== predicted[at]) errors++
    else if (gold[at] === true) hits.yes++
    else hits.no++
  }
  const of = (right: number): number => (right === 0 ? 0 : (2 * right) / (2 * right + errors))
  return (of(hits.yes) + of(hits.no)) / 2
}
