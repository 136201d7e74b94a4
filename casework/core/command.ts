import type { StoredFile } from './event.ts'
import type { EscalationChannel, Outcome } from './states.ts'

/** What a person may do to a case. Amounts are decimal 元, days 'YYYY-MM-DD'. */
export type Command =
  | { readonly type: 'verify'; readonly note: string }
  | { readonly type: 'assign'; readonly to: string }
  | { readonly type: 'note'; readonly note: string }
  | { readonly type: 'join'; readonly findingId: string; readonly note: string }
  | { readonly type: 'draft-letter'; readonly note: string }
  | { readonly type: 'edit-letter'; readonly letterId: string; readonly sections: LetterSections }
  | { readonly type: 'void-letter'; readonly letterId: string; readonly note: string }
  | { readonly type: 'approve-letter'; readonly letterId: string; readonly note: string }
  | { readonly type: 'return-letter'; readonly letterId: string; readonly note: string }
  | {
      readonly type: 'send-letter'
      readonly letterId: string
      readonly sentOn: string
      readonly channel: string
      readonly answerDue: string | null
    }
  | {
      readonly type: 'answer'
      readonly letterId: string
      readonly answeredOn: string
      readonly note: string
      readonly files: readonly StoredFile[]
    }
  | {
      readonly type: 'judge'
      readonly outcome: Outcome
      readonly note: string
      readonly confirmedAmount: string | null
      readonly recoveredAmount: string | null
    }
  | { readonly type: 'set-rectification'; readonly note: string; readonly dueOn: string | null }
  | {
      readonly type: 'report-rectification'
      readonly note: string
      readonly recoveredAmount: string | null
      readonly files: readonly StoredFile[]
    }
  | { readonly type: 'close'; readonly note: string; readonly recheckOn: string | null }
  | { readonly type: 'reopen'; readonly note: string }
  | { readonly type: 'decline-reopening'; readonly note: string }
  | { readonly type: 'propose-escalation'; readonly channel: EscalationChannel; readonly note: string }
  | { readonly type: 'approve-escalation'; readonly note: string }
  | { readonly type: 'decline-escalation'; readonly note: string }
  | { readonly type: 'recheck-done'; readonly note: string }

export type CommandType = Command['type']

/** The parts of a letter that people edit; paragraphs are separated by line breaks. */
export interface LetterSections {
  readonly title: string
  readonly addressee: string
  readonly body: string
  readonly signer: string
  readonly copies: string
  readonly contact: string
}
