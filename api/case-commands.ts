import type { Command } from '#casework'
import type { CaseAction, CaseDecision } from './contract/index.ts'

/** An action of the contract as the casework layer takes it: what was left out or empty is null. */
export function toCommand(action: CaseAction | CaseDecision): Command {
  switch (action.type) {
    case 'send-letter':
      return { ...action, answerDue: orNull(action.answerDue) }
    case 'judge':
      return {
        ...action,
        confirmedAmount: orNull(action.confirmedAmount),
        recoveredAmount: orNull(action.recoveredAmount),
      }
    case 'set-rectification':
      return { ...action, dueOn: orNull(action.dueOn) }
    case 'report-rectification':
      return { ...action, recoveredAmount: orNull(action.recoveredAmount) }
    case 'close':
      return { ...action, recheckOn: orNull(action.recheckOn) }
    default:
      return action
  }
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
