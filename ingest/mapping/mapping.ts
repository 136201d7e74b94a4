import type { Contract, Field } from '../sources/contract.ts'
import type { ContractPolicy } from '../sources/policy.ts'
import type { Decimal } from '../values/decimal.ts'

/** Where one canonical column comes from and how its cells are written. */
export interface ColumnSource {
  /** Headers that may carry it, best first; empty for a constant. */
  readonly headers: readonly string[]
  readonly constant: string | null
  readonly dateFormats: readonly string[]
  readonly decimal: '.' | ','
  /** How many 元 one of the written unit is, or null: the header or title decides. */
  readonly scale: Decimal | null
  /** Cell text → canonical text; '' means empty. */
  readonly values: ReadonlyMap<string, string>
}

/** A mapping file, read and checked. */
export interface Mapping {
  readonly name: string
  /** Name and content hash: a changed mapping makes the same file a new load. */
  readonly fingerprint: string
  /** The file as it was written. */
  readonly text: string
  readonly contract: Contract
  readonly columns: ReadonlyMap<string, ColumnSource>
  readonly onlyListed: boolean
  readonly matchHeaders: readonly string[]
  readonly matchFile: string | null
  /** Declared sources it belongs to; empty: whoever brings a fitting file. */
  readonly matchSources: readonly string[]
  readonly scale: Decimal | null
  readonly timezone: string
  readonly key: readonly string[] | 'none'
  readonly required: ReadonlyMap<string, boolean>
  readonly records: string | undefined
  readonly observed: string | undefined
  readonly encoding: string | undefined
  readonly delimiter: string | undefined
  readonly skip: number
  readonly sheets: readonly string[] | null
  readonly policy: ContractPolicy | undefined
}

/** Must every row have the field? The mapping may relax or tighten the contract. */
export function isRequired(field: Field, mapping: Mapping | null): boolean {
  return mapping?.required.get(field.name) ?? field.required ?? false
}
