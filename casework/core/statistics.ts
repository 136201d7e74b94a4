import { shanghaiDay, workdaysBetween } from '#calendar'
import type { CaseworkSettings } from '../settings.ts'
import type { Case } from './case.ts'
import { clockOf, punctuality } from './clock.ts'
import { confirmedRate, countVerdicts, needsChange, type ConfirmedRate, type RuleVerdicts } from './rates.ts'
import { stateLabels, type CaseState } from './states.ts'
import { sumYuan } from '#terms'

export interface CaseStatistics {
  readonly total: number
  readonly open: number
  readonly closed: number
  readonly reopened: number
  readonly yellow: number
  readonly red: number
  /** Steps that ended, and those of them by their last day. */
  readonly stepsEnded: number
  readonly stepsOnTime: number
  /** Working days from opening to closing, median of the closed; null without any. */
  readonly medianWorkdays: number | null
  /** 元 */
  readonly confirmedAmount: string
  readonly recoveredAmount: string
  readonly states: readonly { readonly state: CaseState; readonly cases: number }[]
  readonly rules: readonly RuleFigures[]
  readonly units: readonly UnitFigures[]
}

export interface RuleFigures extends RuleVerdicts, ConfirmedRate {
  readonly name: string
  readonly cases: number
  readonly needsChange: boolean
}

export interface UnitFigures {
  readonly unit: string
  readonly cases: number
  readonly open: number
  readonly confirmed: number
  readonly red: number
}

/** All figures of the statistics page from the folded cases, as of one day. */
export function statisticsOf(
  cases: readonly Case[],
  today: string,
  settings: CaseworkSettings,
): CaseStatistics {
  const colours = cases.map((one) => clockOf(one, today, settings)?.colour ?? null)
  const closed = cases.filter(({ state }) => state === 'closed')
  const times = cases.map((one) => punctuality(one.steps, settings))
  return {
    total: cases.length,
    open: cases.length - closed.length,
    closed: closed.length,
    reopened: cases.filter(({ timesReopened }) => timesReopened > 0).length,
    yellow: colours.filter((colour) => colour === 'yellow').length,
    red: colours.filter((colour) => colour === 'red').length,
    stepsEnded: times.reduce((total, { ended }) => total + ended, 0),
    stepsOnTime: times.reduce((total, { onTime }) => total + onTime, 0),
    medianWorkdays: median(
      closed.map((one) =>
        workdaysBetween(shanghaiDay(one.openedAt), shanghaiDay(one.closedAt ?? one.lastAt)),
      ),
    ),
    confirmedAmount: sumYuan(cases.map(({ verdict }) => verdict?.confirmedAmount ?? null)),
    recoveredAmount: sumYuan(cases.map(({ verdict }) => verdict?.recoveredAmount ?? null)),
    states: (Object.keys(stateLabels) as CaseState[]).map((state) => ({
      state,
      cases: cases.filter((one) => one.state === state).length,
    })),
    rules: ruleFigures(cases, settings),
    units: unitFigures(cases, colours),
  }
}

function ruleFigures(cases: readonly Case[], { ranking }: CaseworkSettings): RuleFigures[] {
  const verdicts = new Map(countVerdicts(cases).map((one) => [one.rule, one]))
  const rules = new Map<string, { name: string; cases: number }>()
  for (const { findings } of cases) {
    const [{ rule, ruleName }] = findings
    rules.set(rule, { name: ruleName, cases: (rules.get(rule)?.cases ?? 0) + 1 })
  }
  return [...rules]
    .map(([rule, { name, cases: count }]) => {
      const counted = verdicts.get(rule) ?? { rule, confirmed: 0, explained: 0, falseAlarm: 0 }
      const rate = confirmedRate(counted)
      const limits = { below: ranking.reviewBelow, after: ranking.reviewAfter }
      return { ...counted, ...rate, name, cases: count, needsChange: needsChange(rate, limits) }
    })
    .sort((a, b) => b.cases - a.cases || (a.rule < b.rule ? -1 : 1))
}

function unitFigures(cases: readonly Case[], colours: readonly (string | null)[]): UnitFigures[] {
  const units = new Map<string, UnitFigures>()
  cases.forEach((one, index) => {
    const { unit } = one.findings[0]
    const known = units.get(unit) ?? { unit, cases: 0, open: 0, confirmed: 0, red: 0 }
    units.set(unit, {
      unit,
      cases: known.cases + 1,
      open: known.open + (one.state === 'closed' ? 0 : 1),
      confirmed: known.confirmed + (one.verdict?.outcome === 'confirmed' ? 1 : 0),
      red: known.red + (colours[index] === 'red' ? 1 : 0),
    })
  })
  return [...units.values()].sort((a, b) => b.cases - a.cases || (a.unit < b.unit ? -1 : 1))
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
