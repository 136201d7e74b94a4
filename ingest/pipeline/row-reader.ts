import { rawColumns, type BulkPart, type RawRow, type RefusedRow } from '#warehouse'
import { isBlankRow, type SourceRow } from '../formats/table.ts'
import { maskPersonalData, withoutPersonalData } from '../privacy/mask.ts'
import { refuseForeign } from '../values/money.ts'
import { Refusal } from '../values/refusal.ts'
import { narrow } from '../values/text.ts'
import { planColumns, type ColumnPlan } from './column-plan.ts'
import { keptNames, unnamed } from './column-names.ts'
import { ControlTotals } from './control-totals.ts'
import { RowRules, type Failure, type RowInProgress } from './row-rules.ts'
import { refuseOtherHeader } from './other-table.ts'
import { isFooter, isLoneNote, repeatsHeader } from './row-kinds.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { findTotal, isPlainTotal } from './total-row.ts'

/** Turns the rows of one planned sheet into accepted and refused rows, and keeps the sheet's counts and totals. */
export class RowReader {
  readonly plan: SheetPlan
  readonly totals: ControlTotals
  /** The part of the totals that refused rows hold, as far as their amounts can be read. */
  readonly refusedTotals: ControlTotals
  refusedRows = 0
  /** Data rows: accepted and refused, without titles, totals, notes and blank lines. */
  rows = 0
  repeatedHeaders = 0
  /** Lines of totals and notes, which are no data. */
  readonly leftOut: number[] = []
  /** Expected but empty: field label → rows. */
  readonly absent = new Map<string, number>()
  private readonly columns: readonly ColumnPlan[]
  private readonly width: number
  private readonly names: string[]
  /** Columns of the header that no field takes; columns beyond the header are unknown as well. */
  private readonly unknown: readonly number[]
  private readonly headed: number
  private readonly money: readonly ColumnPlan[]
  private readonly expected: readonly ColumnPlan[]
  /** The column of the file that says of which currency a row's amounts are. */
  private readonly currency: ColumnPlan | null
  private readonly rules: RowRules

  constructor(plan: SheetPlan) {
    this.plan = plan
    this.columns = planColumns(plan)
    this.width = rawColumns(plan.contract.kind).length
    this.names = keptNames(plan.headers)
    const known = new Set(this.columns.map((column) => column.index))
    this.headed = plan.headers.length
    this.unknown = [...plan.headers.keys()].filter((index) => !known.has(index))
    this.money = this.columns.filter(({ field }) => field.type === 'money')
    this.expected = this.columns.filter(({ field }) => field.expected)
    this.currency = this.columns.find(({ field, index }) => field.name === 'currency' && index >= 0) ?? null
    this.rules = new RowRules(plan, this.columns, (index) => this.name(index))
    this.totals = new ControlTotals(plan, this.columns)
    this.refusedTotals = new ControlTotals(plan, this.columns)
  }

  /** Counts rows that were read elsewhere as `read` would have read them. */
  addPart({ rows, sums, absent }: BulkPart): void {
    this.rows += rows
    for (const [field, sum] of sums) this.totals.addSum(field, sum)
    for (const { field } of this.expected) this.addAbsent(field.label, absent.get(field.name) ?? 0)
  }

  /**
   * Null for a row that is no data: before the header, blank, a total, a note or the header again. Throws IngestError
   * `tables_mixed` at the header of another table.
   */
  read(row: SourceRow): RawRow | RefusedRow | null {
    if (row.line <= this.plan.headerLine || isBlankRow(row.cells)) return null
    if (this.plan.sheet.headers === null) refuseOtherHeader(row, this.plan)
    const progress: RowInProgress = {
      values: new Array<string | null>(this.width).fill(null),
      extra: {},
      sealed: [],
      failures: [],
    }
    const { values, extra, sealed, failures } = progress
    for (const column of this.columns) this.readCell(column, row.cells, progress)
    if (this.currency !== null) this.refuseForeignAmounts(this.currency, row.cells, progress)
    if (this.isNoData(row, failures.length > 0)) return null
    this.rows++
    this.addTo(this.totals, values)
    this.checkWidth(row, failures)
    this.keepUnknown(row.cells, progress)
    this.rules.settle(row, progress)
    if (failures.length > 0) {
      this.refusedRows++
      this.addTo(this.refusedTotals, values)
      return this.refuse(row, failures)
    }
    this.noteAbsent(values)
    return {
      values,
      extra: isEmpty(extra) ? null : JSON.stringify(extra),
      sheet: this.plan.sheet.name,
      rowNumber: row.line,
      ...(sealed.length > 0 ? { sealed } : {}),
    }
  }

  /** What the source's policy let pass or left out: Chinese clause → rows. */
  get deviations(): ReadonlyMap<string, number> {
    return this.rules.counts
  }

  private readCell(column: ColumnPlan, cells: readonly string[], row: RowInProgress): void {
    const text = column.index < 0 ? column.constant : (cells[column.index] ?? '')
    const parsed = text === '' ? null : column.parse(text)
    if (parsed instanceof Refusal) row.failures.push(failure(column, parsed))
    else if (parsed === null && column.required) row.failures.push(failure(column, missing))
    else if (parsed !== null && column.field.freeText) this.keepFreeText(column, text, parsed, row)
    else {
      row.values[column.position] = parsed
      if (parsed !== text) this.keepOriginal(column, text, row)
    }
  }

  /** A row that leaves its currency blank, or says 人民币, has no amount in dollars. */
  private refuseForeignAmounts(
    currency: ColumnPlan,
    cells: readonly string[],
    { values, failures }: RowInProgress,
  ): void {
    if (!/^(?:人民币|RMB|CNY)?$/i.test(values[currency.position] ?? '')) return
    for (const column of this.money) {
      const refusal = refuseForeign(narrow(cells[column.index] ?? ''))
      if (refusal) failures.push(failure(column, refusal))
    }
  }

  /** The original of a masked text is sealed; `_extra` must not hold it a second time. */
  private keepFreeText(column: ColumnPlan, text: string, parsed: string, row: RowInProgress): void {
    const masked = maskPersonalData(parsed)
    row.values[column.position] = masked.text
    if (masked.found.length > 0) row.sealed.push({ column: column.field.name, text })
    else if (parsed !== text) this.keepOriginal(column, text, row)
  }

  private keepOriginal(column: ColumnPlan, text: string, row: RowInProgress): void {
    if (column.index >= 0 && text !== '') row.extra[this.name(column.index)] = text
  }

  private isNoData(row: SourceRow, hasFailed: boolean): boolean {
    if (hasFailed && repeatsHeader(row.cells, this.plan.headers)) {
      this.repeatedHeaders++
      return true
    }
    if (!this.isTotal(row, hasFailed) && !this.isNote(row.cells, hasFailed)) return false
    this.leftOut.push(row.line)
    return true
  }

  private isTotal(row: SourceRow, hasFailed: boolean): boolean {
    if (!hasFailed && !isPlainTotal(row.cells)) return false
    const total = findTotal(row.cells, this.money.length > 0)
    if (total === null) return false
    this.totals.addTotalRow(row, total, this.rows)
    return true
  }

  private isNote(cells: readonly string[], hasFailed: boolean): boolean {
    return this.plan.sheet.headers === null && (hasFailed ? isFooter(cells) : isLoneNote(cells))
  }

  private addTo(totals: ControlTotals, values: readonly (string | null)[]): void {
    for (const column of this.money) {
      const yuan = values[column.position]
      if (typeof yuan === 'string') totals.addCell(column, yuan)
    }
  }

  /** A text row wider than its header has been torn by a stray delimiter: its cells sit in the wrong columns. */
  private checkWidth(row: SourceRow, failures: Failure[]): void {
    if (row.cells.length <= this.headed || this.plan.sheet.name !== null || this.plan.sheet.headers !== null)
      return
    const beyond = row.cells.slice(this.headed).filter((cell) => cell.trim() !== '').length
    if (beyond > 0) failures.push({ field: null, label: '整行', refusal: shifted })
  }

  private noteAbsent(values: readonly (string | null)[]): void {
    for (const { field, position } of this.expected)
      if (values[position] === null) this.addAbsent(field.label, 1)
  }

  private addAbsent(label: string, rows: number): void {
    if (rows > 0) this.absent.set(label, (this.absent.get(label) ?? 0) + rows)
  }

  private keepUnknown(cells: readonly string[], row: RowInProgress): void {
    for (const index of this.unknown) this.keepUnknownCell(index, cells[index] ?? '', row)
    for (let index = this.headed; index < cells.length; index++)
      this.keepUnknownCell(index, cells[index] ?? '', row)
  }

  private keepUnknownCell(index: number, text: string, row: RowInProgress): void {
    if (text === '') return
    this.rules.settleUnknown(index, row)
    if (!this.rules.keepsUnknown) return
    const masked = maskPersonalData(text)
    row.extra[this.name(index)] = masked.text
    if (masked.found.length > 0) row.sealed.push({ column: this.name(index), text })
  }

  private refuse(row: SourceRow, failures: readonly Failure[]): RefusedRow {
    const [first] = failures
    return {
      sheet: this.plan.sheet.name,
      rowNumber: row.line,
      column: first?.field ?? null,
      code: first?.refusal.code ?? 'row_shifted',
      message: `${failures.map(({ label, refusal }) => `${label}：${refusal.advice}`).join('；')}。`,
      cells: this.refusedCells(
        row.cells,
        failures.some(({ refusal }) => refusal === shifted),
      ),
    }
  }

  /** The row as it came, with personal data masked wherever free text may stand. */
  private refusedCells(cells: readonly string[], isTorn: boolean): Record<string, string> {
    const codes = new Set(this.columns.filter(({ field }) => field.type === 'code').map(({ index }) => index))
    const kept: Record<string, string> = {}
    for (const [index, text] of cells.entries())
      if (text !== '')
        kept[this.name(index)] =
          codes.has(index) && !isTorn && isCode(text) ? text : maskPersonalData(text).text
    return kept
  }

  private name(index: number): string {
    return this.names[index] ?? withoutPersonalData(this.plan.sheet.headers?.[index] ?? unnamed(index))
  }
}

const missing = new Refusal('required_missing', '必填而没有填')
const shifted = new Refusal('row_shifted', '单元格比表头多，多半是文字里有没加引号的逗号，各列已错位')

/** A number or code stays as it came, so that it can be repaired; a torn row may have a sentence in its place. */
function isCode(text: string): boolean {
  return text.length <= 40 && !/[\u4e00-\u9fff@]/.test(text)
}

function failure(column: ColumnPlan, refusal: Refusal): Failure {
  return { field: column.field.name, label: column.field.label, refusal }
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}
