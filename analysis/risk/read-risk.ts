import type { Reader } from '../readings/index.ts'
import { readContext } from './context.ts'
import { riskKinds, riskLevels, type RiskKind, type RiskLevel, type RiskRule } from './kinds.ts'
import { riskRules } from './rules.ts'
import { rulesIn } from './stem-scan.ts'

/** Why a voice was marked: the words, where their sentence starts, and what around them raised or lowered it. */
export interface RiskReason {
  kind: RiskKind
  words: string
  /** Place of the sentence in `${title}\n${body}` of the normalised voice, in UTF-16 units. */
  offset: number
  /** The sentence, cut around the words when it is long. */
  sentence: string
  score: number
  context: string[]
}

export interface Risk {
  level: RiskLevel
  /** 0 to 1. */
  score: number
  /** Strongest first. */
  kinds: RiskKind[]
  reasons: RiskReason[]
}

/** Plain data: it is sent to threads. */
export interface RiskConfig {
  /** Which role a kind goes to first; `默认` for the rest. */
  roles: Readonly<Record<string, string>>
}

export const defaultRiskConfig: RiskConfig = { roles: { 默认: 'research' } }

/** Method version: a change makes earlier results stale. */
export const riskVersion = 'risk-2'

/** Texts are read up to here; what warns stands at the start. */
const MAX_TEXT = 6000
const MAX_REASONS = 6
/** Letters of a sentence that are kept as evidence. */
const EXCERPT = 120
const LEAST: Record<RiskLevel, number> = { 紧急: 0.83, 高: 0.6, 关注: 0.38 }
/** Kinds whose words alone call for action within hours; the others need more than words to be urgent. */
const PRESSING: ReadonlySet<RiskKind> = new Set(['自伤轻生', '扬言极端', '人身安全', '未成年人', '公共安全'])
/** Factor on the score of the other kinds where urgency is asked. */
const LESS_PRESSING = 0.93

/** Reads the risks of one normalised text; null when nothing warns. */
export function readRisk(title: string, body: string): Risk | null {
  const text = `${title}\n${body}`.slice(0, MAX_TEXT)
  if (rulesIn(text) === 0) return null
  const reasons: RiskReason[] = []
  for (const { sentence, offset, next } of sentencesOf(text)) {
    const wanted = rulesIn(sentence)
    for (let at = 0; wanted >>> at !== 0; at++) {
      const rule = riskRules[at]
      const reason = rule && (wanted >>> at) & 1 ? applyRule(rule, sentence, offset, next) : null
      if (reason) reasons.push(reason)
    }
  }
  return summarise(reasons)
}

function applyRule(rule: RiskRule, sentence: string, offset: number, next: string): RiskReason | null {
  const match = rule.pattern.exec(sentence)
  if (match === null || rule.unless?.test(sentence) === true) return null
  if (rule.needs && !rule.needs.test(sentence + next)) return null
  const { factor, marks } = readContext(sentence, match.index)
  const score = Math.min(1, rule.weight * factor)
  if (score < LEAST.关注 * 0.6) return null
  const from = Math.max(0, match.index - EXCERPT / 3)
  return {
    kind: rule.kind,
    words: match[0].slice(0, 40),
    offset,
    sentence: sentence.slice(from, from + EXCERPT).trim(),
    score: round(score),
    context: marks,
  }
}

/** Several warnings of one kind support each other; the level is that of the strongest kind. */
function summarise(reasons: readonly RiskReason[]): Risk | null {
  const byKind = riskKinds.flatMap((kind) => {
    const own = reasons.filter((reason) => reason.kind === kind)
    if (own.length === 0) return []
    const strongest = Math.max(...own.map((reason) => reason.score))
    const support = Math.min(0.08, 0.03 * (own.length - 1))
    return [{ kind, score: Math.min(1, strongest + support) }]
  })
  const found = byKind.filter(({ score }) => score >= LEAST.关注).sort((a, b) => b.score - a.score)
  const [first] = found
  if (!first) return null
  const kinds = found.map(({ kind }) => kind)
  const urgency = Math.max(
    ...found.map(({ kind, score }) => (PRESSING.has(kind) ? score : score * LESS_PRESSING)),
  )
  return {
    level: riskLevels.find((level) => urgency >= LEAST[level]) ?? '关注',
    score: round(first.score),
    kinds,
    reasons: reasons
      .filter((reason) => kinds.includes(reason.kind))
      .sort((a, b) => b.score - a.score || a.offset - b.offset)
      .slice(0, MAX_REASONS),
  }
}

function* sentencesOf(text: string): Generator<{ sentence: string; offset: number; next: string }> {
  const parts = text.split(/(?<=[。！？!?；;\n])/u)
  let offset = 0
  for (const [at, sentence] of parts.entries()) {
    yield { sentence, offset, next: parts[at + 1] ?? '' }
    offset += sentence.length
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** The reader of the per-voice pass: one row of `analysis.voice_risks`, or none. */
export function createRiskReader(config: RiskConfig = defaultRiskConfig): Reader {
  return (voice) => {
    const risk = readRisk(voice.title, voice.body)
    if (risk === null) return []
    const [first] = risk.kinds
    const row = {
      voice_id: voice.id,
      level: risk.level,
      kinds: JSON.stringify(risk.kinds),
      reasons: JSON.stringify(risk.reasons),
      role: config.roles[first ?? ''] ?? config.roles['默认'] ?? 'research',
      score: risk.score,
    }
    return [row]
  }
}
