import { type SourcePlace } from './source-place.ts'
import { type Cents } from './money.ts'

/** One month of one government's treasury account. */
export interface TreasuryMonth {
  readonly place: SourcePlace
  readonly unit: string
  readonly monthEnd: number
  readonly outflow: Cents
  readonly balance: Cents
}

/** A government investment project. */
export interface Investment {
  readonly place: SourcePlace
  readonly unit: string
  readonly project: string
  readonly name: string | null
  /** 投资估算 of the feasibility study, 批准概算, and the 概算 as adjusted. */
  readonly estimate: Cents | null
  readonly approved: Cents | null
  readonly adjusted: Cents | null
  readonly paid: Cents | null
  readonly asOf: number | null
}

/** An open receivable or advance. */
export interface Receivable {
  readonly place: SourcePlace
  readonly unit: string
  readonly subject: string
  readonly occurredOn: number
  readonly balance: Cents
  readonly asOf: number
}
