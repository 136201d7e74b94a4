import { fillDown } from '../formats/merged.ts'
import type { MergedCell, Sheet } from '../formats/table.ts'
import type { Field } from '../sources/contract.ts'
import type { PlannedHeader } from './planned-header.ts'

/** What cells merged downwards mean for the rows of a sheet. */
export interface MergedColumns {
  /** The sheet with the merged texts in every row they cover. */
  readonly sheet: Sheet
  readonly filled: readonly MergedCell[]
  /** Amounts, counts and numbers of records stand for all their rows together and stay in the first. */
  readonly single: readonly MergedCell[]
}

/** Cells of the header are left as they are. */
export async function spreadMerged(plan: PlannedHeader): Promise<MergedColumns> {
  const { sheet, headerLine, headers } = plan
  const merged = ((await sheet.merged?.()) ?? []).filter(
    ({ first, column }) => first > headerLine && column < headers.length,
  )
  const singular = singularColumns(plan)
  const filled = merged.filter(({ column }) => !singular.has(column))
  return {
    sheet: fillDown(sheet, filled),
    filled,
    single: merged.filter(({ column }) => singular.has(column)),
  }
}

function singularColumns({ contract, mapping, columns }: PlannedHeader): Set<number> {
  const key = mapping?.key ?? contract.key
  const isSingular = ({ name, type }: Field): boolean =>
    type === 'money' ||
    (type === 'integer' && name !== 'fiscal_year') ||
    (key !== 'none' && key.includes(name))
  return new Set(contract.fields.filter(isSingular).map(({ name }) => columns.get(name) ?? -1))
}

/** The clerk's clauses. */
export function describeMerged(
  { filled, single }: Pick<MergedColumns, 'filled' | 'single'>,
  headers: readonly string[],
): string[] {
  return [
    ...(filled.length > 0
      ? [`有上下合并的单元格，已把内容填到它盖住的每一行：${placesOf(filled, headers)}`]
      : []),
    ...(single.length > 0
      ? [
          `有上下合并的金额、数量或编号，只算在第一行，其余各行按空读，请取消合并、逐行填写后重新上传：${placesOf(single, headers)}`,
        ]
      : []),
  ]
}

const mostPlaces = 5

function placesOf(merged: readonly MergedCell[], headers: readonly string[]): string {
  const places = merged
    .slice(0, mostPlaces)
    .map(({ column, first, last }) => `“${headers[column] ?? ''}”第 ${first}–${last} 行`)
  return places.join('、') + (merged.length > mostPlaces ? `等 ${merged.length} 处` : '')
}
