import type {
  AccountProgress,
  DistrictTile,
  ExecutionMonth,
  FreshnessItem,
  HandlingStage,
  LateUnit,
} from '#contract'
import type { ScreenTopic, SeverityCount, TrendWeek } from '#contract'
import { formatChange, formatInteger, formatPercent } from '#ui'

/*
 * Every panel title says what its numbers mean, in one sentence made from those numbers. A sentence never says more
 * than the panel shows: no cause, no blame, and "not enough history" where the band is missing.
 */

/** Weekly voices against the expected band; the running week is left out because it is not over. */
export function trendHeadline(weeks: readonly TrendWeek[], today: string): string {
  const complete = weeks.filter((week) => addDays(week.weekStart, 7) <= today)
  const last = complete.at(-1)
  if (!last) return '尚无一整周的来信来电'
  const said = `上周 ${formatInteger(last.voices)} 件`
  if (last.expectedLow === null || last.expectedHigh === null) return `${said}，历史不足，不作判断`
  const band = `${formatInteger(Math.round(last.expectedLow))}–${formatInteger(Math.round(last.expectedHigh))}`
  const above = runLength(complete, (week) => week.expectedHigh !== null && week.voices > week.expectedHigh)
  if (above > 1) return `连续 ${above} 周高于预期：${said}`
  if (above === 1) return `${said}，高于预期的 ${band}`
  const below = runLength(complete, (week) => week.expectedLow !== null && week.voices < week.expectedLow)
  if (below > 0) return `${said}，低于预期的 ${band}`
  return `${said}，在预期之内`
}

export function topicsHeadline(topics: readonly ScreenTopic[]): string {
  const rising = topics.filter((topic) => topic.lifecycle === '上升' || topic.lifecycle === '反弹')
  if (topics.length === 0) return '近期没有集中反映的事项'
  if (rising.length === 0) return `${topics.length} 件集中反映的事项，均未再升`
  return `${topics.length} 件集中反映的事项，${rising.length} 件仍在上升`
}

export function districtsHeadline(districts: readonly DistrictTile[]): string {
  const most = [...districts].sort((a, b) => b.voices - a.voices || compare(a.district, b.district))[0]
  if (!most || most.voices === 0) return '近 30 天没有可归到区县的来件'
  const change = most.change === null ? '' : `，比前 30 天 ${formatChange(most.change, 0)}`
  return `${most.district}最多：${formatInteger(most.voices)} 件${change}`
}

export function stagesHeadline(total: number, stages: readonly HandlingStage[]): string {
  if (total === 0) return '尚无代表建议'
  const late = stages.find((stage) => stage.stage === '逾期未答复')?.suggestions ?? 0
  if (late === 0) return `${formatInteger(total)} 件建议，没有逾期未答复的`
  return `${formatInteger(late)} 件逾期未答复，占 ${formatPercent(late / total)}`
}

export function lateUnitsHeadline(units: readonly LateUnit[]): string {
  const open = units.filter((unit) => unit.unreplied > 0)
  const sum = open.reduce((total, unit) => total + unit.unreplied, 0)
  if (sum === 0) return '各单位都没有逾期未答复的建议'
  return `${open.length} 家单位 ${formatInteger(sum)} 件到期未答`
}

/** Progress by the newest month with data, against the share of the year that has passed. */
export function executionHeadline(months: readonly ExecutionMonth[]): string {
  const last = [...months].filter((month) => month.rate !== null).at(-1)
  if (typeof last?.rate !== 'number') return '预算或支付数据未到，暂无执行进度'
  const expected = last.seasonal ?? last.linear
  const basis = last.seasonal === null ? '时间进度' : '往年同期'
  const points = (last.rate - expected) * 100
  const gap =
    Math.abs(points) < 0.05
      ? `与${basis}持平`
      : `${points > 0 ? '快' : '慢'}于${basis} ${Math.abs(points).toFixed(1)} 点`
  return `${last.month} 月底支出 ${formatPercent(last.rate)}，${gap}`
}

/** The account furthest along and the one furthest behind; one account alone is named with its rate. */
export function accountsHeadline(accounts: readonly AccountProgress[], fiscalYear: number | null): string {
  const known = accounts.flatMap(({ account, rate }) => (rate === null ? [] : [{ account, rate }]))
  if (known.length > 0 && known.every((account) => account.rate === 0)) return '预算已到，支付数据未到'
  const [slowest, ...others] = known.sort((a, b) => a.rate - b.rate || compare(a.account, b.account))
  if (!slowest || fiscalYear === null) return '没有可比的预算与支付数据'
  if (others.length === 0) return `${slowest.account}已支出 ${formatPercent(slowest.rate)}`
  return `${slowest.account}最慢，支出 ${formatPercent(slowest.rate)}`
}

export function findingsHeadline(counts: readonly SeverityCount[]): string {
  const sum = counts.reduce((total, count) => total + count.findings, 0)
  const red = counts.find((count) => count.severity === '红')?.findings ?? 0
  if (sum === 0) return '没有待核实的疑点'
  return `${formatInteger(sum)} 条疑点待核实，红色 ${formatInteger(red)} 条`
}

export function freshnessHeadline(sources: readonly FreshnessItem[]): string {
  const dated = sources.filter((source) => source.dataTo !== null)
  const stale = dated.filter((source) => source.isStale).length
  const missing = sources.filter((source) => source.loads === 0).length
  if (dated.length === 0) return '还没有接入任何数据'
  if (stale > 0) return `${stale} 类数据超期未更新`
  return missing > 0 ? `${dated.length} 类按期更新，${missing} 类未接入` : `${dated.length} 类数据都按期更新`
}

function runLength<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let length = 0
  for (const item of [...items].reverse()) {
    if (!holds(item)) break
    length += 1
  }
  return length
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
