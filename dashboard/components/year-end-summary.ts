import type { YearEndItem } from '#contract'

export interface YearEndSummary {
  /** Sum of the middle readings, 元. */
  readonly need: number
  /** The need as a share of the budgets it is for; null when nothing could be judged. */
  readonly share: number | null
  readonly above: number
  readonly unknown: number
  /** Items whose December is known, and how many of these lay inside what was usual. */
  readonly judged: number
  readonly inside: number
}

/** What the rows of the forecast come to together. */
export function summariseYearEnd(items: readonly YearEndItem[]): YearEndSummary {
  const forecast = items.flatMap((item) =>
    item.december === null ? [] : [{ ...item, december: item.december }],
  )
  const need = total(forecast.map(({ december }) => december.middle))
  const budget = total(forecast.map(({ adjustedBudget }) => adjustedBudget))
  const judged = forecast.filter(({ actual }) => actual !== null)
  return {
    need,
    share: budget > 0 ? need / budget : null,
    above: items.filter(({ isFarAboveUsual }) => isFarAboveUsual).length,
    unknown: items.length - forecast.length,
    judged: judged.length,
    inside: judged.filter(
      ({ actual, usual }) => Number(actual) >= Number(usual?.low) && Number(actual) <= Number(usual?.high),
    ).length,
  }
}

function total(amounts: readonly string[]): number {
  return amounts.reduce((sum, amount) => sum + Number(amount), 0)
}
