import { type Day } from '../calendar.ts'

/** Integer 分. */
export type Cents = number

export interface BudgetLine {
  bgtId: string
  fiscalYear: number
  agencyCode: string
  agencyName: string
  proCode: string
  projectName: string
  func: string
  eco: string
  govEco: string
  fundType: string
  account: string
  sourceType: string
  amount: Cents
  reduced: Cents
  added: Cents
  docNo: string
  docDay: Day
}

export interface Adjustment {
  adjId: string
  bgtId: string
  fiscalYear: number
  day: Day
  added: Cents
  reduced: Cents
  docNo: string
  approvedBy: string
}

export interface Payment {
  certNo: string
  bgtId: string
  fiscalYear: number
  agencyCode: string
  agencyName: string
  proCode: string
  projectName: string
  func: string
  eco: string
  payeeName: string
  payeeAccount: string
  amount: Cents
  day: Day
  setMode: string
  payType: string
  use: string
  contractNo: string
  invoiceNo: string
}

export interface Procurement {
  contractNo: string
  fiscalYear: number
  agencyCode: string
  agencyName: string
  proCode: string
  item: string
  method: string
  bidders: number
  supplier: string
  creditCode: string
  estimate: Cents
  amount: Cents
  supplement: Cents
  signed: Day
  published: Day
  accepted: Day | null
  region: string
}

export interface Transfer {
  docNo: string
  fromDiv: string
  toDiv: string
  kind: '一般' | '专项'
  amount: Cents
  received: Day
  issued: Day
  fiscalYear: number
}

export interface BudgetWorld {
  lines: BudgetLine[]
  adjustments: Adjustment[]
  payments: Payment[]
  procurements: Procurement[]
  transfers: Transfer[]
}
