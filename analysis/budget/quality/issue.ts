import { type BudgetDataset, type Payment } from '../dataset.ts'
import { type EvidenceRow } from '../rule.ts'

export interface Block {
  readonly rule: string
  /** Without a matter the whole unit and year is closed to the rule. */
  readonly matter?: string
}

export interface QualityIssue {
  readonly unit: string
  readonly year: number
  readonly cents: number
  readonly text: string
  readonly formulaFilled: string
  readonly rows: readonly EvidenceRow[]
  readonly blocks: readonly Block[]
  readonly copies?: readonly Payment[]
}

export interface QualityCheck {
  readonly id: string
  readonly name: string
  readonly formula: string
  readonly innocentCauses: readonly string[]
  find(dataset: BudgetDataset): QualityIssue[]
}

/** Middle value; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

export function blockAll(...rules: string[]): Block[] {
  return rules.map((rule) => ({ rule }))
}
