import { type AccountTable, accountTables, bareTitle } from '#terms'
import { type Cents, parseCents } from '../money.ts'
import { type Line, type Spot, spot } from './document.ts'

/** 万元 with two decimals, kept as whole hundredths (百元). */
export interface TableRow extends Spot {
  readonly text: string
  /** Functional or economic code when the row begins with one. */
  readonly code: string | null
  readonly amounts: readonly Cents[]
}

export interface Table extends Spot {
  readonly name: AccountTable
  readonly rows: readonly TableRow[]
}

const amountWord = /^-?\d{1,3}(?:,?\d{3})*\.\d{1,2}$/u

/** The tables that stand in the file, each from its title to the next title or the narrative. */
export function tablesOf(lines: readonly Line[]): Table[] {
  const tables: Table[] = []
  let rows: TableRow[] | null = null
  for (const line of lines) {
    const name = titleOf(line)
    if (name !== undefined) tables.push({ name, ...spot(line), rows: (rows = []) })
    else if (line.text.startsWith('第三部分')) rows = null
    else rows?.push(rowOf(line))
  }
  return tables
}

function titleOf({ text }: Line): AccountTable | undefined {
  const title = bareTitle(text)
  return accountTables.find((name) => bareTitle(name) === title)
}

function rowOf(line: Line): TableRow {
  const digits: string[] = []
  for (const word of line.words) {
    if (!/^\d{2,7}$/u.test(word)) break
    digits.push(word)
  }
  const code = digits.join('')
  return {
    ...spot(line),
    text: line.text,
    code: /^[1-9]\d{2}(?:\d{2}){0,2}$/u.test(code) ? code : null,
    amounts: line.words.flatMap((word) => (amountWord.test(word) ? (amountOf(word) ?? []) : [])),
  }
}

/** '2,940.05' → 294005. */
export function amountOf(text: string): Cents | null {
  return parseCents(text.replace(/[,，]/gu, ''))
}

/** The first amount that follows a label on one line of the table: '总计' → 2,995.39. */
export function amountAt(
  table: Table,
  label: RegExp,
): { readonly cents: Cents; readonly page: number } | null {
  for (const row of table.rows) {
    const found = label.exec(row.text)
    if (!found) continue
    const after = /^-?[\d,]+\.\d{1,2}/u.exec(row.text.slice(found.index + found[0].length))
    const cents = after ? amountOf(after[0]) : null
    if (cents !== null) return { cents, page: row.page }
  }
  return null
}
