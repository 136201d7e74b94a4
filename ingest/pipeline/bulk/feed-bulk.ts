import { stat } from 'node:fs/promises'
import { voiceKinds, type BulkContradiction, type BulkPart, type BulkRows, type LoadSink } from '#warehouse'
import type { SourceRow } from '../../formats/table.ts'
import { planColumns } from '../column-plan.ts'
import { keptNames } from '../column-names.ts'
import type { RowReader } from '../row-reader.ts'
import type { SheetPlan } from '../sheet-plan.ts'
import { findTotal } from '../total-row.ts'
import { constantOf, hasReadableConstant, judgeColumns, valueOf } from './columns.ts'
import { doubtsOf, type CombinedCheck } from './doubts.ts'
import { isPlainJson } from './judge.ts'
import { writeText } from './write-text.ts'

/** Smaller texts are read row by row as fast. */
const usualBulkBytes = 4 * 1024 * 1024
const combinationLimit = 100_000
/** With more rows than this left to the reader, it had better read them all. */
const leftShare = 0.3

/**
 * Lets the engine store what is plain in a large text: the rows in which every cell has its type's plain form or a text
 * that the cell parsers took. Returns the rows that remain for the reader, whose counts already include the others; null
 * when all rows have to be read one by one. Both ways give the same warehouse.
 */
export async function feedBulk(
  plan: SheetPlan,
  reader: RowReader,
  sink: LoadSink,
  bulkBytes = usualBulkBytes,
): Promise<AsyncIterable<SourceRow[]> | null> {
  const { text } = plan.sheet
  if (!text || !isSuited(plan) || (await stat(text.path)).size < bulkBytes) return null
  const head = { headerLine: plan.headerLine, width: plan.headers.length }
  const rows = await sink.bulk?.((target) => writeText(text, target, head))
  if (!rows) return null
  const part = await storePlain(plan, rows)
  if (!part) {
    await rows.close()
    return null
  }
  reader.addPart(part)
  return restOf(rows)
}

async function* restOf(rows: BulkRows): AsyncGenerator<SourceRow[]> {
  try {
    yield* rows.rest()
  } finally {
    await rows.close()
  }
}

/** Texts of citizens differ from row to row and each is searched for personal data; records without a number are counted. */
function isSuited({ contract, mapping, policy, headers, columns }: SheetPlan): boolean {
  const key = mapping?.key ?? contract.key
  const names = keptNames(headers)
  return (
    !(voiceKinds as readonly string[]).includes(contract.kind) &&
    key !== 'none' &&
    key.length > 0 &&
    key.every((name) => columns.has(name)) &&
    policy.columns === 'evolve' &&
    headers.length > 1 &&
    names.every((name) => isPlainJson(name) && !/^\d+$/.test(name))
  )
}

async function storePlain(plan: SheetPlan, rows: BulkRows): Promise<BulkPart | null> {
  const planned = planColumns(plan)
  if (!planned.every(hasReadableConstant)) return null
  const doubts = doubtsOf(plan, planned)
  const columns = await judgeColumns(plan, planned, doubts, rows)
  if (!columns) return null
  const contradictions = await findContradictions(doubts.combined, rows)
  if (!contradictions) return null
  const part = await rows.divide(columns, contradictions)
  if (part.left > leftShare * (part.rows + part.left) || (await hasTotalsWithin(rows, part))) return null
  await rows.store()
  return part
}

/** Combinations of texts that fail a check; null when there are too many combinations to look at. */
async function findContradictions(
  checks: readonly CombinedCheck[],
  rows: BulkRows,
): Promise<BulkContradiction[] | null> {
  const contradictions: BulkContradiction[] = []
  for (const { columns, test } of checks) {
    const inFile = columns.filter(({ index }) => index >= 0)
    const indices = inFile.map(({ index }) => index)
    const combinations = await rows.combinations(indices, combinationLimit)
    if (!combinations) return null
    for (const texts of combinations) {
      const values: (string | null)[] = []
      for (const column of columns) if (column.index < 0) values[column.position] = constantOf(column)
      inFile.forEach((column, at) => {
        values[column.position] = valueOf(column, texts[at] ?? '')
      })
      if (test(values)) contradictions.push({ columns: indices, texts })
    }
  }
  return contradictions
}

/** A 小计 or 合计 between the rows closes a section: only the reader knows what stood before it. */
async function hasTotalsWithin(rows: BulkRows, { left, lastLine }: BulkPart): Promise<boolean> {
  if (left === 0) return false
  for await (const batch of rows.rest())
    for (const { line, cells } of batch) if (line < lastLine && findTotal(cells, true) !== null) return true
  return false
}
