import { type FiscalSubject, type GovernmentDebt } from '../budget/fiscal.ts'
import { fiscalYears } from '../budget/plan.ts'
import { type World } from '../world.ts'
import { type FilePlan } from './plan.ts'
import { spoilt, wan, yuan, type Column } from './table.ts'

const revenueColumns: readonly Column<FiscalSubject>[] = [
  { header: '地区', cell: (row) => row.region },
  { header: '地区代码', cell: (row) => row.regionCode },
  { header: '预算年度', cell: (row) => row.fiscalYear },
  { header: '四本账', cell: (row) => row.account },
  { header: '收入科目代码', cell: (row) => row.code },
  { header: '收入科目', cell: (row) => row.name },
  { header: '年初预算（万元）', cell: (row) => wan(row.budget) },
  { header: '调整预算（万元）', cell: (row) => wan(row.adjusted) },
  { header: '执行数（万元）', cell: (row) => wan(row.executed) },
  { header: '截至日期', cell: (row) => row.asOf },
]

const expenditureColumns: readonly Column<FiscalSubject>[] = [
  { header: '地区', cell: (row) => row.region },
  { header: '地区代码', cell: (row) => row.regionCode },
  { header: '年度', cell: (row) => String(row.fiscalYear) },
  { header: '预算类型', cell: (row) => row.account },
  { header: '支出功能科目代码', cell: (row) => row.code },
  { header: '支出功能科目名称', cell: (row) => row.name },
  { header: '是否重点支出', cell: (row) => (row.isKey === true ? '是' : '否') },
  { header: '年初预算数（元）', cell: (row) => yuan(row.budget) },
  { header: '调整预算数（元）', cell: (row) => yuan(row.adjusted) },
  { header: '累计执行数（元）', cell: (row) => yuan(row.executed) },
  { header: '常委会批准文号', cell: (row) => row.approvedBy ?? '' },
  { header: '统计截止日期', cell: (row) => row.asOf },
]

const debtColumns: readonly Column<GovernmentDebt>[] = [
  { header: '地区', cell: (row) => row.region },
  { header: '地区代码', cell: (row) => row.regionCode },
  { header: '年份', cell: (row) => row.fiscalYear },
  { header: '债务类型', cell: (row) => row.kind },
  { header: '债务限额（万元）', cell: (row) => wan(row.limit) },
  { header: '年末债务余额（万元）', cell: (row) => wan(row.balance) },
  { header: '付息支出（万元）', cell: (row) => wan(row.interest) },
  { header: '综合财力（万元）', cell: (row) => wan(row.capacity) },
  { header: '截至日期', cell: (row) => row.asOf },
]

/** Whole governments: revenue a workbook a year, expenditure a CSV a year, debt in one workbook. */
export function fiscalFiles({ fiscal }: World): FilePlan[] {
  const yearly = fiscalYears.flatMap((year): FilePlan[] => [
    {
      path: `revenues/${year}年收入预算执行情况表.xlsx`,
      kind: 'revenues',
      format: 'xlsx',
      sheet: '收入',
      titles: [`${year}年云岭市及各区县收入预算执行情况表`, '单位：万元'],
      columns: revenueColumns as readonly Column<unknown>[],
      rows: fiscal.revenues.filter(({ fiscalYear }) => fiscalYear === year),
      dirt: year === 2025 ? [spoilt('执行数“见附件”', '执行数（万元）', '见附件')] : [],
      widths: [14, 14, 10, 18, 14, 24],
    },
    {
      path: `expenditures/${year}年支出预算执行情况表.csv`,
      kind: 'expenditures',
      format: 'csv',
      encoding: year === 2024 ? 'gb18030' : 'utf-8-bom',
      columns: expenditureColumns as readonly Column<unknown>[],
      rows: fiscal.expenditures.filter(({ fiscalYear }) => fiscalYear === year),
      dirt: year === 2026 ? [spoilt('支出科目名称为空', '支出功能科目名称', '')] : [],
    },
  ])
  const debts: FilePlan = {
    path: 'debts/政府债务限额和余额情况表.xlsx',
    kind: 'debts',
    format: 'xlsx',
    sheet: '政府债务',
    titles: ['云岭市及各区县政府债务限额和余额情况表', '单位：万元'],
    columns: debtColumns as readonly Column<unknown>[],
    rows: fiscal.debts,
    dirt: [spoilt('债务余额“待核”', '年末债务余额（万元）', '待核')],
    widths: [14, 14, 10, 14, 18, 20, 18, 18],
  }
  return [...yearly, debts]
}
