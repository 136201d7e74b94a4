import { monthStart, officeDayFrom } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { type PlannedLine } from './plan.ts'
import { type Adjustment, type Cents } from './rows.ts'

/** One or two small adjustments for about half of the unit-years, all before the fourth quarter. */
export function adjustLines(plans: readonly PlannedLine[], random: Random): Adjustment[] {
  const byUnit = new Map<string, PlannedLine[]>()
  for (const plan of plans) {
    const key = `${plan.line.fiscalYear}-${plan.line.agencyCode}`
    byUnit.set(key, [...(byUnit.get(key) ?? []), plan])
  }
  const adjustments: Adjustment[] = []
  for (const group of byUnit.values()) {
    const projects = group.filter(({ line, isProject }) => isProject && line.sourceType === '年初')
    const [from, to] = random.shuffle(projects)
    if (!to || !from || random.chance(0.3)) continue
    const sum = Math.round((Math.min(from.line.amount, to.line.amount) * 0.06) / 10_000) * 10_000
    const isExtra = random.chance(0.45)
    const base = { day: officeDayFrom(monthStart(to.line.fiscalYear, random.int(4, 8)) + random.int(0, 25)) }
    adjustments.push(adjustment(adjustments.length, to, { ...base, added: sum, reduced: 0 }, isExtra))
    if (!isExtra)
      adjustments.push(adjustment(adjustments.length, from, { ...base, added: 0, reduced: sum }, false))
  }
  return adjustments
}

function adjustment(
  index: number,
  { line }: PlannedLine,
  change: { day: number; added: Cents; reduced: Cents },
  isExtra: boolean,
): Adjustment {
  return {
    adjId: `TZ${line.fiscalYear}${String(index + 1).padStart(4, '0')}`,
    bgtId: line.bgtId,
    fiscalYear: line.fiscalYear,
    ...change,
    docNo: `云财${isExtra ? '追' : '调'}〔${line.fiscalYear}〕${index + 11}号`,
    approvedBy: isExtra
      ? `云政函〔${line.fiscalYear}〕${index + 7}号`
      : `部门调剂备案${line.fiscalYear}-${index + 3}`,
  }
}

/** 分 available on each line after adjustments. */
export function adjustedAmounts(
  plans: readonly PlannedLine[],
  adjustments: readonly Adjustment[],
): Map<string, Cents> {
  const amounts = new Map(plans.map(({ line }) => [line.bgtId, line.amount + line.added - line.reduced]))
  for (const { bgtId, added, reduced } of adjustments) {
    amounts.set(bgtId, (amounts.get(bgtId) ?? 0) + added - reduced)
  }
  return amounts
}
