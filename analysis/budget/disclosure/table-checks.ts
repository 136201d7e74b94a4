import { type AccountTable } from '#terms'
import { spot } from './document.ts'
import { type DisclosureIssue, isSum, tolerance, wan } from './issue.ts'
import { type Table, type TableRow, amountAt } from './tables.ts'

const byFunction: readonly AccountTable[] = ['收入决算表', '支出决算表', '一般公共预算财政拨款支出决算表']

/** What a table's own numbers must satisfy, and what two tables must agree on. */
export function checkTables(tables: readonly Table[]): DisclosureIssue[] {
  return [
    ...tables.filter(({ name }) => byFunction.includes(name)).flatMap(checkFunctionTable),
    ...tables.filter(({ name }) => name.endsWith('总表')).flatMap(checkBalance),
    ...checkAcross(tables),
  ]
}

/** 类 = Σ款, 款 = Σ项, 合计 = Σ类, and in each row the first number is the sum of the others. */
function checkFunctionTable(table: Table): DisclosureIssue[] {
  const coded = table.rows.filter((row) => row.code !== null && row.amounts.length > 0)
  const rows = coded.flatMap((row) => [...checkColumns(table, row), ...checkChildren(table, row, coded)])
  const classes = coded.filter(({ code }) => code?.length === 3).map(first)
  const total = totalOf(table)
  if (!total || classes.length === 0 || isSum(first(total), classes)) return rows
  return [
    ...rows,
    inTable(
      table,
      total,
      first(total) - sum(classes),
      `合计 ${wan(first(total))}，各类相加 ${wan(sum(classes))}`,
    ),
  ]
}

function checkColumns(table: Table, row: TableRow): DisclosureIssue[] {
  const [total = 0, ...parts] = row.amounts
  if (parts.length === 0 || isSum(total, parts) || hasStray(table, row, total - sum(parts))) return []
  const text = `科目 ${row.code ?? ''} 合计 ${wan(total)}，各列相加 ${wan(sum(parts))}`
  return [inTable(table, row, total - sum(parts), text)]
}

function checkChildren(table: Table, row: TableRow, coded: readonly TableRow[]): DisclosureIssue[] {
  const code = row.code ?? ''
  const below = coded
    .filter((other) => other.code?.length === code.length + 2 && other.code.startsWith(code))
    .map(first)
  if (below.length === 0 || isSum(first(row), below)) return []
  const text = `科目 ${code} ${wan(first(row))}，下级科目相加 ${wan(sum(below))}`
  return [inTable(table, row, first(row) - sum(below), text)]
}

function inTable(table: Table, row: TableRow, gap: number, text: string): DisclosureIssue {
  return { check: '表内勾稽', ...spot(row), gap, text: `${table.name}：${text}` }
}

function first(row: TableRow): number {
  return row.amounts[0] ?? 0
}

/** Whether the missing part stands a little above or below its row: cells of one row need not share a height. */
function hasStray(table: Table, row: TableRow, missing: number): boolean {
  const at = table.rows.indexOf(row)
  return [table.rows[at - 1], table.rows[at + 1]].some(
    (other) => other?.code === null && other.amounts.some((amount) => Math.abs(amount - missing) <= 1),
  )
}

/** The row of the whole table: its label and its numbers may stand on neighbouring lines. */
export function totalOf(table: Table): TableRow | undefined {
  const labelled = table.rows.find(
    (row) => row.text.includes('合计') && row.code === null && row.amounts.length > 0,
  )
  if (labelled) return labelled
  const at = table.rows.findIndex((row) => /^(?:类款项)?合计$|^类款项$/u.test(row.text))
  const near = [table.rows[at - 1], table.rows[at + 1], table.rows[at - 2]]
  return at < 0 ? undefined : near.find((row) => row?.code === null && row.amounts.length > 0)
}

function checkBalance(table: Table): DisclosureIssue[] {
  const row = table.rows.find(({ text }) => /总计.*总计/u.test(text))
  const [income, spending] = row?.amounts ?? []
  if (row === undefined || income === undefined || spending === undefined || Math.abs(income - spending) <= 1)
    return []
  const text = `${table.name}：收入总计 ${wan(income)}，支出总计 ${wan(spending)}`
  return [{ check: '收支平衡', ...spot(row), gap: income - spending, text }]
}

/** Totals that two tables both give. */
function checkAcross(tables: readonly Table[]): DisclosureIssue[] {
  const find = (name: AccountTable): Table | undefined => tables.find((table) => table.name === name)
  const total = find('收入支出决算总表')
  const issues: DisclosureIssue[] = []
  for (const [name, label] of [
    ['收入决算表', /本年收入合计/u],
    ['支出决算表', /本年支出合计/u],
  ] as const) {
    const detail = find(name)
    const whole = total ? amountAt(total, label) : null
    const row = detail ? totalOf(detail) : undefined
    const own = row?.amounts[0]
    if (whole && row && own !== undefined && Math.abs(whole.cents - own) > tolerance)
      issues.push({
        check: '表间勾稽',
        ...spot(row),
        gap: whole.cents - own,
        text: `${name}合计 ${wan(own)}，收入支出决算总表为 ${wan(whole.cents)}`,
      })
  }
  return issues
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0)
}
