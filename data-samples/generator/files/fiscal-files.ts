import { type FiscalSubject, type GovernmentDebt } from '../budget/fiscal.ts'
import { ledgerDay, type Investment, type Receivable, type TreasuryMonth } from '../budget/ledgers.ts'
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

const treasuryColumns: readonly Column<TreasuryMonth>[] = [
  { header: '地区', cell: (row) => row.region },
  { header: '地区代码', cell: (row) => row.regionCode },
  { header: '月末日期', cell: (row) => row.monthEnd },
  { header: '当月库款流入（元）', cell: (row) => yuan(row.inflow) },
  { header: '当月库款流出（元）', cell: (row) => yuan(row.outflow) },
  { header: '月末库款余额（元）', cell: (row) => yuan(row.balance) },
]

const investmentColumns: readonly Column<Investment>[] = [
  { header: '项目代码', cell: (row) => row.proCode },
  { header: '项目名称', cell: (row) => row.name },
  { header: '预算单位代码', cell: (row) => row.agencyCode },
  { header: '预算单位', cell: (row) => row.agencyName },
  { header: '投资估算（万元）', cell: (row) => wan(row.estimate) },
  { header: '批准概算（万元）', cell: (row) => wan(row.approved) },
  { header: '累计支付（万元）', cell: (row) => wan(row.paid) },
  { header: '截至日期', cell: () => ledgerDay },
]

const receivableColumns: readonly Column<Receivable>[] = [
  { header: '往来款编号', cell: (row) => row.id },
  { header: '预算单位代码', cell: (row) => row.agencyCode },
  { header: '预算单位', cell: (row) => row.agencyName },
  { header: '会计科目', cell: (row) => row.subject },
  { header: '往来单位', cell: (row) => row.counterparty },
  { header: '挂账日期', cell: (row) => row.occurred },
  { header: '挂账余额（元）', cell: (row) => yuan(row.balance) },
  { header: '截至日期', cell: () => ledgerDay },
]

/** Treasury months in a CSV, investment projects in a workbook, open receivables in a CSV. */
export function ledgerFiles({ ledgers }: World): FilePlan[] {
  return [
    {
      path: 'treasury_months/库款月报_2024-2026.csv',
      kind: 'treasury_months',
      format: 'csv',
      encoding: 'utf-8-bom',
      columns: treasuryColumns as readonly Column<unknown>[],
      rows: ledgers.treasury,
      dirt: [spoilt('月末日期 2025-02-30 不存在', '月末日期', '2025-02-30')],
    },
    {
      path: 'investments/政府投资项目概算和支付情况表.xlsx',
      kind: 'investments',
      format: 'xlsx',
      sheet: '政府投资项目',
      titles: ['云岭市政府投资项目概算和支付情况表', '单位：万元'],
      columns: investmentColumns as readonly Column<unknown>[],
      rows: ledgers.investments,
      dirt: [],
      widths: [16, 24, 14, 28],
    },
    {
      path: 'receivables/2026年往来款项余额表.csv',
      kind: 'receivables',
      format: 'csv',
      encoding: 'gb18030',
      columns: receivableColumns as readonly Column<unknown>[],
      rows: ledgers.receivables,
      dirt: [spoilt('挂账余额“待核”', '挂账余额（元）', '待核')],
    },
  ]
}

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
