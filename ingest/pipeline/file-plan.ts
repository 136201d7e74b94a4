import { IngestError, isAskable } from '../errors.ts'
import { openTable } from '../formats/open.ts'
import type { FormatHints, Sheet, TableFile } from '../formats/table.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { fitsFile } from '../mapping/match.ts'
import { keptNames } from './column-names.ts'
import { looksLikeTable, readHead } from './sheet-head.ts'
import { planSheet, type PlanRequest, type SheetPlan } from './sheet-plan.ts'
import { refuseUnclearUnits } from './unclear-unit.ts'

/** A file opened, with a plan for each of its sheets that holds data. The caller closes `table`. */
export interface FilePlan {
  readonly table: TableFile
  readonly sheets: readonly SheetPlan[]
  /** Sheets without a recognisable table, such as cover and instruction pages. */
  readonly skipped: readonly string[]
  /** Sheets with a table whose columns nobody has named yet, and why they could not be read. */
  readonly unknown: readonly UnknownSheet[]
}

export interface UnknownSheet {
  readonly name: string
  readonly error: IngestError
}

export async function planFile(path: string, request: PlanRequest): Promise<FilePlan> {
  const table = await openPlanned(path, request)
  try {
    return await planSheets(table, request)
  } catch (error) {
    await table.close()
    throw error
  }
}

/** Opens a file by its content and what a fitting mapping says about its bytes. The caller closes it. */
export function openPlanned(path: string, request: PlanRequest): Promise<TableFile> {
  return openTable(path, hintsFor(request))
}

/** How to open the file: by the given mapping, or by one of the data home's that fits the file's name. */
function hintsFor(request: PlanRequest): FormatHints {
  const mapping =
    request.mapping ?? request.mappings.find((candidate) => fitsFile(candidate, request.fileName))
  return {
    encoding: mapping?.encoding,
    delimiter: mapping?.delimiter,
    records: mapping?.records,
    observed: mapping?.observed,
  }
}

async function planSheets(table: TableFile, request: PlanRequest): Promise<FilePlan> {
  const sheets: SheetPlan[] = []
  const others: (UnknownSheet & { readonly waits: boolean })[] = []
  let failure: IngestError | null = null
  const names = keptNames(table.sheets.map(({ name }) => name ?? ''))
  for (const [index, sheet] of table.sheets.entries()) {
    if (!isWanted(request.mapping, sheet.name)) continue
    try {
      const plan = await planKept(sheet, names[index], request)
      if (!plan) continue
      refuseUnclearUnits(plan)
      sheets.push(plan)
    } catch (error) {
      if (!(error instanceof IngestError) || !isAskable(error.code)) throw error
      failure ??= error
      if (sheet.name !== null)
        others.push({ name: sheet.name, error, waits: await mayWait(sheet, request.mapping) })
    }
  }
  if (sheets.length === 0) throw failure ?? noRows(request.fileName)
  const skipped = others.filter(({ waits }) => !waits).map(({ name }) => name)
  return { table, sheets, skipped, unknown: others.filter(({ waits }) => waits) }
}

/** Mappings are matched by the sheet's own name; from then on it goes by the name the ledger keeps. */
async function planKept(
  sheet: Sheet,
  name: string | undefined,
  request: PlanRequest,
): Promise<SheetPlan | null> {
  const plan = await planSheet(sheet, request)
  if (!plan || name === undefined || sheet.name === null || sheet.name === name) return plan
  return { ...plan, sheet: { ...plan.sheet, name } }
}

/** Whether a person may be asked what the sheet's columns are; whoever names a mapping says which sheets are meant. */
async function mayWait(sheet: Sheet, mapping: Mapping | null): Promise<boolean> {
  return mapping === null && looksLikeTable(await readHead(sheet, 0))
}

function isWanted(mapping: Mapping | null, name: string | null): boolean {
  return name === null || !mapping?.sheets || mapping.sheets.includes(name)
}

function noRows(fileName: string): IngestError {
  return new IngestError(
    'no_header',
    `“${fileName}”里没有表头，也没有数据。请核对是不是导出了空表。`,
    fileName,
  )
}
