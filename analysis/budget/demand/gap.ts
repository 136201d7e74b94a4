import type { Cents } from '../money.ts'

/** What people ask for in one subject. */
export interface SubjectDemand {
  readonly subject: string
  readonly voices: number
  readonly matters: number
  readonly suggestions: number
  readonly open: number
}

/** Money by function code (类 and 款, five digits). */
export interface FunctionMoney {
  readonly code: string
  readonly adjusted: Cents
  readonly paid: Cents
  /** Wages, benefits, debt interest: not to be moved. */
  readonly rigid: Cents
  /** 三公: may only go down. */
  readonly threePublic: Cents
  readonly projects: number
}

/** Where a subject stands: much or little asked for, much or little spent. */
export type Quadrant = '诉求多、资金少' | '诉求多、资金多' | '诉求少、资金多' | '诉求少、资金少'

export interface SubjectGap extends SubjectDemand {
  readonly adjusted: Cents
  readonly paid: Cents
  readonly rigid: Cents
  readonly threePublic: Cents
  readonly projects: number
  /** Share of all matters that have a subject with money or demand, 0 to 1. */
  readonly demandShare: number
  /** Share of the money of all these subjects, 0 to 1. */
  readonly moneyShare: number
  /** demandShare − moneyShare, in shares; above zero people ask for more than is spent. */
  readonly gap: number
  readonly quadrant: Quadrant
}

export interface GapTable {
  readonly rows: readonly SubjectGap[]
  /** How much of the demand money follows: Σ min(demandShare, moneyShare), 0 to 1. */
  readonly coverage: number
  /** Money whose function belongs to no subject. */
  readonly unmatched: { readonly adjusted: Cents; readonly paid: Cents }
}

/**
 * Sets what people ask for beside what is spent, by subject. Demand counts matters, not letters, so that one campaign
 * does not weigh like a hundred needs. The coverage is the overlap of two distributions, one less their total
 * variation distance; "much" and "little" are above and below an even share.
 * @param subjectOf the subject of a function code, or null
 */
export function demandAgainstMoney(
  demand: readonly SubjectDemand[],
  money: readonly FunctionMoney[],
  subjectOf: (code: string) => string | null,
): GapTable {
  const nothing = { adjusted: 0, paid: 0, rigid: 0, threePublic: 0, projects: 0 }
  const bySubject = new Map<string | null, typeof nothing>()
  for (const one of money) {
    const subject = subjectOf(one.code)
    const sum = bySubject.get(subject) ?? nothing
    bySubject.set(subject, {
      adjusted: sum.adjusted + one.adjusted,
      paid: sum.paid + one.paid,
      rigid: sum.rigid + one.rigid,
      threePublic: sum.threePublic + one.threePublic,
      projects: sum.projects + one.projects,
    })
  }
  const asked = new Map(demand.map((one) => [one.subject, one]))
  const subjects = [
    ...new Set([...asked.keys(), ...[...bySubject.keys()].filter((key) => key !== null)]),
  ].sort()
  const matters = demand.reduce((sum, one) => sum + one.matters, 0)
  const total = subjects.reduce((sum, subject) => sum + (bySubject.get(subject)?.adjusted ?? 0), 0)
  const even = subjects.length > 0 ? 1 / subjects.length : 0
  const rows = subjects.map((subject): SubjectGap => {
    const said = asked.get(subject) ?? { subject, voices: 0, matters: 0, suggestions: 0, open: 0 }
    const spent = bySubject.get(subject) ?? nothing
    const demandShare = matters > 0 ? said.matters / matters : 0
    const moneyShare = total > 0 ? spent.adjusted / total : 0
    return {
      ...said,
      ...spent,
      demandShare,
      moneyShare,
      gap: demandShare - moneyShare,
      quadrant: `${demandShare >= even ? '诉求多' : '诉求少'}、${moneyShare >= even ? '资金多' : '资金少'}`,
    }
  })
  return {
    rows: rows.sort((a, b) => b.gap - a.gap || (a.subject < b.subject ? -1 : 1)),
    coverage: rows.reduce((sum, row) => sum + Math.min(row.demandShare, row.moneyShare), 0),
    unmatched: bySubject.get(null) ?? nothing,
  }
}
