import type { Growth } from './growth.ts'

export interface HeatPart {
  /** The measured figure; null when the sources do not say. */
  value: number | null
  /** 0 to 1. */
  score: number
  /** Share of the whole heat; the weights used add up to 1. */
  weight: number
  /** One Chinese sentence with the figures. */
  explain: string
}

export type HeatName = 'volume' | 'growth' | 'breadth' | 'likes' | 'unresolved'
export type HeatParts = Record<HeatName, HeatPart>

/** How much each part says. Shown beside every heat. */
export type HeatWeights = Record<HeatName, number>
export const heatWeights: HeatWeights = {
  volume: 0.35,
  growth: 0.2,
  breadth: 0.25,
  likes: 0.1,
  unresolved: 0.1,
}

export interface HeatInput {
  voices: number
  matters: number
  /** Distinct authors; a voice without a named author counts as one of its own. */
  authors: number
  /** Of these, in the busiest half-year: what is hot comes close together. */
  gathered: { voices: number; authors: number }
  districts: number
  sources: number
  growth: Growth
  likes: readonly number[]
  /** null where the source does not say. */
  resolved: readonly (boolean | null)[]
  /** 0 to 1: how much the members say the same (see `focusOf`). */
  focus: number
}

/** Figures at which a part's score reaches 1; between, scores grow with the logarithm. */
const FULL = { volume: 300, ratio: 30, authors: 200, districts: 10, likes: 300 }
/** One voice brings at most this many likes, so that one much-liked letter makes no topic. */
export const MAX_LIKES_PER_VOICE = 50
/** A further voice of someone already counted. */
const REPEAT = 0.25
/** Authors from whom a burst counts fully. */
const BURST_AUTHORS = 3

/** Heat 0–100 and its parts. Every part is bounded; a part the sources cannot tell passes its weight to the others. */
export function measureHeat(
  input: HeatInput,
  weights: HeatWeights = heatWeights,
): { heat: number; parts: HeatParts } {
  const isKnown = input.resolved.some((state) => state !== null)
  const total =
    Object.values(weights).reduce((sum, weight) => sum + weight, 0) - (isKnown ? 0 : weights.unresolved)
  const share = (name: HeatName): number => weights[name] / (total || 1)
  const parts: HeatParts = {
    volume: { ...volumePart(input), weight: share('volume') },
    growth: { ...growthPart(input.growth, input.authors), weight: share('growth') },
    breadth: { ...breadthPart(input), weight: share('breadth') },
    likes: { ...likesPart(input.likes), weight: share('likes') },
    unresolved: { ...unresolvedPart(input.resolved), weight: isKnown ? share('unresolved') : 0 },
  }
  const heat = Object.values(parts).reduce((sum, part) => sum + part.score * part.weight, 0)
  return { heat: Math.round(heat * 10_000) / 100, parts }
}

type Unweighted = Omit<HeatPart, 'weight'>

function volumePart(input: HeatInput): Unweighted {
  const { voices, authors } = input.gathered
  const effective = (authors + REPEAT * (voices - authors)) * input.focus
  return {
    value: input.voices,
    score: logScore(effective, FULL.volume),
    explain: `${input.voices}件、${input.matters}个事项；最集中的半年${voices}件、${authors}人，同一人重复按四分之一计，表述集中度${input.focus.toFixed(2)}，折合${effective.toFixed(1)}件`,
  }
}

function growthPart(growth: Growth, authors: number): Unweighted {
  const range = `${growth.low.toFixed(1)}–${growth.high.toFixed(1)}`
  const isAbove = growth.peak > growth.high
  return {
    value: round(growth.ratio),
    // A burst of one or two writers is their zeal, not the public's.
    score:
      isAbove || !growth.hasEarlier
        ? logScore(growth.ratio - 1, FULL.ratio) * Math.min(1, authors / BURST_AUTHORS)
        : 0,
    explain: growth.hasEarlier
      ? `最多的四周${growth.peak}件，此前同长时段预期${growth.expected.toFixed(1)}件（${range}），${isAbove ? `为预期的${growth.ratio.toFixed(1)}倍` : '未超出预期范围'}`
      : `最多的四周${growth.peak}件，此前没有同长时段可比`,
  }
}

function breadthPart(input: HeatInput): Unweighted {
  const score =
    0.8 * logScore(input.gathered.authors * input.focus, FULL.authors) +
    0.1 * logScore(input.districts - 1, FULL.districts) +
    0.1 * Math.min(1, Math.max(0, input.sources - 1) / 2)
  const places = input.districts > 0 ? `，涉及${input.districts}个区域` : ''
  return { value: input.authors, score, explain: `${input.authors}人反映${places}，${input.sources}类来源` }
}

function likesPart(likes: readonly number[]): Unweighted {
  const capped = likes.reduce((sum, count) => sum + Math.min(Math.max(0, count), MAX_LIKES_PER_VOICE), 0)
  const total = likes.reduce((sum, count) => sum + Math.max(0, count), 0)
  return {
    value: total,
    score: logScore(capped, FULL.likes),
    explain: `点赞${total}次，单件最多计${MAX_LIKES_PER_VOICE}次，计入${capped}次`,
  }
}

function unresolvedPart(resolved: readonly (boolean | null)[]): Unweighted {
  const known = resolved.filter((state) => state !== null)
  if (known.length === 0) return { value: null, score: 0, explain: '来源未给出办理情况，不计入热度' }
  const open = known.filter((state) => !state).length
  return {
    value: round(open / known.length),
    score: open / known.length,
    explain: `${known.length}件有办理情况，其中${open}件未办结`,
  }
}

function logScore(value: number, full: number): number {
  return Math.min(1, Math.log1p(Math.max(0, value)) / Math.log1p(full))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
