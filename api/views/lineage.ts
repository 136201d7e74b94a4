import type { LineageStep as Step } from '#warehouse'
import type { LineageStep } from '../contract/index.ts'
import { columnLabel } from '../labels.ts'

/** Columns that name an account: the last four characters suffice to compare two rows. */
const partlyShown = new Set(['payee_acct_no'])

/**
 * Warehouse row → its states, newest first, each with file, sheet and row. Cells are the stored, masked ones that hold something;
 * columns nobody mapped are not shown here, since no contract says whether they hold personal data.
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
      text === null ? [] : [{ header: columnLabel(state.kind, column), text: shown(column, text) }],
    ),
  }
}

function shown(column: string, text: string): string {
  if (!partlyShown.has(column)) return text
  return text.length <= 4 ? '****' : `****${text.slice(-4)}`
}
