import {
  clockOf,
  confirmedRate,
  needsChange,
  outcomeLabels,
  posteriorRate,
  priorRate,
  channelLabels,
  stateLabels,
  stepLabels,
  type Case,
  type CaseworkSettings,
  type Clock,
  type RuleVerdicts,
  type Turn,
} from '#casework'
import type { CaseClock, CaseSummary, Role, RuleRate, SimilarCase } from '../contract/index.ts'

const turnLabels: Readonly<Record<Turn, string>> = {
  supervision: '预算监督',
  leader: '常委会领导',
  unit: '被函询单位',
}

const escalationWords = { proposed: '待批', approved: '已同意', declined: '未同意' } as const

/** What a view of cases depends on beside the cases. */
export interface CaseSetting {
  readonly today: string
  readonly settings: CaseworkSettings
  readonly role: Role
}

/** 〔2026〕案3号 */
export function caseNumber({ number }: Pick<Case, 'number'>): string | null {
  return number === null ? null : `〔${number.year}〕案${number.seq}号`
}

export function toCaseSummary(one: Case, { today, settings, role }: CaseSetting): CaseSummary {
  const [{ rule, ruleName, severity, agencyCode, unit, fiscalYear, matter, amount }] = one.findings
  const clock = clockOf(one, today, settings)
  const { escalation, verdict } = one
  return {
    id: one.id,
    version: one.version,
    number: caseNumber(one),
    state: one.state,
    stateLabel: stateLabels[one.state],
    ...{ rule, ruleName, severity, agencyCode, unit, fiscalYear, matter, amount },
    findings: one.findings.length,
    handler: one.handler,
    clock: clock === null ? null : toClock(clock),
    isMyTurn: isTurnOf(role, one, clock),
    outcome: verdict?.outcome ?? null,
    outcomeLabel: verdict === null ? null : outcomeLabels[verdict.outcome],
    escalation:
      escalation === null
        ? null
        : `${channelLabels[escalation.channel]}（${escalationWords[escalation.status]}）`,
    reopening: one.reopening?.reason ?? null,
    openedAt: one.openedAt,
    lastAt: one.lastAt,
  }
}

/** Whether the role is the one to act: by the step, or by a question that waits beside it. */
function isTurnOf(role: Role, one: Case, clock: Clock | null): boolean {
  // A recheck is somebody's turn when it comes near, not for the whole year before.
  if (clock?.step === 'recheck' && clock.colour === 'green')
    return one.reopening !== null && role === 'supervision'
  if (role === 'leader') return clock?.turn === 'leader' || one.escalation?.status === 'proposed'
  return role === 'supervision' && (clock?.turn === 'supervision' || one.reopening !== null)
}

function toClock({ step, turn, since, dueOn, colour, daysLeft, isEstimate }: Clock): CaseClock {
  return {
    step,
    label: stepLabels[step],
    turn,
    turnLabel: turnLabels[turn],
    ...{ since, dueOn, colour, daysLeft, isEstimate },
  }
}

/** My turn first, then what is overdue, then by due day; settled cases last, the latest first. */
export function inWorkingOrder(cases: readonly CaseSummary[]): CaseSummary[] {
  return [...cases].sort(
    (a, b) =>
      Number(b.isMyTurn) - Number(a.isMyTurn) ||
      Number(a.clock === null) - Number(b.clock === null) ||
      compare(a.clock?.dueOn ?? '', b.clock?.dueOn ?? '') ||
      compare(b.lastAt, a.lastAt) ||
      compare(a.id, b.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function toRuleRate(
  verdicts: Omit<RuleVerdicts, 'rule'> | undefined,
  { ranking }: CaseworkSettings,
): RuleRate {
  const { confirmed, explained, falseAlarm } = verdicts ?? { confirmed: 0, explained: 0, falseAlarm: 0 }
  const rate = confirmedRate({ confirmed, explained, falseAlarm })
  const limits = { below: ranking.reviewBelow, after: ranking.reviewAfter }
  return { confirmed, explained, falseAlarm, ...rate, needsChange: needsChange(rate, limits) }
}

/** The weight a finding has by its rule's verdicts so far; the list computes the same in SQL. */
export function toWeight(
  { score, certainty }: { readonly score: number | null; readonly certainty: string | null },
  verdicts: Omit<RuleVerdicts, 'rule'> | undefined,
  { priorStrength }: CaseworkSettings['ranking'],
): number | null {
  if (score === null) return null
  const { confirmed, explained, falseAlarm } = verdicts ?? { confirmed: 0, explained: 0, falseAlarm: 0 }
  const prior = priorRate(certainty)
  return (score * posteriorRate(prior, priorStrength, confirmed, confirmed + explained + falseAlarm)) / prior
}

export function toSimilarCase(one: Case): SimilarCase {
  const [{ unit, fiscalYear, amount }] = one.findings
  return {
    id: one.id,
    number: caseNumber(one),
    ...{ unit, fiscalYear, amount },
    stateLabel: stateLabels[one.state],
    outcomeLabel: one.verdict === null ? '' : outcomeLabels[one.verdict.outcome],
    reason: one.verdict?.reason ?? '',
    judgedAt: one.verdict?.at ?? one.lastAt,
  }
}
