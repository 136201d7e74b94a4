import { basename } from 'node:path'
import { IngestError } from '../../errors.ts'
import type { Limits } from '../../limits.ts'
import { batchRows, type SourceRow } from '../table.ts'
import { xlsxDamaged, type XlsxArchive } from './archive.ts'
import { numberText } from '../number-text.ts'
import type { SheetNotes } from './sheet-notes.ts'
import { serialToText } from './serial.ts'
import { unescapeText } from './shared-strings.ts'
import type { StringTable } from './string-table.ts'
import { walkXml, type Attributes } from './xml.ts'

export interface BookContext {
  readonly sharedStrings: StringTable
  readonly isDateStyle: readonly boolean[]
  readonly date1904: boolean
}

/** Streams the rows of one worksheet part in batches; rows that the file skips are not invented. */
export async function* readSheetRows(
  archive: XlsxArchive,
  part: string,
  book: BookContext,
  limits: Limits,
  notes: SheetNotes,
): AsyncGenerator<SourceRow[]> {
  const gatherer = new RowGatherer(archive.path, book, limits, notes)
  const stream = await archive.stream(part)
  try {
    const walk = walkXml(archive.path, stream, gatherer)
    while (!(await walk.next()).done) if (gatherer.rows.length >= batchRows) yield gatherer.takeRows()
    if (gatherer.rows.length > 0) yield gatherer.takeRows()
  } finally {
    stream.destroy()
  }
}

/** Turns the events of sheet XML (ECMA-376 18.3) into rows of text. */
class RowGatherer {
  rows: SourceRow[] = []
  private readonly path: string
  private readonly book: BookContext
  private readonly limits: Limits
  private readonly notes: SheetNotes
  private line = 0
  private cells: string[] = []
  private column = -1
  private type = 'n'
  private isDate = false
  private value = ''
  private reading = false
  private inPhonetic = false
  private hasFormula = false

  constructor(path: string, book: BookContext, limits: Limits, notes: SheetNotes) {
    this.notes = notes
    this.path = path
    this.book = book
    this.limits = limits
  }

  takeRows(): SourceRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v' || (name === 't' && !this.inPhonetic)) this.reading = true
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'rPh') this.inPhonetic = true
    else if (name === 'f') this.hasFormula = true
    else if (name === 'col' && isHidden(attributes))
      this.notes.hiddenColumns += Number(attributes['max'] ?? 1) - Number(attributes['min'] ?? 1) + 1
  }

  readonly text = (text: string): void => {
    if (this.reading) this.value += text
  }

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.reading = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.rows.push({ line: this.line, cells: this.cells })
    else if (name === 'rPh') this.inPhonetic = false
  }

  private openRow(attributes: Attributes): void {
    this.line = attributes['r'] === undefined ? this.line + 1 : Number(attributes['r'])
    this.cells = []
    this.column = -1
    if (isHidden(attributes)) this.notes.hiddenRows++
    if (this.line > this.limits.rows) throw this.tooMuch('rows_limit', `超过 ${this.limits.rows} 行的上限`)
  }

  private openCell(attributes: Attributes): void {
    this.column = attributes['r'] === undefined ? this.column + 1 : columnIndex(attributes['r'])
    if (this.column >= this.limits.columns)
      throw this.tooMuch('xlsx_limit', `超过 ${this.limits.columns} 列的上限`)
    this.type = attributes['t'] ?? 'n'
    this.isDate = this.book.isDateStyle[Number(attributes['s'] ?? 0)] ?? false
    this.value = ''
    this.hasFormula = false
  }

  private closeCell(): void {
    if (this.value === '') {
      // An empty text is a result too; a formula without any was never calculated.
      if (this.hasFormula && this.type !== 'str') this.notes.uncached++
      return
    }
    if (this.value.length > this.limits.cellCharacters)
      throw this.tooMuch(
        'xlsx_limit',
        `第 ${this.line} 行有单元格超过 ${this.limits.cellCharacters} 字的上限`,
      )
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = this.cellText()
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.sharedText()
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE'
      case 'str':
      case 'inlineStr':
        return unescapeText(this.value)
      case 'd':
        return this.value.replace('T', ' ')
      case 'n':
        return this.numberCell()
      case 'e':
        // In a text file #N/A is how programs write nothing; in a cell it is a formula that failed.
        return this.value === '#N/A' ? '#N/A（公式出错）' : this.value
      default:
        return this.value
    }
  }

  private sharedText(): string {
    const text = this.book.sharedStrings.at(Number(this.value))
    if (text === undefined) throw xlsxDamaged(this.path, `第 ${this.line} 行有单元格的文字不在文件里`)
    return text
  }

  private numberCell(): string {
    const day = this.isDate ? serialToText(Number(this.value), this.book.date1904) : null
    return day ?? numberText(this.value)
  }

  private tooMuch(code: 'rows_limit' | 'xlsx_limit', what: string): IngestError {
    return new IngestError(code, `“${basename(this.path)}”${what}，请拆成几个文件。`, this.path)
  }
}

function isHidden(attributes: Attributes): boolean {
  return attributes['hidden'] === '1' || attributes['hidden'] === 'true'
}

/** 'BC12' → 54 (0-based). */
export function columnIndex(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    index = index * 26 + (code - 64)
  }
  return index - 1
}
