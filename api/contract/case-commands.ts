import { Type, type Static } from 'typebox'
import { CaseFile, CaseOutcome, LetterSections } from './cases.ts'

const note = Type.String({ maxLength: 4000, description: '说明或理由' })
const letterId = Type.String({ minLength: 1, maxLength: 80 })
const day = Type.String({ format: 'date' })
const amount = Type.Optional(
  Type.String({ pattern: '^(\\d{1,14}(\\.\\d{1,2})?)?$', description: '元，十进制；空为不填' }),
)
const files = Type.Array(CaseFile, { maxItems: 20 })

/** What the supervision staff do. */
export const CaseAction = Type.Union([
  Type.Object({ type: Type.Literal('verify'), note }),
  Type.Object({ type: Type.Literal('assign'), to: Type.String({ minLength: 1, maxLength: 40 }) }),
  Type.Object({ type: Type.Literal('note'), note }),
  Type.Object({ type: Type.Literal('join'), findingId: Type.String({ maxLength: 200 }), note }),
  Type.Object({ type: Type.Literal('draft-letter'), note }),
  Type.Object({ type: Type.Literal('edit-letter'), letterId, sections: LetterSections }),
  Type.Object({ type: Type.Literal('void-letter'), letterId, note }),
  Type.Object({
    type: Type.Literal('send-letter'),
    letterId,
    sentOn: day,
    channel: Type.String({ minLength: 1, maxLength: 40, description: '怎样送达' }),
    answerDue: Type.Optional(day),
  }),
  Type.Object({ type: Type.Literal('answer'), letterId, answeredOn: day, note, files }),
  Type.Object({
    type: Type.Literal('judge'),
    outcome: CaseOutcome,
    note,
    confirmedAmount: amount,
    recoveredAmount: amount,
  }),
  Type.Object({ type: Type.Literal('set-rectification'), note, dueOn: Type.Optional(day) }),
  Type.Object({ type: Type.Literal('report-rectification'), note, recoveredAmount: amount, files }),
  Type.Object({ type: Type.Literal('close'), note, recheckOn: Type.Optional(day) }),
  Type.Object({ type: Type.Literal('reopen'), note }),
  Type.Object({ type: Type.Literal('decline-reopening'), note }),
  Type.Object({
    type: Type.Literal('propose-escalation'),
    channel: Type.Union([Type.Literal('deliberation'), Type.Literal('inquiry')]),
    note,
  }),
  Type.Object({ type: Type.Literal('recheck-done'), note }),
])
export type CaseAction = Static<typeof CaseAction>

/** What the leadership decides. */
export const CaseDecision = Type.Union([
  Type.Object({ type: Type.Literal('approve-letter'), letterId, note }),
  Type.Object({ type: Type.Literal('return-letter'), letterId, note }),
  Type.Object({ type: Type.Literal('approve-escalation'), note }),
  Type.Object({ type: Type.Literal('decline-escalation'), note }),
])
export type CaseDecision = Static<typeof CaseDecision>

const request = {
  version: Type.Integer({ minimum: 1, description: '办理人看到的版本' }),
  requestId: Type.String({ minLength: 8, maxLength: 64, description: '同一请求重复提交只办一次' }),
}

export const CaseActionRequest = Type.Object({ ...request, action: CaseAction })
export type CaseActionRequest = Static<typeof CaseActionRequest>

export const CaseDecisionRequest = Type.Object({ ...request, decision: CaseDecision })
export type CaseDecisionRequest = Static<typeof CaseDecisionRequest>

export const CaseOpenRequest = Type.Object({
  findingId: Type.String({ minLength: 1, maxLength: 200 }),
  note: Type.Optional(note),
  requestId: request.requestId,
})
export type CaseOpenRequest = Static<typeof CaseOpenRequest>

export const BulkLettersRequest = Type.Object({
  cases: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 200, uniqueItems: true }),
  requestId: request.requestId,
})
export type BulkLettersRequest = Static<typeof BulkLettersRequest>

export const BulkLetters = Type.Object({
  drafted: Type.Integer(),
  items: Type.Array(
    Type.Object({
      caseId: Type.String(),
      isDrafted: Type.Boolean(),
      why: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
export type BulkLetters = Static<typeof BulkLetters>
