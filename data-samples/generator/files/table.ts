import { type Random } from '../prng.ts'
import { type Cell } from '../writers/xlsx.ts'

export type Kind =
  | 'suggestions'
  | 'petitions'
  | 'comments'
  | 'budget_lines'
  | 'budget_adjustments'
  | 'payments'
  | 'transfers'
  | 'procurements'
  | 'regions'
  | 'units'
  | 'proceedings'
  | 'livelihood_projects'
  | 'bids'
  | 'disclosures'
  | 'disclosure_lines'
  | 'receivables'
  | 'investments'
  | 'treasury_months'
  | 'debts'
  | 'expenditures'
  | 'revenues'

/** One column of a file: its header there and how a row fills it. */
export interface Column<Row> {
  header: string
  cell: (row: Row, random: Random) => Cell
}

/** One way a clerk spoils a row, and what the reader should make of it. */
export interface Dirt {
  /** What was done, in the words of PLANTED.md. */
  what: string
  spoil: (cells: Cell[], headers: readonly string[]) => Cell[]
}

export interface DirtyRow {
  /** Counted from 1 at the file's (or sheet's) first line, one line a record. */
  row: number
  what: string
}

export interface TableRows {
  headers: string[]
  rows: Cell[][]
  dirty: DirtyRow[]
}

/** The rows of a file in order, with spoilt rows put in at places the seed decides. */
export function tableRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  random: Random,
  options: { dirt: readonly Dirt[]; headerRow: number },
): TableRows {
  const headers = columns.map(({ header }) => header)
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row, random)))
  const inserted = options.dirt.map((dirt) => ({ dirt, at: random.int(3, Math.max(3, cells.length - 3)) }))
  inserted.sort((left, right) => left.at - right.at)
  const dirty: DirtyRow[] = []
  inserted.forEach(({ dirt, at }, index) => {
    const position = at + index
    const model = cells[position - 1] ?? cells[0]
    if (!model) return
    cells.splice(position, 0, dirt.spoil([...model], headers))
    dirty.push({ row: options.headerRow + 1 + position, what: dirt.what })
  })
  return { headers, rows: cells, dirty }
}

/** Puts a text into the column of that header. */
export function spoilt(what: string, header: string, value: Cell): Dirt {
  return {
    what,
    spoil: (cells, headers) => cells.map((cell, index) => (headers[index] === header ? value : cell)),
  }
}

/** The row slipped one column to the left, as after a cell was deleted. */
export function shifted(from: string): Dirt {
  return {
    what: `从“${from}”起整行左移一列`,
    spoil: (cells, headers) => {
      const start = headers.indexOf(from)
      return [...cells.slice(0, start), ...cells.slice(start + 1), null]
    },
  }
}

/** Text of a cell for CSV; date cells never reach a CSV. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') throw new TypeError('A date cell in a text file')
  return String(cell)
}

/** 元 with two decimals, exact, from 分. */
export function yuan(cents: number): string {
  const sign = cents < 0 ? '-' : ''
  const value = Math.abs(cents)
  return `${sign}${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
}

/** 元 with thousands separators, as exports for reading have it. */
export function groupedYuan(cents: number): string {
  return yuan(cents).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** 万元 as a number cell; exact to the 分, since budgets are whole hundreds of 元. */
export function wan(cents: number): number {
  return Number((cents / 1_000_000).toFixed(6))
}
