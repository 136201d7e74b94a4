import type { Kind } from '#warehouse'
import { IngestError, isAskable } from '../errors.ts'
import type { Sheet } from '../formats/table.ts'
import { guessDateFormat } from '../mapping/date-guess.ts'
import { draftMapping, type Assignment, type MappingDraft } from '../mapping/draft.ts'
import { guessColumns, guessKinds, type ColumnGuess } from '../mapping/guess.ts'
import { isRequired, type Mapping } from '../mapping/mapping.ts'
import { nearestMapping, rememberedFields } from '../mapping/memory.ts'
import { columnNames } from '../pipeline/column-names.ts'
import { refuseUnclearUnits } from '../pipeline/unclear-unit.ts'
import { planSheet, type PlanRequest } from '../pipeline/sheet-plan.ts'
import { contracts } from '../sources/contracts.ts'
import { describeSheet } from './describe.ts'
import { likelyHeader, readFirst, type FirstRows } from './head-rows.ts'
import type { InspectedSheet } from './types.ts'

export interface SheetRequest extends PlanRequest {
  /** The kind a person chose for a sheet that has to be confirmed. */
  readonly kind: Kind | null
  /** What a person says the columns are; replaces all guesses. */
  readonly draft: MappingDraft | null
  /** All mappings of the data home, whoever they were confirmed for: what similar columns meant elsewhere. */
  readonly remembered: readonly Mapping[]
}

const mostRows = 500

/** How a sheet would be read, without taking anything in; null for a sheet without a table. */
export async function inspectSheet(sheet: Sheet, request: SheetRequest): Promise<InspectedSheet | null> {
  const first = await readFirst(sheet, mostRows)
  if (first.rows.length === 0) return null
  if (request.draft) return inspectDraft(sheet, first, request, request.draft, null)
  try {
    const plan = await planSheet(sheet, request)
    if (!plan) return null
    refuseUnclearUnits(plan)
    return describeSheet(plan, first)
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    return isAskable(error.code) ? inspectUnknown(sheet, first, request, error) : raise(error)
  }
}

function raise(error: Error): never {
  throw error
}

async function inspectUnknown(
  sheet: Sheet,
  first: FirstRows,
  request: SheetRequest,
  error: IngestError,
): Promise<InspectedSheet | null> {
  const header = likelyHeader(sheet, first.rows)
  if (!header) return null
  const rows = first.rows.filter((row) => row.line > header.line).map((row) => row.cells)
  const nearest = nearestOf(request, header.headers)
  const remembered = nearest ? rememberedFields(nearest.mapping, header.headers) : new Map<string, string>()
  const input = { headers: columnNames(header.headers), rows, remembered }
  const kinds = guessKinds(input)
  const kind = request.kind ?? nearest?.mapping.contract.kind ?? kinds[0]?.kind
  if (kind === undefined) return null
  const guesses = guessColumns(contracts[kind], input)
  const assignments = assign(kind, guesses, rows)
  const draft = { kind, name: request.fileName, headers: header.headers, assignments }
  const inspected = await inspectDraft(sheet, first, request, draft, guesses)
  return {
    ...inspected,
    kinds: kinds.slice(0, 4),
    problem: inspected.problem ?? { code: error.code, message: error.message },
    difference: nearest?.difference ?? null,
  }
}

/** The source's own memory first. */
function nearestOf({ mappings, remembered }: SheetRequest, headers: readonly string[]) {
  return nearestMapping(mappings, headers) ?? nearestMapping(remembered, headers)
}

function assign(
  kind: Kind,
  guesses: readonly ColumnGuess[],
  rows: readonly (readonly string[])[],
): Assignment[] {
  const types = new Map(contracts[kind].fields.map((field) => [field.name, field.type]))
  return guesses.flatMap(({ field, header, index }): Assignment[] => {
    if (field === null) return []
    const isDate = types.get(field) === 'date' || types.get(field) === 'timestamp'
    const date = isDate ? guessDateFormat(rows.map((row) => row[index] ?? '')) : null
    return [{ field, header, date: date?.formats }]
  })
}

/** Reads by the draft; required fields it has no column for are reported instead of refusing every row. */
async function inspectDraft(
  sheet: Sheet,
  first: FirstRows,
  request: SheetRequest,
  draft: MappingDraft,
  guesses: readonly ColumnGuess[] | null,
): Promise<InspectedSheet> {
  const mapping = draftMapping(draft)
  const assigned = new Set(draft.assignments.map(({ field }) => field))
  const missing = mapping.contract.fields.filter(
    (field) => isRequired(field, mapping) && !assigned.has(field.name),
  )
  const relaxed = [...(draft.relaxed ?? []), ...missing.map((field) => field.name)]
  const plan = await planSheet(sheet, { ...request, mapping: draftMapping({ ...draft, relaxed }) })
  if (!plan) throw new TypeError('a sheet with rows has a plan')
  return {
    ...describeSheet(plan, first, guesses),
    mapping: null,
    needsConfirmation: true,
    missing: missing.map(({ name, label }) => ({ field: name, label })),
  }
}
