import type { Segment } from '../topics/index.ts'
import { findAsks, splitReply, type Ask } from './asks.ts'
import { readAttitude, type Attitude } from './attitude.ts'
import { measureReply, type ReplyFeatures } from './features.ts'
import { substanceOf, type Substance } from './substance.ts'
import { readTimeliness, type Timeliness } from './timeliness.ts'

export interface Letter {
  title: string
  body: string
}

/** Days `YYYY-MM-DD` in Shanghai of a letter and its reply. */
export interface ReplyDates {
  created: string | null
  replied: string | null
  due: string | null
}

export interface ReplyScore {
  /** Whether the reply explains itself: 可解释性. */
  explained: boolean
  /** All scores 0 to 1. */
  explainedScore: number
  completeScore: number
  relevanceScore: number
  attitude: Attitude
  /** Null when one of the dates is missing. */
  timeliness: Timeliness | null
  /** The weighted sum of the five parts; a reply that only acknowledges gets no more than `ACKNOWLEDGEMENT_CAP`. */
  score: number
  /** Nothing but 已收悉, 已转办 and courtesy. */
  isAcknowledgement: boolean
  asks: Ask[]
  /** The reply's sentences; asks point to them by number. */
  sentences: string[]
  /** What the reasons are made of. */
  facts: { said: number; content: number; reasons: number; citations: number }
  /** The parts of completeness and whether the reply has them. */
  parts: Record<CompletenessPart, boolean>
}

export type CompletenessPart = '称谓' | '受理说明' | '查办情况' | '办理措施' | '政策依据' | '联系或致谢'

/** What each part adds to completeness; what was found and done weighs most. */
const PART_WEIGHTS: Record<CompletenessPart, number> = {
  称谓: 0.1,
  受理说明: 0.1,
  查办情况: 0.25,
  办理措施: 0.25,
  政策依据: 0.2,
  联系或致谢: 0.1,
}

/** The parts of the one score. Without dates, timeliness is left out and the others share its weight. */
export const scoreWeights = { relevance: 0.3, explained: 0.25, complete: 0.2, timely: 0.15, attitude: 0.1 }
/** Most a reply gets that only acknowledges. */
export const ACKNOWLEDGEMENT_CAP = 0.3
/** Mean of what is said and what is content from which a reply counts as explaining. */
export const EXPLAINING_SUBSTANCE = 25

/** Scores one reply against its letter by rules; no labels needed. Texts must be normalised. */
export function scoreReply(letter: Letter, reply: string, segment: Segment, dates?: ReplyDates): ReplyScore {
  const features = measureReply(reply)
  const substance = substanceOf(reply)
  const sentences = splitReply(reply)
  const asks = findAsks(letter, sentences, segment)
  const parts = partsOf(features, substance)
  const explainedScore = explanationOf(features, substance)
  const isAcknowledgement = substance.content < LEAST_CONTENT && !isReferral(substance)
  const scored = {
    explained: explains(substance),
    explainedScore,
    completeScore: round(
      sum(Object.entries(parts), ([part, has]) => (has ? PART_WEIGHTS[part as CompletenessPart] : 0)),
    ),
    relevanceScore: isAcknowledgement ? 0 : relevanceOf(asks),
    attitude: readAttitude(reply),
    timeliness: dates === undefined ? null : readTimeliness(dates),
    isAcknowledgement,
    asks,
    sentences,
    facts: {
      said: substance.said,
      content: substance.content,
      reasons: features.reasons,
      citations: features.citations,
    },
    parts,
  }
  return { ...scored, score: totalOf(scored) }
}

/** Letters about the matter below which a reply says nothing about it. */
const LEAST_CONTENT = 12

function isReferral(substance: Substance): boolean {
  return substance.referral >= LEAST_CONTENT && substance.forwarding === 0
}

/** The rule for 可解释性: enough is said, and enough of it about the matter. */
export function explains(substance: Substance): boolean {
  return (substance.said + substance.content) / 2 >= EXPLAINING_SUBSTANCE
}

/** The one score of a reply from its parts, 0 to 1. */
export function totalOf(
  parts: Pick<
    ReplyScore,
    'explainedScore' | 'completeScore' | 'relevanceScore' | 'attitude' | 'timeliness' | 'isAcknowledgement'
  >,
): number {
  const weighted = [
    [scoreWeights.relevance, parts.relevanceScore],
    [scoreWeights.explained, parts.explainedScore],
    [scoreWeights.complete, parts.completeScore],
    [scoreWeights.attitude, parts.attitude.score],
    ...(parts.timeliness === null ? [] : [[scoreWeights.timely, parts.timeliness.score] as const]),
  ] as const
  const score = sum(weighted, ([weight, value]) => weight * value) / sum(weighted, ([weight]) => weight)
  return round(parts.isAcknowledgement ? Math.min(score, ACKNOWLEDGEMENT_CAP) : score)
}

/** How far a reply gives grounds: its substance, its reasons, what it cites and counts, its order. */
export function explanationOf(features: ReplyFeatures, substance: Substance): number {
  if (features.length === 0) return 0
  const amount = logistic(
    (Math.log1p((substance.said + substance.content) / 2) - Math.log1p(EXPLAINING_SUBSTANCE)) * STEEPNESS,
  )
  const grounds =
    0.4 * Math.min(1, features.reasons / 4) +
    0.3 * Math.min(1, (features.citations * 2 + (features.hasBasis ? 1 : 0)) / 3) +
    0.2 * Math.min(1, features.numbers / 6) +
    0.1 * Math.min(1, features.enumerations / 2)
  return round(0.7 * amount + 0.3 * grounds)
}

const STEEPNESS = 4
/** An ask that is touched but not answered counts this much. */
const TOUCHED = 0.4

function relevanceOf(asks: readonly Ask[]): number {
  if (asks.length === 0) return 0
  const value = { answered: 1, touched: TOUCHED, open: 0 }
  return round(sum(asks, (ask) => value[ask.state]) / asks.length)
}

function partsOf(features: ReplyFeatures, substance: Substance): Record<CompletenessPart, boolean> {
  const hasMatter = substance.content >= LEAST_CONTENT
  return {
    称谓: features.hasSalutation,
    受理说明: features.hasReceipt,
    查办情况: hasMatter && features.hasFinding,
    办理措施: hasMatter && features.hasMeasure,
    政策依据: hasMatter && (features.hasBasis || features.citations > 0),
    联系或致谢: features.hasContact || features.hasClosing,
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}
