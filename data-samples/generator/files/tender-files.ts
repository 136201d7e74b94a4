import { type Bid, type Disclosure } from '../budget/tenders.ts'
import { type World } from '../world.ts'
import { type FilePlan } from './plan.ts'
import { spoilt, yuan, type Column } from './table.ts'

const bidColumns: readonly Column<Bid>[] = [
  { header: '采购项目编号', cell: (row) => row.procurement },
  { header: '采购单位代码', cell: (row) => row.agencyCode },
  { header: '采购单位', cell: (row) => row.agencyName },
  { header: '采购内容', cell: (row) => row.item },
  { header: '采购方式', cell: (row) => row.method },
  { header: '投标供应商', cell: (row) => row.supplier },
  { header: '投标报价（元）', cell: (row) => yuan(row.amount) },
  { header: '最高限价（元）', cell: (row) => yuan(row.ceiling) },
  { header: '是否中标', cell: (row) => (row.isWinner ? '是' : '否') },
  { header: '法定代表人', cell: (row) => row.legalPerson },
  { header: '联系电话', cell: (row) => row.phone },
  { header: '保证金转出账户', cell: (row) => row.depositAccount },
  { header: '开标日期', cell: (row) => row.opened },
]

const disclosureColumns: readonly Column<Disclosure>[] = [
  { header: '预算单位代码', cell: (row) => row.agencyCode },
  { header: '公开单位', cell: (row) => row.agencyName },
  { header: '公开年度', cell: (row) => row.year },
  { header: '公开内容', cell: (row) => row.documentKind },
  { header: '批复日期', cell: (row) => row.approved },
  { header: '公开日期', cell: (row) => row.published },
]

/** Offers in a CSV, the register of publications in a workbook, and published accounts as PDF. */
export function tenderFiles({ tenders }: World): FilePlan[] {
  return [
    {
      path: 'bids/投标报价明细_2024-2026.csv',
      kind: 'bids',
      format: 'csv',
      encoding: 'utf-8-bom',
      columns: bidColumns as readonly Column<unknown>[],
      rows: tenders.bids,
      dirt: [spoilt('投标报价“见附件”', '投标报价（元）', '见附件')],
    },
    {
      path: 'disclosures/预决算公开登记表.xlsx',
      kind: 'disclosures',
      format: 'xlsx',
      sheet: '公开登记',
      titles: ['云岭市部门决算公开情况登记表'],
      columns: disclosureColumns as readonly Column<unknown>[],
      rows: tenders.disclosures,
      dirt: [],
      widths: [14, 28, 10, 12, 12, 12],
    },
    ...tenders.accounts.map(({ agencyName, year, pages }): FilePlan => ({
      path: `disclosure_lines/${agencyName}${String(year)}年度部门决算.pdf`,
      kind: 'disclosure_lines',
      format: 'pdf',
      pages,
      columns: [],
      rows: [],
      dirt: [],
    })),
  ]
}
