import { addDays, addWorkdays, isCalendarKnown, shanghaiDay, workdaysBetween } from '#calendar'
import type { CaseworkSettings } from '../settings.ts'
import { stepOf, type Case, type StepTime } from './case.ts'
import type { Step, Turn } from './states.ts'
import { stepTurns } from './states.ts'

export type Colour = 'green' | 'yellow' | 'red'

export interface Clock {
  readonly step: Step
  readonly turn: Turn
  /** Day the step began, in Shanghai. */
  readonly since: string
  readonly dueOn: string
  readonly colour: Colour
  /** Working days left; negative when overdue. */
  readonly daysLeft: number
  /** The holidays of the due date's year are not published yet. */
  readonly isEstimate: boolean
}

type ClockSettings = Pick<CaseworkSettings, 'terms' | 'yellowDays'>

/** How the step now due stands; null when nothing is due. */
export function clockOf(one: Case, today: string, settings: ClockSettings): Clock | null {
  const step = stepOf(one)
  const running = one.steps.at(-1)
  if (step === null || running?.until !== null) return null
  const dueOn = dueDay(running, settings)
  const daysLeft = workdaysBetween(today, dueOn)
  return {
    step,
    turn: stepTurns[step],
    since: shanghaiDay(running.since),
    dueOn,
    colour: today > dueOn ? 'red' : isNear(running, dueOn, daysLeft, settings) ? 'yellow' : 'green',
    daysLeft,
    isEstimate: !isCalendarKnown(Number(dueOn.slice(0, 4))),
  }
}

/** Some days before the due day, but never for more than the last third of the term. */
function isNear(time: StepTime, dueOn: string, daysLeft: number, { yellowDays }: ClockSettings): boolean {
  const term = workdaysBetween(shanghaiDay(time.since), dueOn)
  return daysLeft <= Math.min(yellowDays, Math.max(1, Math.floor(term / 3)))
}

/** Last day of a step: the day a person set, or its term in working days. */
export function dueDay(time: StepTime, { terms }: Pick<ClockSettings, 'terms'>): string {
  if (time.dueOn !== null) return time.dueOn
  const began = shanghaiDay(time.since)
  return time.step === 'recheck' ? addDays(began, 365) : addWorkdays(began, terms[time.step])
}

/** Of the steps that ended, how many did so by their last day. */
export function punctuality(
  steps: readonly StepTime[],
  settings: Pick<ClockSettings, 'terms'>,
): { ended: number; onTime: number } {
  const ended = steps.filter(({ until }) => until !== null)
  const onTime = ended.filter((time) => shanghaiDay(time.until ?? '') <= dueDay(time, settings))
  return { ended: ended.length, onTime: onTime.length }
}
