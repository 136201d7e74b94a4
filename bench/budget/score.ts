import type { Planted } from '../../data-samples/generator/scale/index.ts'

/** What a check says: a rule about a unit's year. */
export interface Said {
  readonly rule: string
  readonly unit: string
  readonly year: number
}

interface RuleScore {
  readonly planted: number
  readonly found: number
  readonly wrong: number
}

export interface Score {
  /** Planted matters found ÷ planted matters. */
  readonly recall: number
  /** Findings on planted matters ÷ all findings. */
  readonly precision: number
  readonly findings: number
  readonly byRule: ReadonlyMap<string, RuleScore>
}

const keyOf = ({ rule, unit, year }: Said): string => `${rule} ${unit} ${String(year)}`

/** Findings held against the truth, rule by rule; data-quality findings count like the others. */
export function scoreFindings(truth: readonly Planted[], said: readonly Said[]): Score {
  const told = new Set(said.map(keyOf))
  const allowed = new Set(truth.map(keyOf))
  const must = truth.filter(({ mustFind }) => mustFind)
  const wrong = said.filter((one) => !allowed.has(keyOf(one)))
  const found = must.filter((one) => told.has(keyOf(one)))
  const byRule = new Map<string, RuleScore>()
  for (const rule of [...new Set([...truth, ...said].map((one) => one.rule))].sort()) {
    const ofRule = (list: readonly Said[]): number => list.filter((one) => one.rule === rule).length
    byRule.set(rule, { planted: ofRule(must), found: ofRule(found), wrong: ofRule(wrong) })
  }
  return {
    recall: must.length === 0 ? 1 : found.length / must.length,
    precision: said.length === 0 ? 1 : 1 - wrong.length / said.length,
    findings: said.length,
    byRule,
  }
}
