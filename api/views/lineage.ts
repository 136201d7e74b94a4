import type { LineageStep as Step } from '#warehouse'
import type { LineageStep } from '../contract/index.ts'
import { columnLabel } from '../labels.ts'
import { localTime } from './local-time.ts'

/** Columns that name an account: the last four characters suffice to compare two rows. */
const partlyShown = new Set(['payee_acct_no'])

/**
 * Warehouse row → its states, the last seen first, each with file, sheet, row and cells. Cells are the stored, masked
 * ones that hold something, with the way the file wrote them where reading changed it; columns nobody mapped are not
 * shown here, since no contract says whether they hold personal data.
 */
export function toLineage(mart: string, recordKey: string, states: readonly Step[]): LineageStep[] {
  const head: LineageStep = {
    step: 'mart',
    label: '仓库记录',
    table: `marts.${mart}`,
    recordKey,
    loadId: null,
    file: null,
    sheet: null,
    row: null,
    at: null,
    cells: [],
  }
  return [head, ...states.map((state) => toSource(recordKey, state))]
}

function toSource(recordKey: string, state: Step): LineageStep {
  return {
    step: 'source',
    label: state.isCurrent ? '来源（当前状态）' : '来源（较早状态）',
    table: `raw.${state.kind}`,
    recordKey,
    loadId: state.loadId,
    file: state.fileName,
    sheet: state.sheet,
    row: state.rowNumber,
    at: state.loadedAt,
    cells: Object.entries(state.values).flatMap(([column, text]) =>
      text === null ? [] : [toCell(state, column, text)],
    ),
  }
}

function toCell(state: Step, column: string, text: string): LineageStep['cells'][number] {
  const place = state.places[column]
  const original = place === undefined || partlyShown.has(column) ? undefined : state.original[place.header]
  return {
    header: columnLabel(state.kind, column),
    text: shown(column, text),
    place: place === undefined ? null : placeText(state, place),
    original: typeof original === 'string' && original.trim() !== text ? original : null,
  }
}

/** 'D12' in a workbook; elsewhere the column's name in the file. */
function placeText(state: Step, place: { header: string; index: number }): string {
  if (state.format !== 'xlsx' || place.index < 0) return place.header
  return `${columnLetters(place.index)}${state.rowNumber}`
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function shown(column: string, text: string): string {
  if (!partlyShown.has(column)) return localTime(text)
  return text.length <= 4 ? '****' : `****${text.slice(-4)}`
}
