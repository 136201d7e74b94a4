import { type BudgetDataset, type BudgetLine, groupBy, unitYearKey } from './dataset.ts'

/** Money of an earlier year, as the source of a budget line names it. */
export function isCarriedOver({ source }: BudgetLine): boolean {
  return /结转|结余/u.test(source ?? '')
}

/** Lines of a year that carry money over from the year before, by unit and year. */
export function carriedLines(dataset: BudgetDataset): Map<string, BudgetLine[]> {
  return groupBy(dataset.lines.filter(isCarriedOver), (line) => unitYearKey(line.unit, line.year))
}
