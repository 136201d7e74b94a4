// The door of casework: findings → cases → letters → verdicts.
export { Casework, type Acting, type CaseworkDeps } from './casework.ts'
export { CaseworkError, caseworkErrors, type CaseworkErrorCode } from './errors.ts'
export { letterStatusLabels, stepOf, type Case, type Letter, type LetterStatus } from './core/case.ts'
export { clockOf, type Clock, type Colour } from './core/clock.ts'
export type { Command, CommandType, LetterSections } from './core/command.ts'
export { eventLabels, type Actor, type CaseEvent, type EventKind, type StoredFile } from './core/event.ts'
export {
  confirmedRate,
  needsChange,
  posteriorRate,
  priorRate,
  type ConfirmedRate,
  type RuleVerdicts,
} from './core/rates.ts'
export { similarCases, type Likeness } from './core/similar.ts'
export {
  channelLabels,
  outcomeLabels,
  stateLabels,
  stepLabels,
  type CaseState,
  type Outcome,
  type Step,
  type Turn,
} from './core/states.ts'
export { statisticsOf, type CaseStatistics } from './core/statistics.ts'
export { offers } from './core/transitions.ts'
export type { Evidence } from './letters/evidence.ts'
export type { LetterView } from './letters/desk.ts'
export type { CaseworkSettings } from './settings.ts'
