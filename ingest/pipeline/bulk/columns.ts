import type { BulkColumn, BulkForm, BulkRows, BulkValue } from '#warehouse'
import { Refusal } from '../../values/refusal.ts'
import { keptNames } from '../column-names.ts'
import type { ColumnPlan } from '../column-plan.ts'
import type { SheetPlan } from '../sheet-plan.ts'
import type { Doubts } from './doubts.ts'
import { formOf, isPlainJson, judge, judgeUnknown } from './judge.ts'

/** Texts of a column that are judged: so many, or a quarter of the rows. */
const fewTexts = 20_000

/**
 * How the engine is to take each column, the texts outside its plain form judged one by one. Null when a column has too
 * many of them: then reading row by row costs no more.
 */
export async function judgeColumns(
  plan: SheetPlan,
  planned: readonly ColumnPlan[],
  doubts: Doubts,
  rows: BulkRows,
): Promise<BulkColumn[] | null> {
  const names = keptNames(plan.headers)
  const columns: BulkColumn[] = []
  for (const column of planned) {
    const judged = await judgeColumn(plan, column, doubts, names[column.index] ?? '', rows)
    if (!judged) return null
    columns.push(judged)
  }
  const taken = new Set(planned.map(({ index }) => index))
  for (const [index, header] of names.entries()) {
    if (taken.has(index)) continue
    const texts = await rows.texts(index, null, textLimit(rows))
    if (!texts) return null
    columns.push(unknownColumn(index, header, valuesOf(texts, judgeUnknown)))
  }
  return columns
}

/** True where a column of the file serves the field, or a constant that can be read and stands in JSON as it is. */
export function hasReadableConstant(column: ColumnPlan): boolean {
  const { index, parse, constant, required, field } = column
  if (index >= 0) return true
  if (field.freeText) return false
  const value = constantOf(column)
  return !(parse(constant) instanceof Refusal) && isPlainJson(value ?? '') && !(required && value === null)
}

export function constantOf(column: ColumnPlan): string | null {
  return valueOf(column, column.constant)
}

/** A text as the reader normalises it; null for none and for one that cannot be read. */
export function valueOf({ parse }: ColumnPlan, text: string): string | null {
  const value = text === '' ? null : parse(text)
  return value instanceof Refusal ? null : value
}

async function judgeColumn(
  plan: SheetPlan,
  column: ColumnPlan,
  doubts: Doubts,
  header: string,
  rows: BulkRows,
): Promise<BulkColumn | null> {
  const { field, index, required } = column
  const isDoubtful = doubts.values.get(field.name)
  const form = isDoubtful ? null : plainForm(plan, column)
  const texts = index < 0 ? [] : await rows.texts(index, form, textLimit(rows))
  return (
    texts && {
      field: field.name,
      header,
      index,
      constant: index < 0 ? constantOf(column) : null,
      form,
      values: valuesOf(texts, (text) => judge(column, text, isDoubtful)),
      required: required || isKey(plan, field.name),
      isMoney: field.type === 'money',
      isExpected: field.expected === true,
    }
  )
}

/** None where the mapping replaces texts by others. */
function plainForm({ mapping }: SheetPlan, column: ColumnPlan): BulkForm | null {
  const isReplaced = (mapping?.columns.get(column.field.name)?.values.size ?? 0) > 0
  return column.index < 0 || isReplaced ? null : formOf(column)
}

/** Rows without their number are the reader's, who counts them. */
function isKey({ mapping, contract }: SheetPlan, field: string): boolean {
  return (mapping?.key ?? contract.key).includes(field)
}

function unknownColumn(index: number, header: string, values: readonly BulkValue[]): BulkColumn {
  return {
    field: null,
    header,
    index,
    constant: null,
    form: null,
    values,
    required: false,
    isMoney: false,
    isExpected: false,
  }
}

function textLimit({ count }: BulkRows): number {
  return Math.max(fewTexts, count / 4)
}

function valuesOf(texts: readonly string[], judgeOne: (text: string) => BulkValue | null): BulkValue[] {
  return texts.map(judgeOne).filter((value) => value !== null)
}
