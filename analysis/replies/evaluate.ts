import { measureReply } from './features.ts'
import { EXPLAINING_SUBSTANCE, substanceOf } from './score.ts'
import { predictExplained, trainReplyModel, type LabelledReply } from './train.ts'

/** Macro-F1 over both answers, of the ways to tell whether a reply explains itself. */
export interface ReplyEvaluation {
  examples: number
  explained: number
  /** Best length threshold of the other folds: what any method must beat. */
  lengthOnly: number
  /** The rules; nothing is learnt. */
  rules: number
  /** Trained on the other folds. */
  model: number
}

/** Cross-validates; replies with equal text (digits apart) stay in one fold. Deterministic. */
export function evaluateReplies(examples: readonly LabelledReply[], folds = 5): ReplyEvaluation {
  const foldOf = assignFolds(examples, folds)
  const gold = examples.map((example) => example.explained)
  const features = examples.map((example) => measureReply(example.reply))
  const byLength: boolean[] = []
  const byModel: boolean[] = []
  for (let fold = 0; fold < folds; fold++) {
    const others = examples.flatMap((_, index) => (foldOf[index] === fold ? [] : [index]))
    const training = others.flatMap((index) => examples[index] ?? [])
    const model = trainReplyModel(training)
    const threshold = bestLength(
      others.map((index) => features[index]?.length ?? 0),
      others.map((index) => gold[index] === true),
    )
    examples.forEach((example, index) => {
      if (foldOf[index] !== fold) return
      byLength[index] = (features[index]?.length ?? 0) >= threshold
      byModel[index] = predictExplained(model, example.reply).explained
    })
  }
  return {
    examples: examples.length,
    explained: gold.filter(Boolean).length,
    lengthOnly: macroF1(gold, byLength),
    rules: macroF1(
      gold,
      features.map((found) => substanceOf(found) >= EXPLAINING_SUBSTANCE),
    ),
    model: macroF1(gold, byModel),
  }
}

function assignFolds(examples: readonly LabelledReply[], folds: number): number[] {
  const keys = examples.map((example) => example.reply.replace(/[\d\s]+/gu, ''))
  const order = new Map([...new Set(keys)].sort().map((key, index) => [key, index % folds]))
  return keys.map((key) => order.get(key) ?? 0)
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

/** Mean of the F1 of both answers. */
export function macroF1(gold: readonly boolean[], predicted: readonly boolean[]): number {
  const of = (answer: boolean): number => {
    let hits = 0
    let errors = 0
    gold.forEach((label, index) => {
      if (label === answer && predicted[index] === answer) hits++
      else if (label === answer || predicted[index] === answer) errors++
    })
    return hits === 0 ? 0 : (2 * hits) / (2 * hits + errors)
  }
  return (of(true) + of(false)) / 2
}
