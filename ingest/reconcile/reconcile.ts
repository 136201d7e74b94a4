import type { SharedKeys } from '#warehouse'
import { unbalancedMark, unbalancedWarnings, type ControlTotal } from '../pipeline/control-totals.ts'
import type { RowReader } from '../pipeline/row-reader.ts'
import { add, formatDecimal, parseDecimal, zero } from '../values/decimal.ts'
import { readYuan, type StatedTotals } from './statement.ts'

/** One money column of a load, in 元: all its rows, and the part that stands in quarantine. */
export interface ColumnSum {
  readonly field: string
  readonly label: string
  readonly header: string
  readonly total: string
  readonly refused: string
}

/** One line of a comparison with stated totals; `column` null: the rows. */
export interface StatedCheck {
  readonly column: string | null
  readonly stated: string
  /** Null when the load has no such column. */
  readonly computed: string | null
  readonly refused: string
  readonly balanced: boolean
}

/** What the ledger keeps of a load's totals, as JSON. */
export interface ControlSheet {
  readonly rows: number
  readonly refusedRows: number
  /** Rows that are in the sums twice and in the statistics once; not noted by loads of earlier versions. */
  readonly repeatedRows?: number
  readonly supersededRows?: number
  readonly sums: readonly ColumnSum[]
  /** 合计 and 小计 rows of the file itself. */
  readonly checks: readonly ControlTotal[]
  readonly stated: StatedTotals | null
  readonly statedChecks: readonly StatedCheck[]
}

/** balanced 对平, unbalanced 未对平, explained 差异已说明; null: nothing to compare with. */
export type Reconciled = 'balanced' | 'unbalanced' | 'explained' | null

export function controlSheet(
  readers: readonly RowReader[],
  { repeatedRows, supersededRows }: Pick<SharedKeys, 'repeatedRows' | 'supersededRows'>,
  stated: StatedTotals | null,
): ControlSheet {
  const sheet = {
    rows: readers.reduce((total, reader) => total + reader.rows, 0),
    refusedRows: readers.reduce((total, reader) => total + reader.refusedRows, 0),
    repeatedRows,
    supersededRows,
    sums: sumColumns(readers),
    checks: readers.flatMap((reader) => reader.totals.checks),
  }
  return { ...sheet, stated, statedChecks: stated ? compare(sheet, stated) : [] }
}

/** The same load against other stated totals. */
export function restate(sheet: ControlSheet, stated: StatedTotals): ControlSheet {
  return { ...sheet, stated, statedChecks: compare(sheet, stated) }
}

/** Whether a 合计 row of the file no longer counts, since somebody stated what its column must add up to. */
export function isOverruled({ column }: ControlTotal, statedChecks: readonly StatedCheck[]): boolean {
  return statedChecks.some((stated) => stated.column === column)
}

/**
 * Stated totals decide what they state; the rest is held to the file's own 合计 rows. Totals that add up only because
 * a row is there twice do not balance: the statistics count it once.
 */
export function verdict(sheet: ControlSheet): Reconciled {
  const decisive = [...sheet.statedChecks, ...standingChecks(sheet)]
  if (decisive.length === 0) return null
  return decisive.every((check) => check.balanced) && uncounted(sheet) === 0 ? 'balanced' : 'unbalanced'
}

/**
 * Rows that are in the compared figures and not in the statistics. A later state of a record is a row like any other
 * where rows are compared; its amounts replace the earlier ones.
 */
function uncounted(sheet: ControlSheet): number {
  const { repeatedRows = 0, supersededRows = 0, statedChecks } = sheet
  const checks = [...statedChecks, ...standingChecks(sheet)]
  if (checks.some(({ column }) => column !== null)) return repeatedRows + supersededRows
  return checks.length > 0 ? repeatedRows : 0
}

/** Sentences for the clerk, one for each check that fails; the amounts themselves are in the ledger. */
export function differences(sheet: ControlSheet): string[] {
  const rows = uncounted(sheet)
  return [
    ...unbalancedWarnings(standingChecks(sheet)),
    ...statedWarnings(sheet),
    ...(rows > 0
      ? [`${unbalancedMark}有 ${rows} 行重复或被后面的行取代，统计里没有计入，与应有的数会差这几行`]
      : []),
  ]
}

function standingChecks({ checks, statedChecks }: ControlSheet): ControlTotal[] {
  return checks.filter((check) => !isOverruled(check, statedChecks))
}

function statedWarnings({ statedChecks }: ControlSheet): string[] {
  return statedChecks
    .filter((check) => !check.balanced)
    .map(({ column, computed }) =>
      computed === null
        ? `${unbalancedMark}文件里没有“${column ?? ''}”这一列可供核对`
        : `${unbalancedMark}${column === null ? '行数' : `${column}合计`}与给出的对账数不符`,
    )
}

function compare(sheet: Omit<ControlSheet, 'stated' | 'statedChecks'>, stated: StatedTotals): StatedCheck[] {
  const checks: StatedCheck[] = []
  if (stated.rows !== undefined)
    checks.push({
      column: null,
      stated: String(stated.rows),
      computed: String(sheet.rows),
      refused: String(sheet.refusedRows),
      balanced: stated.rows === sheet.rows,
    })
  for (const [column, text] of Object.entries(stated.sums ?? {})) {
    const sum = sheet.sums.find(({ field, label, header }) => [field, label, header].includes(column))
    const yuan = readYuan(text) ?? text
    checks.push({
      column: sum?.label ?? column,
      stated: yuan,
      computed: sum?.total ?? null,
      refused: sum?.refused ?? '0.00',
      balanced: sum?.total === yuan,
    })
  }
  return checks
}

function sumColumns(readers: readonly RowReader[]): ColumnSum[] {
  const sums = new Map<string, ColumnSum>()
  for (const reader of readers) {
    const refused = new Map(reader.refusedTotals.sums.map(({ field, total }) => [field, total]))
    for (const { field, label, header, total } of reader.totals.sums) {
      const known = sums.get(field)
      sums.set(field, {
        field,
        label,
        header,
        total: plus(known?.total, total),
        refused: plus(known?.refused, refused.get(field)),
      })
    }
  }
  return [...sums.values()]
}

function plus(left = '0.00', right = '0.00'): string {
  return formatDecimal(add(parseDecimal(left) ?? zero, parseDecimal(right) ?? zero), 2)
}
