import { type BudgetDataset, unitName } from './dataset.ts'
import { fromDay } from '#calendar'
import { type Cents } from './money.ts'
import {
  type Certainty,
  type Clause,
  type EvidenceRow,
  type Rule,
  type Severity,
  type Suspicion,
  type Threshold,
} from './rule.ts'

/** A reason to open the file, never a verdict: everything a reader needs to check it is in here. */
export interface Finding {
  readonly id: string
  readonly rule: string
  readonly ruleName: string
  readonly ruleVersion: string
  readonly severity: Severity
  readonly certainty: Certainty
  readonly unit: string
  readonly unitName: string
  readonly year: number
  /** As people read it; a code stands behind its name. */
  readonly matter: string
  readonly cents: Cents
  readonly currency: string
  readonly text: string
  readonly formula: string
  readonly formulaFilled: string
  /** '《中华人民共和国预算法》（2018年修正）第十三条', several joined by '；'. */
  readonly clause: string
  readonly clauseText: string
  readonly thresholds: readonly Threshold[]
  readonly innocentCauses: readonly string[]
  readonly evidence: readonly string[]
  readonly rows: readonly EvidenceRow[]
  readonly score: number
  /** Latest payment date of the data the finding rests on. */
  readonly dataDate: string | null
}

const severityRank: Readonly<Record<Severity, number>> = { 红: 3, 橙: 2, 黄: 1 }

/** Confirmed rate assumed before any verdict exists, by certainty. */
const priorRate: Readonly<Record<Certainty, number>> = { C: 0.7, P: 0.5, I: 0.35 }

export interface Ranking {
  /** Confirmed share of past verdicts by rule; replaces the prior. */
  readonly confirmedRates?: Readonly<Record<string, number>>
}

/** Joins suspicions on one unit, year and matter into one: rows and evidence are united, the graver words lead. */
export function joinSuspicions(suspicions: readonly Suspicion[]): Suspicion[] {
  const joined = new Map<string, Suspicion>()
  for (const suspicion of suspicions) {
    const key = `${suspicion.unit}\u0000${String(suspicion.year)}\u0000${suspicion.matter}`
    const earlier = joined.get(key)
    joined.set(key, earlier ? united(earlier, suspicion) : suspicion)
  }
  return [...joined.values()]
}

function united(a: Suspicion, b: Suspicion): Suspicion {
  const [lead, other] =
    severityRank[b.severity] - severityRank[a.severity] > 0 ||
    (a.severity === b.severity && b.cents > a.cents)
      ? [b, a]
      : [a, b]
  const rows = new Map(
    [...lead.rows, ...other.rows].map((row) => [`${row.place.kind}\u0000${row.place.key}`, row]),
  )
  return {
    ...lead,
    cents: lead.cents + other.cents,
    rows: [...rows.values()],
    evidence: [...(lead.evidence ?? []), other.text, ...(other.evidence ?? [])],
  }
}

/** A rule's suspicion with the rule's own words; the score is set by `rankFindings`. */
export function toFinding(
  rule: Rule,
  suspicion: Suspicion,
  thresholds: readonly Threshold[],
  dataset: BudgetDataset,
): Finding {
  const last = dataset.lastDay
  return {
    id: findingId(rule.id, suspicion),
    rule: rule.id,
    ruleName: rule.name,
    ruleVersion: rule.version,
    severity: suspicion.severity,
    certainty: rule.certainty,
    unit: suspicion.unit,
    unitName: unitName(dataset, suspicion.unit),
    year: suspicion.year,
    matter: readableMatter(suspicion),
    cents: suspicion.cents,
    currency: suspicion.currency ?? 'CNY',
    text: suspicion.text,
    formula: rule.formula,
    formulaFilled: suspicion.formulaFilled,
    clause: clauseTitle(rule.clauses),
    clauseText: rule.clauses.map((clause) => clause.text).join('\n'),
    thresholds,
    innocentCauses: rule.innocentCauses,
    evidence: suspicion.evidence ?? [],
    rows: suspicion.rows,
    score: 0,
    dataDate: last === null ? null : fromDay(last),
  }
}

export function clauseTitle(clauses: readonly Clause[]): string {
  if (clauses.length === 0) return '内部控制要求（没有对应的法律条文）'
  return clauses.map((clause) => `《${clause.law}》（${clause.edition}）${clause.article}`).join('；')
}

/**
 * Score = log10(1 + 元) × severity × confirmed rate × (1 + 0.15 × other rules that name the same unit and year);
 * sorted by score, ties by id.
 */
export function rankFindings(findings: readonly Finding[], ranking: Ranking): Finding[] {
  const rulesByUnit = new Map<string, Set<string>>()
  for (const finding of findings) {
    const key = `${finding.unit}\u0000${String(finding.year)}`
    const rules = rulesByUnit.get(key)
    if (rules) rules.add(finding.rule)
    else rulesByUnit.set(key, new Set([finding.rule]))
  }
  const scored = findings.map((finding) => {
    const others = (rulesByUnit.get(`${finding.unit}\u0000${String(finding.year)}`)?.size ?? 1) - 1
    const rate = ranking.confirmedRates?.[finding.rule] ?? priorRate[finding.certainty]
    const weight = Math.log10(1 + Math.abs(finding.cents) / 100) * severityRank[finding.severity]
    const support = others + finding.evidence.filter((sentence) => sentence.startsWith('佐证')).length
    return { ...finding, score: Number((weight * rate * (1 + 0.15 * Math.min(support, 6))).toFixed(4)) }
  })
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

function readableMatter({ matter, matterName }: Suspicion): string {
  const name = matterName ?? matter
  return name === matter ? matter : `${name}（${matter}）`
}

/** The same matter gets the same id in every run, whatever its rows: cases hang on it. */
export function findingId(
  rule: string,
  { unit, year, matter }: Pick<Suspicion, 'unit' | 'year' | 'matter'>,
): string {
  return `${rule}-${String(year)}-${hashText(`${unit}\u0000${matter}`)}`
}

/** 64-bit FNV-1a over UTF-16 code units, as 16 hex digits. */
function hashText(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index += 1) {
    hash ^= BigInt(text.charCodeAt(index))
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return hash.toString(16).padStart(16, '0')
}
