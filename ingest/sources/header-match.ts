import type { Contract, Field } from './contract.ts'
import { bareKey, headerKeys } from './header-name.ts'

/** Which column of a file serves each canonical field. */
export interface HeaderMatch {
  readonly contract: Contract
  /** Canonical field name → column index. */
  readonly columns: ReadonlyMap<string, number>
  /** Required fields for which the file has no column. */
  readonly missing: readonly Field[]
  /** Columns that name a field for which a better column was taken. */
  readonly surplus: readonly number[]
}

/** Accepted header → field and its rank (0 is best), per contract. */
const indexes = new WeakMap<Contract, ReadonlyMap<string, readonly FieldRank[]>>()

interface FieldRank {
  readonly field: Field
  readonly rank: number
}

export function headerIndex(contract: Contract): ReadonlyMap<string, readonly FieldRank[]> {
  let index = indexes.get(contract)
  if (!index) {
    index = buildIndex(contract)
    indexes.set(contract, index)
  }
  return index
}

function buildIndex(contract: Contract): Map<string, FieldRank[]> {
  const index = new Map<string, FieldRank[]>()
  for (const field of contract.fields)
    for (const [rank, header] of [field.label, field.name, ...(field.headers ?? [])].entries()) {
      const key = bareKey(header)
      const ranks = index.get(key) ?? []
      if (!ranks.some((known) => known.field === field)) index.set(key, [...ranks, { field, rank }])
    }
  return index
}

/** Pairs columns with fields: the best-ranked pairs first, each column and each field used once. */
export function matchHeaders(contract: Contract, headers: readonly string[]): HeaderMatch {
  const pairs = headers.flatMap((header, column) =>
    candidates(contract, header).map((pair) => ({ ...pair, column })),
  )
  pairs.sort((left, right) => left.rank - right.rank || left.column - right.column)
  const columns = new Map<string, number>()
  const used = new Set<number>()
  for (const { field, column } of pairs) {
    if (columns.has(field.name) || used.has(column)) continue
    columns.set(field.name, column)
    used.add(column)
  }
  return {
    contract,
    columns,
    missing: contract.fields.filter(
      (field) => (field.required ?? field.columnRequired) && !columns.has(field.name),
    ),
    surplus: [...new Set(pairs.map((pair) => pair.column))].filter((column) => !used.has(column)),
  }
}

function candidates(contract: Contract, header: string): readonly FieldRank[] {
  const index = headerIndex(contract)
  for (const key of headerKeys(header)) {
    const found = index.get(key)
    if (found) return found
  }
  return []
}
