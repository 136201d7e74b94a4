import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createRandom } from '../prng.ts'
import { pdfBytes } from '../writers/pdf.ts'
import { csvBytes } from '../writers/csv.ts'
import { type Cell, xlsxBytes } from '../writers/xlsx.ts'
import { type FilePlan, type XlsxPlan } from './plan.ts'
import { cellText, type DirtyRow, type Kind, type TableRows, tableRows } from './table.ts'

/** What a written file holds and what a reader should make of it. */
export interface SampleFile {
  path: string
  kind: Kind
  format: string
  encoding: string
  /** Data rows, spoilt ones included; titles, header and 合计 lines are not counted. */
  rows: number
  /** Of those, rows that must be refused. */
  quarantined: number
  /** 合计 lines at the end, which are no data. */
  totals: number
  /** The line of the header, from 1. */
  headerRow: number
  dirty: DirtyRow[]
}

/** Writes one file below the folder; the same plan always gives the same bytes. */
export async function writeFilePlan(folder: string, plan: FilePlan): Promise<SampleFile> {
  const headerRow = plan.format === 'xlsx' ? plan.titles.length + 1 : plan.format === 'csv' ? 1 : 0
  const table = tableRows(plan.columns, plan.rows, createRandom(plan.path), { dirt: plan.dirt, headerRow })
  const bytes = await planBytes(plan, table)
  const target = join(folder, plan.path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, bytes)
  return {
    path: plan.path,
    kind: plan.kind,
    format: plan.format,
    encoding: encodingOf(plan),
    rows: plan.format === 'pdf' ? plan.pages.flat().length : table.rows.length,
    quarantined: table.dirty.length,
    totals: plan.format === 'xlsx' && plan.totals ? 1 : 0,
    headerRow,
    dirty: table.dirty,
  }
}

function encodingOf(plan: FilePlan): string {
  if (plan.format === 'csv') return plan.encoding
  return plan.format === 'xlsx' || plan.format === 'pdf' ? '' : 'utf-8'
}

async function planBytes(plan: FilePlan, table: TableRows): Promise<Buffer> {
  switch (plan.format) {
    case 'csv':
      return csvBytes([table.headers, ...table.rows.map((row) => row.map(cellText))], plan.encoding)
    case 'json':
      return Buffer.from(`${JSON.stringify(records(table), null, 1)}\n`, 'utf8')
    case 'ndjson':
      return Buffer.from(
        records(table)
          .map((record) => `${JSON.stringify(record)}\n`)
          .join(''),
        'utf8',
      )
    case 'pdf':
      return pdfBytes(plan.pages)
    case 'xlsx':
      return xlsxBytes([
        {
          sheet: plan.sheet,
          titles: plan.titles,
          header: table.headers,
          rows: [...table.rows, ...totalRows(plan, table)],
          ...(plan.widths && { widths: plan.widths }),
        },
      ])
  }
}

function records({ headers, rows }: TableRows): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? null])))
}

function totalRows({ totals }: XlsxPlan, { headers, rows }: TableRows): Cell[][] {
  if (!totals) return []
  return [
    headers.map((header, index) => {
      if (index === 0) return totals.label
      if (!totals.headers.includes(header)) return null
      const sum = rows.reduce((left, row) => left + numberOf(row[index]), 0)
      return Number(sum.toFixed(6))
    }),
  ]
}

function numberOf(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0
}
