import { kindLabels } from '#terms'
import type { SourceRow } from '../formats/table.ts'
import { guessDateFormat } from '../mapping/date-guess.ts'
import type { ColumnGuess } from '../mapping/guess.ts'
import { columnNames } from '../pipeline/column-names.ts'
import { planColumns, type ColumnPlan } from '../pipeline/column-plan.ts'
import type { SheetPlan } from '../pipeline/sheet-plan.ts'
import { isUnitUnclear } from '../pipeline/unclear-unit.ts'
import { unitInHeader } from '../values/unit.ts'
import type { FirstRows } from './head-rows.ts'
import { readRows } from './read-rows.ts'
import { sampleColumn } from './sample-column.ts'
import type { InspectedColumn, InspectedSheet } from './types.ts'

/** How a planned sheet reads its first rows; `guesses` where the plan rests on them. */
export function describeSheet(
  plan: SheetPlan,
  { rows, hasMore }: FirstRows,
  guesses: readonly ColumnGuess[] | null = null,
): InspectedSheet {
  const body = rows.filter((row) => row.line > plan.headerLine)
  return {
    name: plan.sheet.name,
    kind: plan.contract.kind,
    kindLabel: kindLabels[plan.contract.kind],
    kinds: [],
    mapping: plan.mapping?.name ?? null,
    needsConfirmation: false,
    headerLine: plan.headerLine,
    headers: plan.headers,
    columns: describeColumns(plan, body, guesses),
    missing: [],
    ...readRows(plan, rows),
    hasMore,
    difference: null,
  }
}

function describeColumns(
  plan: SheetPlan,
  body: readonly SourceRow[],
  guesses: readonly ColumnGuess[] | null,
): InspectedColumn[] {
  const plans = new Map(planColumns(plan).map((column) => [column.index, column]))
  return columnNames(plan.headers).map((header, index) => {
    const column = plans.get(index) ?? null
    const cells = body.map((row) => row.cells[index] ?? '')
    return {
      index,
      header,
      field: column?.field.name ?? null,
      label: column?.field.label ?? null,
      type: column?.field.type ?? null,
      ...certainty(
        plan,
        column,
        guesses?.find((guess) => guess.index === index),
      ),
      samples: sampleColumn(cells, column),
      ...writing(plan, column, index, cells),
    }
  })
}

function certainty(
  plan: SheetPlan,
  column: ColumnPlan | null,
  guess: ColumnGuess | undefined,
): Pick<InspectedColumn, 'confidence' | 'reason'> {
  if (!column) return { confidence: 0, reason: null }
  if (guess) return { confidence: guess.confidence, reason: guess.reason }
  return { confidence: 1, reason: plan.mapping ? 'mapping' : 'name' }
}

/** The way dates and amounts of a column are written. */
function writing(
  plan: SheetPlan,
  column: ColumnPlan | null,
  index: number,
  cells: readonly string[],
): Pick<InspectedColumn, 'dateFormats' | 'isDateAmbiguous' | 'isUnitUnclear' | 'unit' | 'decimal'> {
  const nothing = { dateFormats: [], isDateAmbiguous: false, isUnitUnclear: false, unit: null, decimal: null }
  if (!column) return nothing
  const { name, type } = column.field
  const { dateFormats = [], decimal = null } = plan.mapping?.columns.get(name) ?? {}
  if (type === 'money') {
    const isUnclear = isUnitUnclear(column.field, plan)
    return {
      ...nothing,
      isUnitUnclear: isUnclear,
      unit: isUnclear ? null : unitOf(plan, column, index),
      decimal,
    }
  }
  if (type !== 'date' && type !== 'timestamp') return nothing
  return { ...nothing, dateFormats, isDateAmbiguous: guessDateFormat(cells)?.isAmbiguous === true }
}

function unitOf(plan: SheetPlan, column: ColumnPlan, index: number): string {
  if (plan.mapping?.columns.get(column.field.name)?.scale) return '按映射'
  const inHeader = unitInHeader(plan.headers[index] ?? '')
  return inHeader ?? (plan.mapping?.scale ? '按映射' : (plan.titleUnits[0] ?? '元'))
}
