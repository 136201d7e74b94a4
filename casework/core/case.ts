import type { Actor, FindingFacts, StoredFile } from './event.ts'
import type { CaseState, EscalationChannel, Outcome, Step } from './states.ts'

export type LetterStatus = 'draft' | 'returned' | 'approved' | 'sent' | 'answered' | 'void'

export const letterStatusLabels: Readonly<Record<LetterStatus, string>> = {
  draft: '待签发',
  returned: '退回修改',
  approved: '已签发待发出',
  sent: '已发出待答复',
  answered: '已答复',
  void: '已作废',
}

export interface Letter {
  readonly id: string
  readonly status: LetterStatus
  /** The text in force. */
  readonly textId: string
  /** The text as it was drafted from the evidence. */
  readonly draftId: string
  /** Names of all who wrote in it: none of them may approve it. */
  readonly writers: readonly string[]
  readonly draftedAt: string
  readonly number: { readonly year: number; readonly seq: number } | null
  readonly approvedAt: string | null
  readonly approvedBy: Actor | null
  readonly sentOn: string | null
  readonly channel: string | null
  readonly answerDue: string | null
}

export interface Answer {
  readonly letterId: string
  readonly answeredOn: string
  readonly registeredAt: string
  readonly summary: string
  readonly files: readonly StoredFile[]
}

export interface Verdict {
  readonly outcome: Outcome
  readonly reason: string
  readonly confirmedAmount: string | null
  readonly recoveredAmount: string | null
  readonly at: string
  readonly by: Actor
}

export interface LinkedFinding extends FindingFacts {
  /** Not in the results for longer than the hysteresis allows. */
  readonly isGone: boolean
}

/** A stretch of time in which one step was due; `until` null for the present one. */
export interface StepTime {
  readonly step: Step
  readonly since: string
  readonly until: string | null
  /** Day set by a person, or null where the term of the settings counts. */
  readonly dueOn: string | null
}

/** A case: the fold of its events. */
export interface Case {
  readonly id: string
  readonly version: number
  readonly number: { readonly year: number; readonly seq: number } | null
  readonly state: CaseState
  /** The first finding names the case; repeats and others join it. */
  readonly findings: readonly [LinkedFinding, ...LinkedFinding[]]
  readonly previousCase: string | null
  readonly openedAt: string
  readonly lastAt: string
  readonly lastActor: Actor
  readonly handler: string
  readonly letters: readonly Letter[]
  readonly answers: readonly Answer[]
  readonly verdict: Verdict | null
  readonly rectification: { readonly demand: string; readonly dueOn: string; readonly setAt: string } | null
  readonly escalation: {
    readonly channel: EscalationChannel
    readonly status: 'proposed' | 'approved' | 'declined'
    readonly reason: string
  } | null
  readonly reopening: {
    readonly reason: string
    readonly amount: string | null
    readonly severity: string
  } | null
  /** What the finding was when the case was closed, or when a reopening was declined. */
  readonly settledAt: { readonly amount: string | null; readonly severity: string } | null
  readonly recheck: {
    readonly dueOn: string
    readonly findingId: string | null
    readonly isDone: boolean
  } | null
  readonly closedAt: string | null
  readonly timesReopened: number
  readonly steps: readonly StepTime[]
}

/** The letter under way, if any: neither answered nor void. */
export function liveLetter(one: Case): Letter | null {
  return one.letters.find(({ status }) => status !== 'void' && status !== 'answered') ?? null
}

export function letterOf(one: Case, letterId: string): Letter | null {
  return one.letters.find(({ id }) => id === letterId) ?? null
}

/** What is due now; null for a case that is settled. */
export function stepOf(one: Pick<Case, 'state' | 'letters' | 'verdict' | 'recheck'>): Step | null {
  switch (one.state) {
    case 'filed':
      return 'verify'
    case 'verifying':
      return 'conclude'
    case 'inquiring':
      return letterStep(one.letters)
    case 'answered':
      return 'judge'
    case 'judged':
      return one.verdict?.outcome === 'confirmed' ? 'plan' : 'close'
    case 'rectifying':
      return 'rectify'
    case 'closed':
      return one.recheck !== null && !one.recheck.isDone ? 'recheck' : null
  }
}

function letterStep(letters: readonly Letter[]): Step {
  const statuses = new Set(letters.map(({ status }) => status))
  if (statuses.has('draft')) return 'approve'
  if (statuses.has('returned')) return 'redraft'
  return statuses.has('approved') ? 'send' : 'answer'
}
