import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveLetter, stepOf, type Case } from '../../casework/core/case.ts'
import type { Command } from '../../casework/core/command.ts'
import { decide, type Prepared } from '../../casework/core/decide.ts'
import type { Actor, CaseEvent } from '../../casework/core/event.ts'
import { foldCase } from '../../casework/core/fold.ts'
import { handOf, offers, rules } from '../../casework/core/transitions.ts'
import { CaseworkError } from '#casework'
import { anyActor, anyCommand, chief, clerk, opening } from './histories.ts'

const prepared: Prepared = { today: '2026-03-10', answerDue: '2026-03-24', rectifyDue: '2026-06-05' }

/** Carries commands out one after another; refused ones leave no trace. */
function play(commands: readonly (readonly [Command, Actor])[]): { events: CaseEvent[]; refused: number } {
  const events: CaseEvent[] = [opening()]
  let refused = 0
  let letters = 0
  for (const [command, actor] of commands) {
    const one = folded(events)
    const ids =
      command.type === 'draft-letter' ? { letterId: `L${letters + 1}`, textId: 't' } : { textId: 't' }
    try {
      const event = decide(one, command, actor, { ...prepared, ...ids })
      if (command.type === 'draft-letter') letters += 1
      const version = events.length + 1
      const at = `2026-03-10T${String(version % 24).padStart(2, '0')}:00:00Z`
      const number = event.kind === 'letter-approved' ? { year: 2026, seq: version } : null
      events.push({ ...event, id: `e${version}`, caseId: 'F1', version, actor, at, number })
    } catch (error) {
      if (!(error instanceof CaseworkError)) throw error
      refused += 1
    }
  }
  return { events, refused }
}

function folded(events: readonly CaseEvent[]): Case {
  const one = foldCase(events)
  if (one === null) throw new Error('a case was expected')
  return one
}

function play1(...commands: (readonly [Command, Actor])[]): Case {
  const { events, refused } = play(commands)
  expect(refused).toBe(0)
  return folded(events)
}

const history = fc.array(fc.tuple(anyCommand as fc.Arbitrary<Command>, anyActor), { maxLength: 60 })

describe('any sequence of commands', () => {
  it('keeps what must always hold of a case', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { events } = play(commands)
        const one = folded(events)
        expect(one.version).toBe(events.length)
        expect(
          one.letters.filter(({ status }) => !['void', 'answered'].includes(status)).length,
        ).toBeLessThanOrEqual(1)
        for (const letter of one.letters) {
          if (letter.approvedBy !== null) {
            expect(letter.writers).not.toContain(letter.approvedBy.name)
            expect(letter.approvedBy.role).toBe('leader')
          }
          if (letter.sentOn !== null) expect(letter.number).not.toBeNull()
        }
        if (one.state === 'inquiring') expect(liveLetter(one)).not.toBeNull()
        if (['judged', 'rectifying'].includes(one.state)) expect(one.verdict).not.toBeNull()
        if (one.state === 'closed') expect(one.verdict).not.toBeNull()
        const running = one.steps.filter(({ until }) => until === null)
        expect(running.map(({ step }) => step)).toEqual(stepOf(one) === null ? [] : [stepOf(one)])
        one.steps.slice(1).forEach((step, index) => {
          expect(step.since >= (one.steps[index]?.until ?? '')).toBe(true)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('carries out exactly what the page offers to the role, and nothing for other roles', () => {
    fc.assert(
      fc.property(history, anyActor, (commands, actor) => {
        const one = folded(play(commands).events)
        const offered = offers(one, actor.role)
        if (handOf(actor.role) === null) expect(offered).toEqual([])
        for (const type of offered) expect(rules[type].hand).toBe(handOf(actor.role))
        if (offered.includes('verify')) {
          expect(decide(one, { type: 'verify', note: '' }, actor, prepared).kind).toBe('verified')
        }
      }),
    )
  })

  it('is the same case however often it is folded, and its beginning is a case of its own', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { events } = play(commands)
        expect(foldCase(events)).toEqual(foldCase(events))
        const half = folded(events.slice(0, Math.ceil(events.length / 2)))
        expect(half.version).toBe(Math.ceil(events.length / 2))
      }),
    )
  })
})

describe('a history that was never written here', () => {
  it('is refused: no opening, a missing version, a second opening', () => {
    const second = { ...opening(), id: 'e2', version: 2 }
    expect(() => foldCase([second])).toThrow(RangeError)
    expect(() => foldCase([opening(), { ...second, version: 3 }])).toThrow(RangeError)
    expect(() => foldCase([opening(), second])).toThrow(RangeError)
    expect(foldCase([])).toBeNull()
  })
})

describe('the way from opening to closing', () => {
  const verify = [{ type: 'verify', note: '' }, clerk] as const
  const draft = [{ type: 'draft-letter', note: '' }, clerk] as const
  const approve = [{ type: 'approve-letter', letterId: 'L1', note: '' }, chief] as const
  const send = [
    { type: 'send-letter', letterId: 'L1', sentOn: '2026-03-10', channel: '专人', answerDue: null },
    clerk,
  ] as const
  const answer = [
    { type: 'answer', letterId: 'L1', answeredOn: '2026-03-10', note: '示例答复', files: [] },
    clerk,
  ] as const
  const judge = (outcome: 'confirmed' | 'explained') =>
    [
      { type: 'judge', outcome, note: '示例理由', confirmedAmount: null, recoveredAmount: null },
      clerk,
    ] as const
  const close = [{ type: 'close', note: '示例理由', recheckOn: '2027-03-10' }, clerk] as const

  it('goes through every step, and whose turn it is goes with it', () => {
    expect(stepOf(play1())).toBe('verify')
    expect(stepOf(play1(verify))).toBe('conclude')
    expect(stepOf(play1(verify, draft))).toBe('approve')
    expect(stepOf(play1(verify, draft, approve))).toBe('send')
    const sent = play1(verify, draft, approve, send)
    expect([stepOf(sent), sent.steps.at(-1)?.dueOn]).toEqual(['answer', '2026-03-24'])
    expect(stepOf(play1(verify, draft, approve, send, answer))).toBe('judge')
    expect(stepOf(play1(verify, draft, approve, send, answer, judge('confirmed')))).toBe('plan')
    const closed = play1(verify, draft, approve, send, answer, judge('explained'), close)
    expect([closed.state, stepOf(closed), closed.recheck?.dueOn]).toEqual(['closed', 'recheck', '2027-03-10'])
  })

  it('does not close a confirmed case without a demand to put it right', () => {
    const { refused } = play([verify, judge('confirmed'), close])
    expect(refused).toBe(1)
    const demand = [{ type: 'set-rectification', note: '示例要求', dueOn: null }, clerk] as const
    expect(play1(verify, judge('confirmed'), demand, close).state).toBe('closed')
  })

  it('lets nobody approve what he wrote, even when his role changed', () => {
    const turncoat = { ...clerk, role: 'leader' }
    const { events } = play([verify, draft])
    const command = { type: 'approve-letter', letterId: 'L1', note: '' } as const
    expect(() => decide(folded(events), command, turncoat, prepared)).toThrow('CASE_OWN_LETTER')
  })

  it('forgets the verdict when the case is reopened', () => {
    const reopen = [{ type: 'reopen', note: '示例理由' }, clerk] as const
    const one = play1(verify, judge('explained'), close, reopen)
    expect([one.state, one.verdict, one.timesReopened]).toEqual(['verifying', null, 1])
  })
})
