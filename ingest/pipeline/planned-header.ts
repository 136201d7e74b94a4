import type { Sheet } from '../formats/table.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Contract } from '../sources/contract.ts'

/** The header a sheet is read by, and the column that serves each field. */
export interface PlannedHeader {
  readonly sheet: Sheet
  readonly contract: Contract
  readonly mapping: Mapping | null
  readonly headers: readonly string[]
  /** Last line of the header; rows begin after it. 0 for keyed records. */
  readonly headerLine: number
  readonly columns: ReadonlyMap<string, number>
  /** 万元 and the like from a line above the header; several where it names several. */
  readonly titleUnits: readonly string[]
}
