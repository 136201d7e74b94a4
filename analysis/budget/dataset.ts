import { type Debt, type FiscalItem } from './fiscal.ts'
import { type Investment, type Receivable, type TreasuryMonth } from './ledgers.ts'
import { type Cents } from './money.ts'
import { type SourcePlace } from './source-place.ts'
import { type Bid, type Disclosure, type PublishedFile } from './tenders.ts'
import { type PaymentFieldCounts } from './rows.ts'
import { type PaymentTotals, type UnitYearTotal } from './totals.ts'

export { groupBy, unitYearKey } from './groups.ts'
export { type BudgetKind, type SourcePlace } from './source-place.ts'

/** `unit` is the agency code, or the name when the source has no codes: the key everything groups by. */
export interface BudgetLine {
  readonly place: SourcePlace
  readonly id: string
  readonly year: number
  readonly unit: string
  readonly project: string | null
  readonly projectName: string | null
  readonly functionCode: string | null
  readonly economicCode: string | null
  readonly source: string | null
  /** 资金性质, as the source names it. */
  readonly fund: string | null
  /** As first approved. */
  readonly initial: Cents
  readonly added: Cents
  readonly reduced: Cents
  /** initial + added − reduced. */
  readonly cents: Cents
  /** Paid on the line, refunds taken off. */
  readonly paid: Cents
  readonly payments: number
  readonly firstPaidOn: number | null
  readonly issuedOn: number | null
}

export interface Adjustment {
  readonly place: SourcePlace
  readonly lineId: string
  readonly unit: string
  readonly year: number
  readonly added: Cents
  readonly reduced: Cents
  readonly day: number | null
  readonly document: string | null
}

export interface Payment {
  readonly place: SourcePlace
  readonly voucher: string | null
  readonly lineId: string | null
  readonly year: number
  readonly unit: string
  readonly project: string | null
  readonly projectName: string | null
  readonly functionCode: string | null
  readonly economicCode: string | null
  /** Account number when given, else name: one receiver. Null when the source hides it. */
  readonly payee: string | null
  readonly payeeName: string | null
  /** Negative for a refund or reversal. */
  readonly cents: Cents
  readonly day: number
  readonly date: string
  readonly settlement: string | null
  readonly use: string | null
  readonly contract: string | null
  readonly invoice: string | null
  readonly currency: string
}

export interface Transfer {
  readonly place: SourcePlace
  readonly unit: string
  readonly to: string
  readonly document: string
  readonly transferKind: string
  readonly cents: Cents
  readonly receivedOn: number | null
  readonly issuedOn: number | null
  readonly year: number
}

export interface Procurement {
  readonly place: SourcePlace
  readonly contract: string
  readonly unit: string
  readonly project: string | null
  readonly item: string | null
  readonly method: string | null
  readonly supplier: string | null
  readonly supplierSize: string | null
  readonly bidders: number | null
  /** 投标保证金 and 履约保证金. */
  readonly bidDeposit: Cents | null
  readonly performanceDeposit: Cents | null
  readonly agreedDays: number | null
  readonly estimate: Cents | null
  readonly cents: Cents
  readonly supplement: Cents
  readonly signedOn: number | null
  readonly publishedOn: number | null
  readonly acceptedOn: number | null
}

/** A unit of the register. */
export interface RegisteredUnit {
  readonly unit: string
  readonly name: string | null
  readonly unitKind: string | null
  readonly parent: string | null
  readonly heads: number | null
}

/** Typed budget records and sums over the payments, with the look-ups the rules share. All arrays are in a fixed order. */
export interface BudgetDataset {
  readonly lines: readonly BudgetLine[]
  readonly adjustments: readonly Adjustment[]
  readonly transfers: readonly Transfer[]
  readonly procurements: readonly Procurement[]
  /** 收入、支出 of whole governments by account and subject, and their debts. */
  readonly revenues: readonly FiscalItem[]
  readonly expenditures: readonly FiscalItem[]
  readonly debts: readonly Debt[]
  readonly treasuryMonths: readonly TreasuryMonth[]
  readonly investments: readonly Investment[]
  readonly receivables: readonly Receivable[]
  readonly bids: readonly Bid[]
  readonly disclosures: readonly Disclosure[]
  readonly publishedFiles: readonly PublishedFile[]
  /** The register of units by code; empty when none was loaded. */
  readonly register: ReadonlyMap<string, RegisteredUnit>
  readonly totals: PaymentTotals
  readonly fields: PaymentFieldCounts
  readonly unitNames: ReadonlyMap<string, string>
  readonly lineById: ReadonlyMap<string, BudgetLine>
  readonly linesByUnitYear: ReadonlyMap<string, readonly BudgetLine[]>
  /** What each unit paid in each budget year. */
  readonly paidByUnitYear: ReadonlyMap<string, UnitYearTotal>
  /** Keys of payments that a refund of the same unit, receiver and amount takes back within 60 days. */
  readonly reversed: ReadonlySet<string>
  /** Budget years that have budget lines. */
  readonly budgetYears: ReadonlySet<number>
  /** Budget years that have payments, ascending. */
  readonly paymentYears: readonly number[]
  /** Latest payment day of all, and of each budget year. */
  readonly lastDay: number | null
  readonly lastDayOfYear: ReadonlyMap<number, number>
}

export function unitName(dataset: BudgetDataset, unit: string): string {
  return dataset.unitNames.get(unit) ?? unit
}
