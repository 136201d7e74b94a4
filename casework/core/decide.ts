import { CaseworkError } from '../errors.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { Actor, FindingFacts, NewEvent } from './event.ts'
import { letterOf } from './case.ts'
import { letterRefusal, refusal } from './transitions.ts'

/** What the store has prepared for a command: ids of what was written before the event that names it. */
export interface Prepared {
  readonly letterId?: string
  readonly textId?: string
  readonly finding?: FindingFacts
  /** Terms of the settings as days, for commands that leave the day open. */
  readonly answerDue: string
  readonly rectifyDue: string
  readonly today: string
}

/**
 * The event a command leads to. Throws CaseworkError: CASE_STEP_REFUSED when state or role do not allow it,
 * CASE_OWN_LETTER, CASE_INPUT_INVALID.
 */
export function decide(one: Case, command: Command, actor: Actor, prepared: Prepared): NewEvent {
  assertAllowed(one, command, actor)
  assertInput(one, command, prepared)
  return eventOf(command, prepared)
}

export function assertAllowed(one: Case, command: Command, actor: Actor): void {
  const reason =
    refusal(one, command.type, actor.role) ??
    ('letterId' in command ? letterRefusal(one, command.type, command.letterId) : null)
  if (reason !== null) throw new CaseworkError('CASE_STEP_REFUSED', reason)
  if (command.type !== 'approve-letter') return
  if (letterOf(one, command.letterId)?.writers.includes(actor.name) === true) {
    throw new CaseworkError('CASE_OWN_LETTER')
  }
}

/** Commands whose note is the reason on record. */
const needReason = new Set<Command['type']>([
  'note',
  'void-letter',
  'return-letter',
  'judge',
  'set-rectification',
  'report-rectification',
  'close',
  'reopen',
  'decline-reopening',
  'propose-escalation',
  'decline-escalation',
  'recheck-done',
])
const shortestReason = 2

function assertInput(one: Case, command: Command, { today }: Prepared): void {
  if (
    needReason.has(command.type) &&
    'note' in command &&
    Array.from(command.note.trim()).length < shortestReason
  ) {
    throw new CaseworkError('CASE_INPUT_INVALID', '请写明理由或情况')
  }
  const problem = dateProblem(one, command, today)
  if (problem !== null) throw new CaseworkError('CASE_INPUT_INVALID', problem)
  if (command.type === 'judge') assertAmounts(command)
  if (command.type === 'assign' && command.to.trim() === '') {
    throw new CaseworkError('CASE_INPUT_INVALID', '请写明承办人')
  }
}

function dateProblem(one: Case, command: Command, today: string): string | null {
  switch (command.type) {
    case 'send-letter':
      return sendingProblem(command, today)
    case 'answer':
      return answeringProblem(one, command, today)
    case 'set-rectification':
      return command.dueOn !== null && command.dueOn < today ? '整改期限不能早于今天' : null
    case 'close':
      return command.recheckOn !== null && command.recheckOn <= today ? '复查日期应晚于今天' : null
    default:
      return null
  }
}

function answeringProblem(
  one: Case,
  { letterId, answeredOn }: Extract<Command, { type: 'answer' }>,
  today: string,
): string | null {
  if (answeredOn > today) return '答复日期不能晚于今天'
  return answeredOn < (letterOf(one, letterId)?.sentOn ?? '') ? '答复日期不能早于函件发出日期' : null
}

function sendingProblem(
  { sentOn, answerDue }: Extract<Command, { type: 'send-letter' }>,
  today: string,
): string | null {
  if (sentOn > today) return '发出日期不能晚于今天'
  return answerDue !== null && answerDue <= sentOn ? '答复期限应晚于发出日期' : null
}

function assertAmounts(command: Extract<Command, { type: 'judge' }>): void {
  const { outcome, confirmedAmount, recoveredAmount } = command
  if (outcome !== 'confirmed' && (confirmedAmount !== null || recoveredAmount !== null)) {
    throw new CaseworkError('CASE_INPUT_INVALID', '只有认定属实才填写金额')
  }
}

type Maker<T extends Command['type']> = (
  command: Extract<Command, { type: T }>,
  prepared: Prepared,
) => Omit<NewEvent, 'note'> & { readonly note?: string }

const makers: { readonly [T in Command['type']]: Maker<T> } = {
  verify: () => ({ kind: 'verified', data: {} }),
  assign: ({ to }) => ({ kind: 'assigned', data: { to: to.trim() } }),
  note: () => ({ kind: 'noted', data: {} }),
  join: (_, { finding }) => ({ kind: 'joined', data: required(finding) }),
  'draft-letter': (_, { letterId, textId }) => ({
    kind: 'letter-drafted',
    data: { letterId: required(letterId), textId: required(textId) },
  }),
  'edit-letter': ({ letterId }, { textId }) => ({
    kind: 'letter-edited',
    data: { letterId, textId: required(textId) },
  }),
  'void-letter': ({ letterId }) => ({ kind: 'letter-voided', data: { letterId } }),
  'approve-letter': ({ letterId }, { textId }) => ({
    kind: 'letter-approved',
    data: { letterId, textId: required(textId) },
  }),
  'return-letter': ({ letterId }) => ({ kind: 'letter-returned', data: { letterId } }),
  'send-letter': ({ letterId, sentOn, channel, answerDue }, prepared) => ({
    kind: 'letter-sent',
    data: { letterId, sentOn, channel, answerDue: answerDue ?? prepared.answerDue },
  }),
  answer: ({ letterId, answeredOn, files }) => ({ kind: 'answered', data: { letterId, answeredOn, files } }),
  judge: ({ outcome, confirmedAmount, recoveredAmount }) => ({
    kind: 'judged',
    data: { outcome, confirmedAmount, recoveredAmount },
  }),
  'set-rectification': ({ dueOn }, prepared) => ({
    kind: 'rectification-set',
    data: { dueOn: dueOn ?? prepared.rectifyDue },
  }),
  'report-rectification': ({ recoveredAmount, files }) => ({
    kind: 'rectification-reported',
    data: { recoveredAmount, files },
  }),
  close: ({ recheckOn }) => ({ kind: 'closed', data: { recheckOn } }),
  reopen: () => ({ kind: 'reopened', data: {} }),
  'decline-reopening': () => ({ kind: 'reopening-declined', data: {} }),
  'propose-escalation': ({ channel }) => ({ kind: 'escalation-proposed', data: { channel } }),
  'approve-escalation': () => ({ kind: 'escalation-approved', data: {} }),
  'decline-escalation': () => ({ kind: 'escalation-declined', data: {} }),
  'recheck-done': () => ({ kind: 'rechecked', data: {} }),
}

function eventOf(command: Command, prepared: Prepared): NewEvent {
  const make = makers[command.type] as Maker<Command['type']>
  return { note: 'note' in command ? command.note.trim() : '', ...make(command, prepared) } as NewEvent
}

/** What the store prepares before it asks; its absence is a programming mistake. */
function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('The command was not prepared')
  return value
}
