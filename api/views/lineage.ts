import { contracts } from '#ingest'
import type { Kind, LineageStep as Step } from '#warehouse'
import type { LineageStep } from '../contract/index.ts'
import { columnLabel } from '../labels.ts'
import { localTime } from './local-time.ts'

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
  const original =
    place === undefined || personal(state.kind, column) ? undefined : state.original[place.header]
  return {
    header: columnLabel(state.kind, column),
    text: shown(state.kind, column, text),
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

function personal(kind: Kind, column: string): 'person' | 'account' | undefined {
  return contracts[kind].fields.find((field) => field.name === column)?.personal
}

/** Of an account the last four characters suffice to compare two rows, of a private person's name the surname. */
function shown(kind: Kind, column: string, text: string): string {
  switch (personal(kind, column)) {
    case 'account':
      return text.length <= 4 ? '****' : `****${text.slice(-4)}`
    case 'person':
      return /^[\u4e00-\u9fff]{2,4}$/.test(text) ? `${text.slice(0, 1)}某` : text
    case undefined:
      return localTime(text)
  }
}
