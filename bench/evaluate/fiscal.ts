import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type DebtRow, type ExpenditureRow } from '../../analysis/budget/index.ts'
import { table } from '../../cli/output.ts'
import { BudgetMarts, type BudgetRecords } from '../budget/marts.ts'

type Row = Readonly<Record<string, string>>

/** What the rules on whole governments and the gate before them say of the real panel: counts, never a figure. */
export async function measureFiscal(panel: string): Promise<string> {
  const rows: Row[] = parse(readFileSync(panel), { columns: true, bom: true, skip_empty_lines: true })
  const marts = await BudgetMarts.open()
  try {
    const { findings } = await marts.check(recordsOf(rows), {
      today: '2026-03-01',
      only: ['B41', 'B42', 'B43'],
    })
    const counts = new Map<string, Set<string>>()
    for (const { rule, ruleName, unitName, year } of findings) {
      const name = `${rule} ${ruleName}`
      counts.set(name, (counts.get(name) ?? new Set()).add(`${unitName} ${String(year)}`))
    }
    const products = findings.filter(({ rule, text }) => rule === 'Q06' && text.includes('地区生产总值'))
    return [
      table(
        ['规则', '条数', '地区年度'],
        [...counts].sort().map(([name, places]) => {
          const own = findings.filter(({ rule, ruleName }) => `${rule} ${ruleName}` === name)
          return [name, own.length, [...places].sort().join('；')]
        }),
      ),
      `地区生产总值数量级离群由数据质量检查拦下 ${String(products.length)} 处，共 ${String(rows.length)} 个地区年度`,
    ].join('\n')
  } finally {
    marts.close()
  }
}

/** 亿元 → 元; empty and unreadable cells are missing. */
function yuan(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : (Number(cell) * 1e8).toFixed(2)
}

function recordsOf(rows: readonly Row[]): BudgetRecords {
  const place = (key: string, index: number) => ({
    record_key: key,
    source_file: 'panel.csv',
    sheet: null,
    row_number: index + 2,
  })
  const government = (row: Row) => ({
    region: row['region'] ?? '',
    region_code: row['code'] ?? '',
    fiscal_year: Number(row['year']),
  })
  const debts = rows.flatMap((row, index) =>
    (['general', 'special'] as const).map((kind): DebtRow => ({
      ...place(`${String(index)}/${kind}`, index),
      ...government(row),
      debt_kind: kind === 'general' ? '一般债务' : '专项债务',
      limit_amount: yuan(row[`limit_${kind}`]),
      balance: yuan(row[`bal_${kind}`]),
      quota: null,
      issued_new: null,
      repaid: null,
      interest: yuan(row[`interest_${kind}`]),
      capacity: null,
      product: yuan(row['gdp']),
      approved_by: null,
      as_of: null,
    })),
  )
  const expenditures = rows.flatMap((row, index) =>
    (
      [
        ['一般公共预算', '一般公共预算支出', row['budget_exp']],
        ['政府性基金预算', '政府性基金支出', row['fund_exp']],
      ] as const
    ).map(([account, name, cell]): ExpenditureRow => ({
      ...place(`${String(index)}/${account}`, index),
      ...government(row),
      account,
      subject_code: null,
      subject_name: name,
      is_key: null,
      budget_amount: null,
      adjusted_amount: null,
      executed_amount: yuan(cell),
      approved_by: null,
      as_of: null,
    })),
  )
  return {
    payments: [],
    budgetLines: [],
    adjustments: [],
    transfers: [],
    procurements: [],
    debts,
    expenditures,
  }
}
