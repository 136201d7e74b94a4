import type { Segment } from '../topics/index.ts'
import { findAsks, type Ask } from './asks.ts'
import { measureReply, type ReplyFeatures } from './features.ts'

export interface Letter {
  title: string
  body: string
}

export interface ReplyScore {
  /** Whether the reply explains itself: 可解释性. */
  explained: boolean
  /** All scores 0 to 1. */
  explainedScore: number
  completeScore: number
  relevanceScore: number
  /** Nothing but 已收悉, 已转办 and courtesy. */
  isTemplateOnly: boolean
  asks: Ask[]
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
/** Letters a reply has to give before it can count as explaining; see `substanceOf`. */
export const EXPLAINING_SUBSTANCE = 36

/** Scores one reply against its letter by rules; no labels needed. Texts must be normalised. */
export function scoreReply(letter: Letter, reply: string, segment: Segment): ReplyScore {
  const features = measureReply(reply)
  const asks = findAsks(letter, reply, segment)
  const parts = partsOf(features)
  return {
    explained: substanceOf(features) >= EXPLAINING_SUBSTANCE,
    explainedScore: explanationOf(features),
    completeScore: round(
      sum(Object.entries(parts), ([part, has]) => (has ? PART_WEIGHTS[part as CompletenessPart] : 0)),
    ),
    relevanceScore: relevanceOf(asks, features),
    isTemplateOnly: features.isTemplateOnly,
    asks,
    parts,
  }
}

/**
 * Letters of the reply, those of clauses about the matter counting most: receipt, courtesy and salutation half,
 * forwarding and referral once, content one and a half times.
 */
export function substanceOf(features: ReplyFeatures): number {
  return 0.5 * features.length + features.content + 0.5 * (features.referral + features.forwarding)
}

/** How far a reply gives grounds: its substance, its reasons, what it cites and counts, its order. */
export function explanationOf(features: ReplyFeatures): number {
  if (features.length === 0) return 0
  const substance = logistic(
    (Math.log1p(substanceOf(features)) - Math.log1p(EXPLAINING_SUBSTANCE)) * STEEPNESS,
  )
  const grounds =
    0.4 * Math.min(1, features.reasons / 4) +
    0.3 * Math.min(1, (features.citations * 2 + (features.hasBasis ? 1 : 0)) / 3) +
    0.2 * Math.min(1, features.numbers / 6) +
    0.1 * Math.min(1, features.enumerations / 2)
  return round(0.7 * substance + 0.3 * grounds)
}

const STEEPNESS = 4

function relevanceOf(asks: readonly Ask[], features: ReplyFeatures): number {
  if (asks.length === 0 || features.isTemplateOnly) return 0
  const answered = asks.filter((ask) => ask.answered).length / asks.length
  const taken = sum(asks, (ask) => Math.min(1, ask.share * 2)) / asks.length
  return round(0.5 * answered + 0.5 * taken)
}

function partsOf(features: ReplyFeatures): Record<CompletenessPart, boolean> {
  const hasMatter = features.content > 0
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
