import type { CaseworkSettings } from '../settings.ts'
import type { Case, LinkedFinding } from './case.ts'

/** What the latest runs of the budget checks say of a finding that has a case. */
export interface Sighting {
  readonly findingId: string
  /** In the results of the latest run. */
  readonly isPresent: boolean
  /** Runs since it was last in the results; 0 when present. */
  readonly runsWithout: number
  readonly daysWithout: number
  readonly amount: string | null
  readonly severity: string | null
}

/** What the sighting asks for; `changed` wants fresh evidence first. */
export type Reaction =
  { readonly kind: 'changed' | 'gone' | 'back' } | { readonly kind: 'reopening'; readonly reason: string }

const ranks: Readonly<Record<string, number>> = { 红: 3, 橙: 2, 黄: 1 }

/**
 * Repeats join the case, and neither a finding that flickers nor one whose amount moves a little makes an event: gone
 * means absent for some runs and some days, changed and worse mean by a share of the amount or by severity. A closed
 * case is never reopened from here, only proposed for it.
 */
export function reactTo(
  one: Case,
  finding: LinkedFinding,
  sighting: Sighting,
  settings: Pick<CaseworkSettings, 'hysteresis' | 'worseBy'>,
): Reaction | null {
  if (one.state === 'closed') return proposal(one, sighting, settings.worseBy)
  if (!sighting.isPresent) {
    const { runs, days } = settings.hysteresis
    const isLong = sighting.runsWithout >= runs && sighting.daysWithout >= days
    return isLong && !finding.isGone ? { kind: 'gone' } : null
  }
  if (finding.isGone) return { kind: 'back' }
  const isOther =
    sighting.severity !== finding.severity || differs(finding.amount, sighting.amount, settings.worseBy)
  return isOther ? { kind: 'changed' } : null
}

function proposal(one: Case, sighting: Sighting, worseBy: number): Reaction | null {
  const settled = one.settledAt
  if (!sighting.isPresent || settled === null || sighting.findingId !== one.findings[0].findingId) return null
  if (one.reopening !== null && !isWorse(one.reopening, sighting, worseBy)) return null
  const reason = isWorse(settled, sighting, worseBy)
  return reason === null ? null : { kind: 'reopening', reason }
}

function isWorse(
  before: { readonly amount: string | null; readonly severity: string },
  now: Sighting,
  worseBy: number,
): string | null {
  const severity = now.severity ?? before.severity
  if ((ranks[severity] ?? 0) > (ranks[before.severity] ?? 0)) {
    return `销号后疑点等级由${before.severity}升为${severity}`
  }
  const [was, is] = [Number(before.amount ?? 0), Number(now.amount ?? 0)]
  return is > was && differs(before.amount, now.amount, worseBy)
    ? `销号后涉及金额由 ${before.amount ?? '0'} 元增至 ${now.amount ?? '0'} 元`
    : null
}

function differs(before: string | null, now: string | null, share: number): boolean {
  const [was, is] = [Number(before ?? 0), Number(now ?? 0)]
  return Math.abs(is - was) > Math.max(0.005, share * Math.abs(was))
}
