import { stepOf, type Case, type Letter, type LinkedFinding } from './case.ts'
import type { CaseEvent, EventKind, EventOf, FindingFacts } from './event.ts'
import type { CaseState } from './states.ts'

type Applier<K extends EventKind> = (before: Case, event: EventOf<K>) => Partial<Case>

/**
 * A case from its events in order of version; null without any. Throws RangeError when the first is not the opening
 * or a version is missing: such a history was never written by this product.
 */
export function foldCase(events: readonly CaseEvent[]): Case | null {
  const [first, ...rest] = events
  if (first === undefined) return null
  if (first.kind !== 'opened' || first.version !== 1) throw new RangeError('A case begins with its opening')
  return rest.reduce(applyEvent, opened(first))
}

/** The case after one more event. */
export function applyEvent(before: Case, event: CaseEvent): Case {
  if (event.version !== before.version + 1) throw new RangeError('A version of the case is missing')
  const apply = appliers[event.kind] as Applier<EventKind>
  const after: Case = {
    ...before,
    ...apply(before, event),
    version: event.version,
    lastAt: event.at,
    lastActor: event.actor,
  }
  return { ...after, steps: withStep(before, after, event.at) }
}

function opened(event: EventOf<'opened'>): Case {
  const { previousCase, ...facts } = event.data
  return {
    id: event.caseId,
    version: 1,
    number: event.number,
    state: 'filed',
    findings: [{ ...facts, isGone: false }],
    previousCase,
    openedAt: event.at,
    lastAt: event.at,
    lastActor: event.actor,
    handler: event.actor.displayName,
    letters: [],
    answers: [],
    verdict: null,
    rectification: null,
    escalation: null,
    reopening: null,
    settledAt: null,
    recheck: null,
    closedAt: null,
    timesReopened: 0,
    steps: [{ step: 'verify', since: event.at, until: null, dueOn: null }],
  }
}

const to = (state: CaseState) => ({ state })

const appliers: { readonly [K in EventKind]: Applier<K> } = {
  opened: () => {
    throw new RangeError('A case is opened once')
  },
  verified: () => to('verifying'),
  assigned: (_, { data }) => ({ handler: data.to }),
  noted: () => ({}),
  joined: (one, { data }) => ({ findings: withFinding(one, data) }),
  'letter-drafted': (one, event) => ({ state: 'inquiring', letters: [...one.letters, drafted(event)] }),
  'letter-edited': (one, { data, actor }) => ({
    letters: change(one, data.letterId, (letter) => ({
      status: 'draft',
      textId: data.textId,
      writers: [...new Set([...letter.writers, actor.name])],
    })),
  }),
  'letter-approved': (one, { data, number, at, actor }) => ({
    letters: change(one, data.letterId, () => ({
      status: 'approved',
      number,
      approvedAt: at,
      approvedBy: actor,
    })),
  }),
  'letter-returned': (one, { data }) => ({
    letters: change(one, data.letterId, () => ({ status: 'returned' })),
  }),
  'letter-voided': (one, { data }) => ({
    ...to(one.answers.length > 0 ? 'answered' : 'verifying'),
    letters: change(one, data.letterId, () => ({ status: 'void' })),
  }),
  'letter-sent': (one, { data }) => ({
    letters: change(one, data.letterId, () => ({
      status: 'sent',
      sentOn: data.sentOn,
      channel: data.channel,
      answerDue: data.answerDue,
    })),
  }),
  answered: (one, { data, note, at }) => ({
    state: one.state === 'inquiring' ? 'answered' : one.state,
    letters: change(one, data.letterId, () => ({ status: 'answered' })),
    answers: [...one.answers, { ...data, summary: note, registeredAt: at }],
  }),
  judged: (one, { data, note, at, actor }) => ({
    ...to('judged'),
    verdict: { ...data, reason: note, at, by: actor },
    letters: one.letters.map((letter) =>
      letter.status === 'sent' ? { ...letter, status: 'answered' } : letter,
    ),
    rectification: null,
  }),
  'rectification-set': (_, { data, note, at }) => ({
    ...to('rectifying'),
    rectification: { demand: note, dueOn: data.dueOn, setAt: at },
  }),
  'rectification-reported': (one, { data }) => ({
    verdict:
      one.verdict === null || data.recoveredAmount === null
        ? one.verdict
        : { ...one.verdict, recoveredAmount: data.recoveredAmount },
  }),
  closed: (one, { data, at }) => ({
    ...to('closed'),
    closedAt: at,
    settledAt: { amount: one.findings[0].amount, severity: one.findings[0].severity },
    reopening: null,
    recheck: data.recheckOn === null ? null : { dueOn: data.recheckOn, findingId: null, isDone: false },
  }),
  reopened: (one) => ({
    ...to('verifying'),
    closedAt: null,
    verdict: null,
    rectification: null,
    reopening: null,
    recheck: null,
    timesReopened: one.timesReopened + 1,
  }),
  'reopening-proposed': (_, { data, note }) => ({ reopening: { ...data, reason: note } }),
  'reopening-declined': (one) => ({
    reopening: null,
    settledAt:
      one.reopening === null
        ? one.settledAt
        : { amount: one.reopening.amount, severity: one.reopening.severity },
  }),
  'escalation-proposed': (_, { data, note }) => ({
    escalation: { channel: data.channel, status: 'proposed', reason: note },
  }),
  'escalation-approved': (one) => ({
    escalation: one.escalation && { ...one.escalation, status: 'approved' },
  }),
  'escalation-declined': (one) => ({
    escalation: one.escalation && { ...one.escalation, status: 'declined' },
  }),
  'finding-changed': (one, { data }) => ({ findings: withFinding(one, data) }),
  'finding-gone': (one, { data }) => ({ findings: markGone(one, data.findingId, true) }),
  'finding-back': (one, { data }) => ({ findings: markGone(one, data.findingId, false) }),
  'recheck-found': (one, { data }) => ({
    recheck: one.recheck && { ...one.recheck, findingId: data.findingId },
  }),
  rechecked: (one) => ({ recheck: one.recheck && { ...one.recheck, isDone: true } }),
}

function drafted({ data, actor, at }: EventOf<'letter-drafted'>): Letter {
  return {
    id: data.letterId,
    status: 'draft',
    textId: data.textId,
    draftId: data.textId,
    writers: [actor.name],
    draftedAt: at,
    number: null,
    approvedAt: null,
    approvedBy: null,
    sentOn: null,
    channel: null,
    answerDue: null,
  }
}

function change(one: Case, letterId: string, changes: (letter: Letter) => Partial<Letter>): Letter[] {
  return one.letters.map((letter) => (letter.id === letterId ? { ...letter, ...changes(letter) } : letter))
}

function withFinding(one: Case, facts: FindingFacts): Case['findings'] {
  const fresh: LinkedFinding = { ...facts, isGone: false }
  const [first, ...others] = one.findings
  if (first.findingId === facts.findingId) return [fresh, ...others]
  return [first, ...others.filter(({ findingId }) => findingId !== facts.findingId), fresh]
}

function markGone(one: Case, findingId: string, isGone: boolean): Case['findings'] {
  const mark = (finding: LinkedFinding) =>
    finding.findingId === findingId ? { ...finding, isGone } : finding
  const [first, ...others] = one.findings
  return [mark(first), ...others.map(mark)]
}

/** Ends the running step and begins the next when what is due has changed. */
function withStep(before: Case, after: Case, at: string): Case['steps'] {
  const step = stepOf(after)
  const dueOn = step === null ? null : dayOf(after, step)
  const running = before.steps.at(-1)
  const isSame = running?.until === null && running.step === step && running.dueOn === dueOn
  if (isSame || (step === null && running?.until !== null)) return before.steps
  const ended = before.steps.map((one) => (one.until === null ? { ...one, until: at } : one))
  return step === null ? ended : [...ended, { step, since: at, until: null, dueOn }]
}

function dayOf(one: Case, step: string): string | null {
  if (step === 'answer') return one.letters.find(({ status }) => status === 'sent')?.answerDue ?? null
  if (step === 'rectify') return one.rectification?.dueOn ?? null
  return step === 'recheck' ? (one.recheck?.dueOn ?? null) : null
}
