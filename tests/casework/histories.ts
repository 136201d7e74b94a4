import fc from 'fast-check'
import type { Actor, CaseEvent } from '../../casework/core/event.ts'

export const clerk: Actor = { name: 'clerk', displayName: '张示例', role: 'supervision' }
export const chief: Actor = { name: 'chief', displayName: '李示例', role: 'leader' }

/** The opening of an invented case. */
export function opening(changes: Partial<Extract<CaseEvent, { kind: 'opened' }>['data']> = {}): CaseEvent {
  return {
    id: 'e1',
    caseId: 'F1',
    version: 1,
    kind: 'opened',
    actor: clerk,
    at: '2026-03-02T01:00:00Z',
    note: '',
    number: { year: 2026, seq: 1 },
    data: {
      findingId: 'F1',
      evidenceId: 'V1',
      rule: 'B36',
      ruleName: '疑似重复支付',
      agencyCode: '101',
      unit: '云岭市示例局',
      fiscalYear: 2025,
      matter: '示例事项',
      amount: '1000.00',
      severity: '橙',
      previousCase: null,
      ...changes,
    },
  }
}

/** Any command with any of its parameters, most of them out of place. */
export const anyCommand = fc.oneof(
  ...(['verify', 'note', 'draft-letter', 'reopen', 'decline-reopening', 'recheck-done'] as const).map(
    (type) => fc.record({ type: fc.constant(type), note: fc.constantFrom('', '示例理由') }),
  ),
  ...(['void-letter', 'approve-letter', 'return-letter'] as const).map((type) =>
    fc.record({
      type: fc.constant(type),
      letterId: fc.constantFrom('L1', 'L2', 'L9'),
      note: fc.constantFrom('', '示例理由'),
    }),
  ),
  fc.record({
    type: fc.constant('send-letter' as const),
    letterId: fc.constantFrom('L1', 'L2'),
    sentOn: fc.constantFrom('2026-03-02', '2026-03-10', '2027-01-01'),
    channel: fc.constant('公文交换'),
    answerDue: fc.constantFrom(null, '2026-03-20', '2026-01-01'),
  }),
  fc.record({
    type: fc.constant('answer' as const),
    letterId: fc.constantFrom('L1', 'L2'),
    answeredOn: fc.constantFrom('2026-03-10', '2025-01-01'),
    note: fc.constantFrom('', '示例答复'),
    files: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('judge' as const),
    outcome: fc.constantFrom('confirmed' as const, 'explained' as const, 'false-alarm' as const),
    note: fc.constantFrom('', '示例理由'),
    confirmedAmount: fc.constantFrom(null, '10.00'),
    recoveredAmount: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('set-rectification' as const),
    note: fc.constant('示例要求'),
    dueOn: fc.constantFrom(null, '2026-06-30', '2020-01-01'),
  }),
  fc.record({
    type: fc.constant('report-rectification' as const),
    note: fc.constant('示例情况'),
    recoveredAmount: fc.constantFrom(null, '5.00'),
    files: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('close' as const),
    note: fc.constantFrom('', '示例理由'),
    recheckOn: fc.constantFrom(null, '2027-03-10'),
  }),
  fc.record({
    type: fc.constant('propose-escalation' as const),
    channel: fc.constantFrom('deliberation' as const, 'inquiry' as const),
    note: fc.constant('示例理由'),
  }),
  fc.record({
    type: fc.constantFrom('approve-escalation' as const, 'decline-escalation' as const),
    note: fc.constant('示例'),
  }),
)

export const anyActor = fc.constantFrom(clerk, chief, { name: 'x', displayName: '王示例', role: 'research' })
