import {
  channelLabels,
  eventLabels,
  letterStatusLabels,
  outcomeLabels,
  type Case,
  type CaseEvent,
  type Evidence,
  type LetterView,
  type StoredFile,
} from '#casework'
import type { CaseDetail, CaseFinding, CaseLetter, CaseTimelineEvent } from '../contract/index.ts'
import { toTexts } from '../json-text.ts'
import { roleLabels } from '../permissions.ts'
import { toFindingRow } from './finding.ts'

const labels: Readonly<Record<string, string>> = roleLabels

type Fact = CaseTimelineEvent['facts'][number]

export function toTimelineEvent(event: CaseEvent): CaseTimelineEvent {
  return {
    version: event.version,
    kind: event.kind,
    label: eventLabels[event.kind],
    at: event.at,
    actor: event.actor.displayName,
    roleLabel: labels[event.actor.role] ?? '',
    note: event.note,
    facts: factsOf(event).filter((fact): fact is Fact => fact.text !== null && fact.text !== ''),
    files: filesOf(event),
  }
}

interface MaybeFact {
  readonly term: string
  readonly text: string | null
}

function factsOf(event: CaseEvent): readonly MaybeFact[] {
  switch (event.kind) {
    case 'opened':
    case 'joined':
    case 'finding-changed': {
      const { rule, ruleName, severity, amount } = event.data
      return [
        { term: '疑点', text: `${rule} ${ruleName}（${severity}）` },
        { term: '涉及金额（元）', text: amount },
      ]
    }
    case 'letter-sent':
      return [
        { term: '发出日期', text: event.data.sentOn },
        { term: '送达方式', text: event.data.channel },
        { term: '答复期限', text: event.data.answerDue },
      ]
    case 'assigned':
      return [{ term: '承办人', text: event.data.to }]
    case 'answered':
      return [{ term: '答复日期', text: event.data.answeredOn }]
    case 'rectification-set':
      return [{ term: '整改期限', text: event.data.dueOn }]
    default:
      return resultFacts(event)
  }
}

function resultFacts(event: CaseEvent): readonly MaybeFact[] {
  switch (event.kind) {
    case 'judged':
      return [
        { term: '认定', text: outcomeLabels[event.data.outcome] },
        { term: '认定金额（元）', text: event.data.confirmedAmount },
        { term: '追回金额（元）', text: event.data.recoveredAmount },
      ]
    case 'rectification-reported':
      return [{ term: '追回金额（元）', text: event.data.recoveredAmount }]
    case 'closed':
      return [{ term: '次年复查', text: event.data.recheckOn }]
    case 'escalation-proposed':
      return [{ term: '方式', text: channelLabels[event.data.channel] }]
    case 'reopening-proposed':
      return [{ term: '现涉及金额（元）', text: event.data.amount }]
    default:
      return []
  }
}

function filesOf(event: CaseEvent): StoredFile[] {
  const isWithFiles = event.kind === 'answered' || event.kind === 'rectification-reported'
  return isWithFiles ? [...event.data.files] : []
}

/** A finding of a case that the present results lack, with one of the files that came or went meanwhile. */
export interface AbsenceRow {
  readonly finding_id: string
  readonly seen_at: string
  readonly missed_at: string | null
  readonly load_id: string | null
  readonly file_name: string | null
  readonly change: 'published' | 'withdrawn' | null
}

/** The newest evidence of each finding of the case, and whether the finding still stands. */
export function toCaseFindings(
  one: Case,
  evidence: readonly Evidence[],
  absences: readonly AbsenceRow[],
): CaseFinding[] {
  return one.findings.flatMap(({ evidenceId }) => {
    const taken = evidence.find(({ id }) => id === evidenceId)
    if (taken === undefined) return []
    const { finding, rows, takenAt } = taken
    return [
      {
        findingId: finding.finding_id,
        rule: finding.rule,
        ruleName: finding.rule_name,
        severity: finding.severity,
        amount: finding.amount,
        text: finding.text,
        formula: finding.formula ?? '',
        formulaFilled: finding.formula_filled ?? '',
        clause: finding.clause,
        clauseText: finding.clause_text,
        innocentCauses: toTexts(finding.innocent_causes),
        takenAt,
        absence: toAbsence(absences.filter((row) => row.finding_id === finding.finding_id)),
        rows: rows.map(toFindingRow),
      },
    ]
  })
}

function toAbsence(rows: readonly AbsenceRow[]): CaseFinding['absence'] {
  const [first] = rows
  if (first === undefined) return null
  return {
    seenAt: first.seen_at,
    missedAt: first.missed_at ?? first.seen_at,
    loads: rows.flatMap(({ load_id: loadId, file_name: fileName, change }) =>
      loadId === null || fileName === null || change === null ? [] : [{ loadId, fileName, change }],
    ),
  }
}

export function toCaseLetter(view: LetterView): CaseLetter {
  const { letter } = view
  return {
    id: letter.id,
    status: letter.status,
    statusLabel: letterStatusLabels[letter.status],
    number: view.number,
    sections: { ...view.sections },
    author: view.author,
    writtenAt: view.writtenAt,
    draftedAt: letter.draftedAt,
    approvedAt: letter.approvedAt,
    approvedBy: letter.approvedBy?.displayName ?? null,
    sentOn: letter.sentOn,
    channel: letter.channel,
    answerDue: letter.answerDue,
    annexRows: view.evidence.reduce((total, { rows }) => total + rows.length, 0),
    unknownFigures: [...view.unknownFigures],
    isOfficeNamed: view.isOfficeNamed,
  }
}

/** The parts of the case that its summary leaves out. */
export function toCaseOutcome(
  one: Case,
): Pick<CaseDetail, 'previousCase' | 'answers' | 'verdict' | 'rectification' | 'recheck'> {
  const { verdict, rectification, recheck } = one
  return {
    previousCase: one.previousCase,
    answers: one.answers.map((answer) => ({ ...answer, files: [...answer.files] })),
    verdict: verdict && {
      outcome: verdict.outcome,
      label: outcomeLabels[verdict.outcome],
      reason: verdict.reason,
      confirmedAmount: verdict.confirmedAmount,
      recoveredAmount: verdict.recoveredAmount,
      at: verdict.at,
      by: verdict.by.displayName,
    },
    rectification: rectification && { demand: rectification.demand, dueOn: rectification.dueOn },
    recheck: recheck && { ...recheck },
  }
}
