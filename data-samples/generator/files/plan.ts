import { type Minute } from '../calendar.ts'
import { type Cell } from '../writers/xlsx.ts'
import { type CsvEncoding } from '../writers/csv.ts'
import { type Column, type Dirt, type Kind } from './table.ts'

interface PlanBase {
  /** Path below the output folder. */
  path: string
  kind: Kind
  columns: readonly Column<unknown>[]
  rows: readonly unknown[]
  dirt: readonly Dirt[]
}

export interface CsvPlan extends PlanBase {
  format: 'csv'
  encoding: CsvEncoding
}

export interface JsonPlan extends PlanBase {
  format: 'json' | 'ndjson'
}

export interface XlsxPlan extends PlanBase {
  format: 'xlsx'
  sheet: string
  titles: readonly string[]
  widths?: readonly number[]
  /** A last line 合计 over the columns of these headers, computed from the clean rows. */
  totals?: { label: string; headers: readonly string[] }
}

/** A published file: pages of lines of words. */
export interface PdfPlan extends PlanBase {
  format: 'pdf'
  pages: readonly (readonly string[])[]
}

/** One file to write: what it holds and in which shape. */
export type FilePlan = CsvPlan | JsonPlan | XlsxPlan | PdfPlan

/** A real date cell of a workbook. */
export function dateCell(minutes: Minute, withTime: boolean): Exclude<Cell, string | number | null> {
  return { minutes, withTime }
}
