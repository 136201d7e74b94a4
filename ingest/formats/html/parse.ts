import { Parser } from 'htmlparser2'
import type { MergedCell } from '../table.ts'

/** One table of a page, row by row; cells that span keep their text in the first place, as in a workbook. */
export interface HtmlTable {
  readonly rows: string[][]
  readonly merged: MergedCell[]
}

const silent = new Set(['script', 'style', 'template', 'head', 'select'])
const mostSpan = 200

/** All tables of an HTML text that hold no other table; scripts and styles are passed over, nothing is fetched. */
export function parseTables(html: string, mostColumns: number): HtmlTable[] {
  const gatherer = new TableGatherer(mostColumns)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        gatherer.open(name, attributes)
      },
      ontext: (text) => {
        gatherer.text(text)
      },
      onclosetag: (name) => {
        gatherer.close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  return gatherer.tables
}

interface OpenTable extends HtmlTable {
  row: string[] | null
  cell: string | null
  span: number
  /** Column → rows it still reaches down over. */
  readonly reach: Map<number, number>
  isOuter: boolean
}

class TableGatherer {
  readonly tables: HtmlTable[] = []
  private readonly open_: OpenTable[] = []
  private silence = 0
  private readonly mostColumns: number

  constructor(mostColumns: number) {
    this.mostColumns = mostColumns
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (silent.has(name)) this.silence++
    const table = this.open_.at(-1)
    if (name === 'table') {
      if (table) table.isOuter = true
      this.open_.push({
        rows: [],
        merged: [],
        row: null,
        cell: null,
        span: 1,
        reach: new Map(),
        isOuter: false,
      })
    } else if (name === 'tr' && table) this.openRow(table)
    else if ((name === 'td' || name === 'th') && table) this.openCell(table, attributes)
    else if (name === 'br' && typeof table?.cell === 'string') table.cell += '\n'
  }

  text(text: string): void {
    const table = this.open_.at(-1)
    if (this.silence === 0 && typeof table?.cell === 'string') table.cell += text
  }

  close(name: string): void {
    if (silent.has(name)) this.silence = Math.max(0, this.silence - 1)
    const table = this.open_.at(-1)
    if (!table) return
    if (name === 'td' || name === 'th') this.closeCell(table)
    else if (name === 'tr') this.closeRow(table)
    else if (name === 'table') {
      this.closeRow(table)
      this.open_.pop()
      if (!table.isOuter) this.tables.push({ rows: table.rows, merged: table.merged })
    }
  }

  private openRow(table: OpenTable): void {
    this.closeRow(table)
    table.row = []
    this.skipReached(table)
  }

  private openCell(table: OpenTable, attributes: Readonly<Record<string, string>>): void {
    this.closeCell(table)
    if (!table.row) this.openRow(table)
    table.cell = ''
    table.span = spanOf(attributes['colspan'])
    const down = spanOf(attributes['rowspan']) - 1
    const at = table.row?.length ?? 0
    const line = table.rows.length + 1
    if (down > 0) table.merged.push({ column: at, first: line, last: line + down })
    if (down > 0) for (let column = at; column < at + table.span; column++) table.reach.set(column, down)
  }

  private closeCell(table: OpenTable): void {
    if (table.cell === null || !table.row) return
    const text = table.cell
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    table.cell = null
    if (table.row.length + table.span > this.mostColumns) return
    table.row.push(text, ...Array.from({ length: table.span - 1 }, () => ''))
    this.skipReached(table)
  }

  private closeRow(table: OpenTable): void {
    this.closeCell(table)
    if (table.row) table.rows.push(table.row)
    table.row = null
  }

  /** Columns that a cell of an earlier row reaches down over stay empty. */
  private skipReached(table: OpenTable): void {
    if (!table.row) return
    for (let left = table.reach.get(table.row.length); left !== undefined;) {
      const column = table.row.length
      if (left > 1) table.reach.set(column, left - 1)
      else table.reach.delete(column)
      table.row.push('')
      left = table.reach.get(table.row.length)
    }
  }
}

function spanOf(text: string | undefined): number {
  const span = Number(text ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, mostSpan) : 1
}
