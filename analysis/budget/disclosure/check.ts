import { type Line } from './document.ts'
import { checkForm, unitOf, yearOf } from './form-checks.ts'
import { type DisclosureIssue } from './issue.ts'
import { checkNarrative } from './narrative.ts'
import { checkTables } from './table-checks.ts'
import { tablesOf } from './tables.ts'

export interface DisclosureReport {
  readonly year: number | null
  /** The department's name as the cover has it. */
  readonly unit: string | null
  /** Names of the tables read; none: the file is no department's final accounts, or has no text layer. */
  readonly tables: readonly string[]
  readonly issues: readonly DisclosureIssue[]
}

/**
 * B46, a department's published final accounts: tables against themselves and each other, text against tables, form.
 * Pure; amounts are compared in 万元 with the tolerance of rounding.
 */
export function checkDisclosure(lines: readonly Line[]): DisclosureReport {
  const tables = tablesOf(lines)
  const issues =
    tables.length === 0
      ? []
      : [...checkForm(lines, tables), ...checkTables(tables), ...checkNarrative(lines, tables)]
  return {
    year: yearOf(lines),
    unit: unitOf(lines),
    tables: tables.map(({ name }) => name),
    issues: [...issues].sort((a, b) => a.page - b.page || a.row - b.row || (a.text < b.text ? -1 : 1)),
  }
}
