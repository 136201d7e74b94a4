import { basename } from 'node:path'
import type { LoadReport, Warehouse } from '#warehouse'
import { IngestError } from '../errors.ts'
import { openTable } from '../formats/open.ts'
import { xlsxText } from '../formats/xlsx/write.ts'
import { changeLoads } from '../loads/change.ts'
import type { ReadAgainOptions } from '../loads/read-again.ts'
import { idColumn, isCorrection, reasonColumn } from './columns.ts'
import { repairCells, type CellEdit } from './facts.ts'
import { headersOf, layoutOfLoad, refusedRows, type RefusedRowState } from './rows.ts'

/** The rows of a corrected export: id → header → text. */
type Answers = ReadonlyMap<string, ReadonlyMap<string, string>>

interface Corrected {
  readonly loads: readonly LoadReport[]
  /** Ids in the workbook that no refused row has. */
  readonly strange: readonly string[]
}

/**
 * Takes a corrected export of refused rows: cells that differ become corrections, and exactly the rows named are
 * replayed. Rows that are no longer open are left alone, and so are columns the file never had, such as remarks that
 * someone put beside the rows. Errors: IngestError `correction_unknown` when no id is known, `correction_contested` when
 * one stands there twice with different cells.
 */
export async function takeCorrections(
  warehouse: Warehouse,
  path: string,
  options: ReadAgainOptions,
): Promise<Corrected> {
  const answers = await readAnswers(path)
  const edits: CellEdit[] = []
  const byLoad = new Map<string, string[]>()
  const headers = knownHeaders(warehouse)
  for await (const rows of refusedRows(warehouse, { ids: [...answers.keys()] }))
    for (const row of rows) {
      byLoad.set(row.loadId, [...(byLoad.get(row.loadId) ?? []), row.id])
      edits.push(...differences(row, answers.get(row.id) ?? new Map<string, string>(), await headers(row)))
    }
  if (byLoad.size === 0)
    throw new IngestError(
      'correction_unknown',
      `“${basename(path)}”里的隔离编号都不在隔离区。请从隔离区重新导出后再改。`,
      path,
    )
  await repairCells(warehouse, edits, options)
  const rows = [...byLoad].map(([loadId, ids]) => ({ loadId, ids }))
  const found = new Set(rows.flatMap(({ ids }) => ids))
  return {
    loads: (await changeLoads(warehouse, { action: 'replay', rows }, options)).value.loads,
    strange: [...answers.keys()].filter((id) => !found.has(id)),
  }
}

/** The headers an export of a row has; each load's layout is read once. */
function knownHeaders(warehouse: Warehouse): (row: RefusedRowState) => Promise<ReadonlySet<string>> {
  const layouts = new Map<string, ReturnType<typeof layoutOfLoad>>()
  return async ({ loadId, sheet, cells, edits }) => {
    const layout = layouts.get(loadId) ?? layoutOfLoad(warehouse, loadId)
    layouts.set(loadId, layout)
    return new Set(headersOf(await layout, sheet, [{ ...cells, ...edits }]))
  }
}

function differences(
  row: RefusedRowState,
  answer: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): CellEdit[] {
  return [...answer].flatMap(([header, text]) => {
    if (!known.has(header)) return []
    const shown = xlsxText(row.edits[header] ?? row.cells[header] ?? '').trim()
    return shown === text.trim() ? [] : [{ id: row.id, header, text: text.replace(/^'(?=[=+\-@])/, '') }]
  })
}

async function readAnswers(path: string): Promise<Answers> {
  const answers = new Map<string, Map<string, string>>()
  const table = await openTable(path)
  try {
    for (const sheet of table.sheets) {
      let headers: readonly string[] | null = null
      for await (const batch of sheet.batches())
        for (const { cells } of batch) {
          if (headers === null) headers = isCorrection(cells) ? cells : null
          else addAnswer(answers, { headers, cells, path })
        }
    }
  } finally {
    await table.close()
  }
  return answers
}

function addAnswer(
  answers: Map<string, Map<string, string>>,
  { headers, cells, path }: { headers: readonly string[]; cells: readonly string[]; path: string },
): void {
  const id = (cells[headers.indexOf(idColumn)] ?? '').trim()
  if (id === '') return
  const answer = new Map<string, string>()
  for (const [index, header] of headers.entries())
    if (header !== '' && header !== idColumn && header !== reasonColumn)
      answer.set(header, cells[index] ?? '')
  const earlier = answers.get(id)
  if (earlier !== undefined && JSON.stringify([...earlier]) !== JSON.stringify([...answer]))
    throw new IngestError(
      'correction_contested',
      `隔离编号 ${id} 出现了两次，内容不同，看不出哪一行算数。请删去一行再传。`,
      path,
    )
  answers.set(id, answer)
}
