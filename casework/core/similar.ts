import type { Case } from './case.ts'

/** What a finding or a case is compared by. */
export interface Likeness {
  readonly rule: string
  readonly agencyCode: string | null
  readonly amount: string | null
}

/**
 * Judged cases of the same rule: those of the same unit first, then by how near their amounts are (ratio), then the
 * latest verdict; ties by id.
 */
export function similarCases(cases: readonly Case[], to: Likeness, except: string | null, limit = 5): Case[] {
  return cases
    .filter((one) => one.verdict !== null && one.id !== except && one.findings[0].rule === to.rule)
    .map((one) => ({ one, isSame: one.findings[0].agencyCode === to.agencyCode, gap: gap(one, to) }))
    .sort(
      (a, b) =>
        Number(b.isSame) - Number(a.isSame) ||
        a.gap - b.gap ||
        compare(b.one.verdict?.at ?? '', a.one.verdict?.at ?? '') ||
        compare(a.one.id, b.one.id),
    )
    .slice(0, limit)
    .map(({ one }) => one)
}

function gap(one: Case, to: Likeness): number {
  const [a, b] = [Math.abs(Number(one.findings[0].amount ?? 0)), Math.abs(Number(to.amount ?? 0))]
  return Math.abs(Math.log1p(a) - Math.log1p(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
