import { type BudgetDataset, type Payment } from '../dataset.ts'
import { type Narrowing } from '../narrowing.ts'
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
  /** Which payments the check must see one by one; absent when sums suffice. */
  readonly narrow?: readonly Narrowing[]
  find(dataset: BudgetDataset, payments: readonly Payment[]): QualityIssue[]
}

export function blockAll(...rules: string[]): Block[] {
  return rules.map((rule) => ({ rule }))
}
