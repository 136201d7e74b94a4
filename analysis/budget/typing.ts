import { type BudgetKind, type SourcePlace } from './dataset.ts'
import { type SourceColumns } from './rows.ts'

/** The unit of a record that names none. */
export const unknownUnit = '（未填单位）'

/** Typed records in the order of their source places; rows that `convert` refuses are left out. */
export function typed<R extends SourceColumns, T extends { readonly place: SourcePlace }>(
  rows: Iterable<R>,
  convert: (row: R) => T | null,
): T[] {
  const result: T[] = []
  for (const row of rows) {
    const item = convert(row)
    if (item) result.push(item)
  }
  return result.sort((a, b) => comparePlaces(a.place, b.place))
}

function comparePlaces(a: SourcePlace, b: SourcePlace): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.sheet ?? '', b.sheet ?? '') ||
    a.row - b.row ||
    compareText(a.key, b.key)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function placeOf(kind: BudgetKind, row: SourceColumns): SourcePlace {
  return { kind, key: row.record_key, file: row.source_file, sheet: row.sheet, row: row.row_number }
}

/** The trimmed text, null when nothing is left. */
export function text(value: string | null): string | null {
  const trimmed = value?.trim()
  return trimmed === undefined || trimmed === '' ? null : trimmed
}
