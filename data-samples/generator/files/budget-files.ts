import { isoDay, minuteOf, partsOf } from '../calendar.ts'
import {
  type Adjustment,
  type BudgetLine,
  type Payment,
  type Procurement,
  type Transfer,
} from '../budget/rows.ts'
import { fiscalYears } from '../budget/plan.ts'
import { type World } from '../world.ts'
import { type Cell } from '../writers/xlsx.ts'
import { dayText } from './date-text.ts'
import { dateCell, type FilePlan } from './plan.ts'
import { type Column, groupedYuan, shifted, spoilt, wan, yuan } from './table.ts'

const lineColumns: readonly Column<BudgetLine>[] = [
  { header: '指标编号', cell: (row) => row.bgtId },
  { header: '预算年度', cell: (row) => row.fiscalYear },
  { header: '财政区划', cell: () => '990100000' },
  { header: '预算单位代码', cell: (row) => row.agencyCode },
  { header: '预算单位', cell: (row) => row.agencyName },
  { header: '项目代码', cell: (row) => row.proCode },
  { header: '项目名称', cell: (row) => row.projectName },
  { header: '功能科目', cell: (row) => row.func },
  { header: '部门经济科目', cell: (row) => row.eco },
  { header: '政府经济科目', cell: (row) => row.govEco },
  { header: '资金性质', cell: (row) => row.fundType },
  { header: '四本账', cell: (row) => row.account },
  { header: '指标来源', cell: (row) => row.sourceType },
  { header: '指标金额（万元）', cell: (row) => wan(row.amount) },
  { header: '调减（万元）', cell: (row) => (row.reduced === 0 ? null : wan(row.reduced)) },
  { header: '调增（万元）', cell: (row) => (row.added === 0 ? null : wan(row.added)) },
  { header: '指标文号', cell: (row) => row.docNo },
  {
    header: '发文日期',
    cell: (row, random): Cell =>
      random.chance(0.6) ? dateCell(minuteOf(row.docDay, 0, 0), false) : dayText(random, row.docDay),
  },
]

const adjustmentColumns: readonly Column<Adjustment>[] = [
  { header: '调整编号', cell: (row) => row.adjId },
  { header: '指标编号', cell: (row) => row.bgtId },
  { header: '调整日期', cell: (row, random) => dayText(random, row.day) },
  { header: '调增金额（元）', cell: (row) => groupedYuan(row.added) },
  { header: '调减金额（元）', cell: (row) => groupedYuan(row.reduced) },
  { header: '文号', cell: (row) => row.docNo },
  { header: '批准文号', cell: (row) => row.approvedBy },
]

const paymentColumns: readonly Column<Payment>[] = [
  { header: '凭证号', cell: (row) => row.certNo },
  { header: '指标编号', cell: (row) => row.bgtId },
  { header: '预算年度', cell: (row) => String(row.fiscalYear) },
  { header: '预算单位代码', cell: (row) => row.agencyCode },
  { header: '预算单位', cell: (row) => row.agencyName },
  { header: '项目代码', cell: (row) => row.proCode },
  { header: '项目名称', cell: (row) => row.projectName },
  { header: '功能科目', cell: (row) => row.func },
  { header: '部门经济科目', cell: (row) => row.eco },
  { header: '收款人', cell: (row) => row.payeeName },
  { header: '收款账号', cell: (row) => row.payeeAccount },
  { header: '金额', cell: (row) => yuan(row.amount) },
  { header: '支付日期', cell: (row) => isoDay(row.day) },
  { header: '结算方式', cell: (row) => row.setMode },
  { header: '支付方式', cell: (row) => row.payType },
  { header: '用途', cell: (row) => row.use },
  { header: '合同号', cell: (row) => row.contractNo },
  { header: '发票号', cell: (row) => row.invoiceNo },
]

/** The workbook form: amounts are number cells, dates partly real date cells. */
const paymentSheetColumns: readonly Column<Payment>[] = paymentColumns.map((column) => {
  if (column.header === '金额') return { header: '支付金额（元）', cell: (row: Payment) => row.amount / 100 }
  if (column.header !== '支付日期') return column
  return {
    header: '支付日期',
    cell: (row: Payment, random): Cell =>
      random.chance(0.7) ? dateCell(minuteOf(row.day, 0, 0), false) : dayText(random, row.day),
  }
})

const procurementColumns: readonly Column<Procurement>[] = [
  { header: '合同编号', cell: (row) => row.contractNo },
  { header: '采购单位代码', cell: (row) => row.agencyCode },
  { header: '采购单位', cell: (row) => row.agencyName },
  { header: '项目代码', cell: (row) => row.proCode },
  { header: '品目', cell: (row) => row.item },
  { header: '采购方式', cell: (row) => row.method },
  { header: '供应商数', cell: (row) => String(row.bidders) },
  { header: '供应商', cell: (row) => row.supplier },
  { header: '统一社会信用代码', cell: (row) => row.creditCode },
  { header: '预算金额（元）', cell: (row) => yuan(row.estimate) },
  { header: '合同金额（元）', cell: (row) => yuan(row.amount) },
  { header: '补充合同金额（元）', cell: (row) => (row.supplement === 0 ? '' : yuan(row.supplement)) },
  { header: '签订日期', cell: (row) => isoDay(row.signed) },
  { header: '公告日期', cell: (row) => isoDay(row.published) },
  { header: '验收日期', cell: (row) => (row.accepted === null ? '' : isoDay(row.accepted)) },
  { header: '地区', cell: (row) => row.region },
]

const transferColumns: readonly Column<Transfer>[] = [
  { header: '文号', cell: (row) => row.docNo },
  { header: '下达地区', cell: (row) => row.fromDiv },
  { header: '接收地区', cell: (row) => row.toDiv },
  { header: '转移支付类别', cell: (row) => row.kind },
  { header: '金额（万元）', cell: (row) => wan(row.amount) },
  {
    header: '收文日',
    cell: (row, random): Cell =>
      random.chance(0.5) ? dateCell(minuteOf(row.received, 0, 0), false) : dayText(random, row.received),
  },
  {
    header: '下达日',
    cell: (row, random): Cell =>
      random.chance(0.5) ? dateCell(minuteOf(row.issued, 0, 0), false) : dayText(random, row.issued),
  },
  { header: '预算年度', cell: (row) => row.fiscalYear },
]

export function budgetFiles({ budget }: World): FilePlan[] {
  const yearly = fiscalYears.flatMap((year): FilePlan[] => [
    {
      path: `budget_lines/${year}年市本级部门预算指标.xlsx`,
      kind: 'budget_lines',
      format: 'xlsx',
      sheet: '指标明细',
      titles: [`云岭市${year}年市本级部门预算指标明细表`, '填报单位：云岭市财政局', '单位：万元'],
      columns: lineColumns as readonly Column<unknown>[],
      rows: budget.lines.filter(({ fiscalYear }) => fiscalYear === year),
      dirt:
        year === 2025
          ? [spoilt('金额“见附件”', '指标金额（万元）', '见附件'), spoilt('指标编号为空', '指标编号', null)]
          : [],
      totals: { label: '合计', headers: ['指标金额（万元）'] },
      widths: [18, 10, 12, 12, 28, 24, 26],
    },
    {
      path: `transfers/${year}年转移支付下达情况表.xlsx`,
      kind: 'transfers',
      format: 'xlsx',
      sheet: '转移支付',
      titles: [`${year}年对区县转移支付下达情况表`, '单位：万元'],
      columns: transferColumns as readonly Column<unknown>[],
      rows: budget.transfers.filter(({ fiscalYear }) => fiscalYear === year),
      dirt: year === 2024 ? [spoilt('金额“见附件”', '金额（万元）', '见附件')] : [],
      totals: { label: '合计', headers: ['金额（万元）'] },
      widths: [22, 14, 14, 14],
    },
    {
      path: `procurements/${year}年政府采购合同.csv`,
      kind: 'procurements',
      format: 'csv',
      encoding: year === 2025 ? 'utf-8-bom' : 'gb18030',
      columns: procurementColumns as readonly Column<unknown>[],
      rows: budget.procurements.filter(({ fiscalYear }) => fiscalYear === year),
      dirt: year === 2026 ? [spoilt('合同金额“详见合同”', '合同金额（元）', '详见合同')] : [],
    },
  ])
  const adjustments: FilePlan = {
    path: 'budget_adjustments/指标调整_2024-2026.csv',
    kind: 'budget_adjustments',
    format: 'csv',
    encoding: 'gb18030',
    columns: adjustmentColumns as readonly Column<unknown>[],
    rows: budget.adjustments,
    dirt: [spoilt('调整日期 2025-02-30 不存在', '调整日期', '2025-02-30')],
  }
  return [...yearly, adjustments, ...paymentFiles(budget.payments)]
}

function paymentFiles(payments: readonly Payment[]): FilePlan[] {
  const of = (year: number, months: readonly number[]): Payment[] =>
    payments.filter(({ day }) => partsOf(day).year === year && months.includes(partsOf(day).month))
  const columns = paymentColumns as readonly Column<unknown>[]
  const quarters2024 = [1, 2, 3, 4].map((quarter): FilePlan => ({
    path: `payments/2024年第${quarter}季度国库支付.csv`,
    kind: 'payments',
    format: 'csv',
    encoding: 'gb18030',
    columns,
    rows: of(2024, [quarter * 3 - 2, quarter * 3 - 1, quarter * 3]),
    dirt:
      quarter === 1
        ? [
            spoilt('金额“见附件”', '金额', '见附件'),
            spoilt('支付日期 2024-02-30 不存在', '支付日期', '2024-02-30'),
            shifted('收款人'),
          ]
        : [],
  }))
  const months2025 = Array.from({ length: 12 }, (_, index): FilePlan => ({
    path: `payments/2025年${String(index + 1).padStart(2, '0')}月国库支付.csv`,
    kind: 'payments',
    format: 'csv',
    encoding: 'utf-8-bom',
    columns,
    rows: of(2025, [index + 1]),
    dirt:
      index === 1
        ? [spoilt('支付日期 2025-02-30 不存在', '支付日期', '2025-02-30')]
        : index === 7
          ? [shifted('收款人'), spoilt('金额为空', '金额', '')]
          : [],
  }))
  const quarters2026 = [1, 2, 3].map((quarter): FilePlan => ({
    path: `payments/2026年第${quarter}季度国库支付明细.xlsx`,
    kind: 'payments',
    format: 'xlsx',
    sheet: '支付明细',
    titles: [`2026年第${quarter}季度国库集中支付明细表`, '填报单位：云岭市国库支付中心    单位：元'],
    columns: paymentSheetColumns as readonly Column<unknown>[],
    rows: of(2026, [quarter * 3 - 2, quarter * 3 - 1, quarter * 3]),
    dirt: quarter === 2 ? [spoilt('金额“待核”', '支付金额（元）', '待核')] : [],
    totals: { label: '合计', headers: ['支付金额（元）'] },
    widths: [16, 18, 10, 12, 28],
  }))
  const october2026: FilePlan = {
    path: 'payments/2026年10月国库支付.ndjson',
    kind: 'payments',
    format: 'ndjson',
    columns,
    rows: of(2026, [10]),
    dirt: [],
  }
  return [...quarters2024, ...months2025, ...quarters2026, october2026]
}
