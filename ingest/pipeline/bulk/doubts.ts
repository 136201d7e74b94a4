import { unknownTo, referencesOf } from '../../sources/references.ts'
import { compileCheck, type Check, type RowTest } from '../../sources/check.ts'
import type { ColumnPlan } from '../column-plan.ts'
import type { SheetPlan } from '../sheet-plan.ts'

/** A check between fields, for the combinations of texts a file has in them. */
export interface CombinedCheck {
  readonly columns: readonly ColumnPlan[]
  readonly test: RowTest
}

/** What may be wrong with a row whose cells can all be read; the reader then has to look at it. */
export interface Doubts {
  /** Field → true for a value that alone makes its row doubtful. */
  readonly values: ReadonlyMap<string, (value: string) => boolean>
  readonly combined: readonly CombinedCheck[]
}

/** Rows with a negative number are always left to the reader, so that checks of signs need nothing here. */
export function doubtsOf(plan: SheetPlan, columns: readonly ColumnPlan[]): Doubts {
  const byName = new Map(columns.map((column) => [column.field.name, column]))
  const values = new Map<string, (value: string) => boolean>()
  const combined: CombinedCheck[] = []
  const also = (field: string, isDoubtful: (value: string) => boolean): void => {
    const before = values.get(field)
    values.set(field, before ? (value) => before(value) || isDoubtful(value) : isDoubtful)
  }
  for (const reference of referencesOf(plan.contract.kind, plan.masters))
    if (byName.has(reference.field)) also(reference.field, unknownTo(plan.masters, reference))
  for (const check of plan.contract.checks ?? []) {
    if (check.rule === 'not_negative' || check.rule === 'negative_only_for') continue
    if (check.rule === 'negative_for')
      also(check.by, (value) => check.words.some((word) => value.includes(word)))
    else combined.push(...combine(check, byName))
  }
  return { values, combined }
}

/** Checks that compare fields with one another. */
type Comparison = Exclude<Check, { rule: 'not_negative' | 'negative_only_for' | 'negative_for' }>

function combine(check: Comparison, columns: ReadonlyMap<string, ColumnPlan>): CombinedCheck[] {
  const test = compileCheck(
    check,
    (name) => columns.get(name)?.position ?? -1,
    (name) => columns.get(name)?.field.type ?? 'text',
  )
  if (!test) return []
  const concerned = fieldsOf(check)
    .map((name) => columns.get(name))
    .filter((column) => column !== undefined)
  return [{ columns: concerned, test }]
}

function fieldsOf(check: Comparison): string[] {
  if ('than' in check) return [check.field, check.than]
  return 'or' in check ? [check.field, check.or] : [check.field, ...[check.of].flat()]
}
