import type { TableColumn } from './table-column.ts'

export interface SortState {
  readonly key: string
  readonly descending: boolean
}

/** A sorted copy; missing values stand last either way, equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: SortState | null,
): readonly Row[] {
  const value = columns.find((column) => column.key === sort?.key)?.sortValue
  if (!sort || !value) return rows
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    const order = typeof left === 'string' ? left.localeCompare(String(right), 'zh-CN') : left - Number(right)
    return sort.descending ? -order : order
  })
}
