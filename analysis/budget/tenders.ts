import { type DisclosureIssue } from './disclosure/issue.ts'
import { type Cents } from './money.ts'
import { type SourcePlace } from './source-place.ts'

/** One supplier's last offer for one package of one procurement. */
export interface Bid {
  readonly place: SourcePlace
  readonly procurement: string
  /** Empty for a procurement that is not divided. */
  readonly pack: string
  readonly unit: string
  readonly item: string | null
  readonly method: string | null
  readonly supplier: string
  readonly round: number
  readonly cents: Cents
  /** 最高限价. */
  readonly ceiling: Cents | null
  readonly isValid: boolean
  readonly isWinner: boolean
  /** What a bidder has of its own, by what it is called: 联系电话 → the number. */
  readonly details: ReadonlyMap<string, string>
  readonly openedOn: number | null
}

/** A budget or final accounts that a unit had to publish. */
export interface Disclosure {
  readonly place: SourcePlace
  readonly unit: string
  readonly year: number
  readonly documentKind: string
  readonly approvedOn: number
  readonly publishedOn: number | null
  readonly asOf: number | null
}

/** A published file as it was read and checked. */
export interface PublishedFile {
  readonly place: SourcePlace
  readonly document: string
  readonly unit: string
  readonly unitName: string
  /** Null when the file does not say of which year it is. */
  readonly year: number | null
  readonly tables: readonly string[]
  readonly issues: readonly (DisclosureIssue & { readonly place: SourcePlace })[]
  /** The document that came later for the same unit and year and stands in its place. */
  readonly supersededBy: string | null
}
