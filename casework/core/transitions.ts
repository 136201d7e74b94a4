import { letterOf, liveLetter, type Case, type LetterStatus } from './case.ts'
import type { CommandType } from './command.ts'
import { stateLabels, type CaseState } from './states.ts'

/** Who may do it: the committee's staff work the case, the leadership approves; nobody else acts. */
export type Hand = 'work' | 'approve'

const hands: Readonly<Record<string, Hand>> = { supervision: 'work', leader: 'approve' }

export function handOf(role: string): Hand | null {
  return hands[role] ?? null
}

interface Rule {
  readonly hand: Hand
  /** States in which it can be done. */
  readonly states: readonly CaseState[]
  /** A Chinese sentence when something else stands in the way. */
  readonly unless?: (one: Case) => string | null
}

const open: readonly CaseState[] = ['filed', 'verifying', 'inquiring', 'answered', 'judged', 'rectifying']
const all: readonly CaseState[] = [...open, 'closed']

const noLiveLetter = (one: Case) => (liveLetter(one) === null ? null : '还有一份函件没有办完，请先办完或作废')
const aLetter =
  (...statuses: readonly LetterStatus[]) =>
  (one: Case): string | null =>
    one.letters.some(({ status }) => statuses.includes(status)) ? null : '没有处于这一步的函件'

/** The whole table of what can be done when, and by whom. */
export const rules: Readonly<Record<CommandType, Rule>> = {
  verify: { hand: 'work', states: ['filed'] },
  assign: { hand: 'work', states: open },
  note: { hand: 'work', states: all },
  join: { hand: 'work', states: ['filed', 'verifying', 'answered'] },
  'draft-letter': { hand: 'work', states: ['verifying', 'answered'], unless: noLiveLetter },
  'edit-letter': { hand: 'work', states: ['inquiring'], unless: aLetter('draft', 'returned') },
  'void-letter': { hand: 'work', states: ['inquiring'], unless: aLetter('draft', 'returned', 'approved') },
  'approve-letter': { hand: 'approve', states: ['inquiring'], unless: aLetter('draft') },
  'return-letter': { hand: 'approve', states: ['inquiring'], unless: aLetter('draft') },
  'send-letter': { hand: 'work', states: ['inquiring'], unless: aLetter('approved') },
  answer: {
    hand: 'work',
    states: ['inquiring', 'answered', 'judged', 'rectifying'],
    unless: aLetter('sent', 'answered'),
  },
  judge: {
    hand: 'work',
    states: ['verifying', 'inquiring', 'answered', 'judged', 'rectifying'],
    unless: (one) =>
      aLetter('draft', 'returned', 'approved')(one) === null ? '函件还没有发出，请先发出或作废' : null,
  },
  'set-rectification': {
    hand: 'work',
    states: ['judged', 'rectifying'],
    unless: (one) => (one.verdict?.outcome === 'confirmed' ? null : '只有认定属实的案件才下达整改要求'),
  },
  'report-rectification': { hand: 'work', states: ['rectifying'] },
  close: {
    hand: 'work',
    states: ['judged', 'rectifying'],
    unless: (one) =>
      one.state === 'judged' && one.verdict?.outcome === 'confirmed'
        ? '认定属实的案件要先下达整改要求、登记整改情况才能销号'
        : pendingEscalation(one),
  },
  reopen: { hand: 'work', states: ['closed'] },
  'decline-reopening': {
    hand: 'work',
    states: ['closed'],
    unless: (one) => (one.reopening === null ? '没有待处理的重新立案提示' : null),
  },
  'propose-escalation': {
    hand: 'work',
    states: ['verifying', 'inquiring', 'answered', 'judged', 'rectifying'],
    unless: (one) =>
      one.escalation === null || one.escalation.status === 'declined' ? null : '已经提请升级监督',
  },
  'approve-escalation': { hand: 'approve', states: all, unless: proposedOnly },
  'decline-escalation': { hand: 'approve', states: all, unless: proposedOnly },
  'recheck-done': {
    hand: 'work',
    states: ['closed'],
    unless: (one) => (one.recheck !== null && !one.recheck.isDone ? null : '没有待办的次年复查'),
  },
}

/** Why the command cannot be given now, in Chinese; null when it can. */
export function refusal(one: Case, type: CommandType, role: string): string | null {
  const rule = rules[type]
  if (handOf(role) !== rule.hand)
    return rule.hand === 'work' ? '这一步由预算监督人员办理' : '这一步由常委会领导办理'
  if (!rule.states.includes(one.state)) return `案件在“${stateLabels[one.state]}”，不能这样办`
  return rule.unless?.(one) ?? null
}

/** What the role may do next, for the page to offer. */
export function offers(one: Case, role: string): CommandType[] {
  return (Object.keys(rules) as CommandType[]).filter((type) => refusal(one, type, role) === null)
}

/** Which letter statuses a command about one letter needs. */
export const letterNeeds: Readonly<Partial<Record<CommandType, readonly LetterStatus[]>>> = {
  'edit-letter': ['draft', 'returned'],
  'void-letter': ['draft', 'returned', 'approved'],
  'approve-letter': ['draft'],
  'return-letter': ['draft'],
  'send-letter': ['approved'],
  answer: ['sent', 'answered'],
}

/** Why this letter cannot be the command's; null when it can. */
export function letterRefusal(one: Case, type: CommandType, letterId: string): string | null {
  const letter = letterOf(one, letterId)
  if (letter === null) return '没有这份函件'
  return letterNeeds[type]?.includes(letter.status) === true ? null : '这份函件不在这一步'
}

function proposedOnly(one: Case): string | null {
  return one.escalation?.status === 'proposed' ? null : '没有待批的升级监督'
}

function pendingEscalation(one: Case): string | null {
  return one.escalation?.status === 'proposed' ? '升级监督还没有批复，暂不能销号' : null
}
