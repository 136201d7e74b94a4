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

function combine(check: Check, columns: ReadonlyMap<string, ColumnPlan>): CombinedCheck[] {
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

function fieldsOf(check: Check): string[] {
  switch (check.rule) {
    case 'not_before':
    case 'different':
      return [check.field, check.than]
    case 'any_given':
      return [check.field, check.or]
    case 'at_most':
      return [check.field, ...check.of]
    case 'year_near':
      return [check.field, check.of]
    case 'not_negative':
      return [check.field]
    case 'negative_for':
      return [check.field, check.by]
    case 'negative_only_for':
      return [check.field, ...check.by]
  }
}
