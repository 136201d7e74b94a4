import type { Kind } from '#warehouse'
import type { GuessReason, KindGuess } from '../mapping/guess.ts'
import type { Difference } from '../mapping/memory.ts'

/** One cell as it came and as it will be stored; `problem` is a Chinese clause for one that cannot be read. */
export interface InspectedCell {
  readonly before: string
  readonly after: string | null
  readonly problem: string | null
}

export interface InspectedColumn {
  readonly index: number
  readonly header: string
  readonly field: string | null
  readonly label: string | null
  readonly type: string | null
  /** 0–1; 1 for a column that a contract or a stored mapping names. */
  readonly confidence: number
  readonly reason: GuessReason | 'mapping' | null
  /** Personal data masked. */
  readonly samples: readonly InspectedCell[]
  /** Date formats the column is read with; empty when the usual ways do. */
  readonly dateFormats: readonly string[]
  /** Day and month could be the other way round. */
  readonly isDateAmbiguous: boolean
  /** The header of a money column, or a line above it, names several units, contradicting ones or a foreign currency. */
  readonly isUnitUnclear: boolean
  /** Unit of a money column. */
  readonly unit: string | null
  readonly decimal: '.' | ',' | null
}

export interface RefusalCount {
  readonly label: string
  readonly message: string
  readonly rows: number
}

export interface InspectedSheet {
  readonly name: string | null
  readonly kind: Kind
  readonly kindLabel: string
  /** The likeliest kinds of a sheet that has to be confirmed. */
  readonly kinds: readonly KindGuess[]
  /** Stored mapping that reads the sheet. */
  readonly mapping: string | null
  /** A person has to say what the columns are before the sheet is taken in. */
  readonly needsConfirmation: boolean
  /** Why, as the clerk is told. */
  readonly problem: { readonly code: string; readonly message: string } | null
  readonly headerLine: number
  /** As the file writes them; '' for columns without a name. */
  readonly headers: readonly string[]
  readonly columns: readonly InspectedColumn[]
  readonly missing: readonly { readonly field: string; readonly label: string }[]
  /** The first rows, read: `accepted + refused = read`. */
  readonly read: number
  readonly accepted: number
  readonly refused: number
  /** The sheet has more rows than were read. */
  readonly hasMore: boolean
  readonly reasons: readonly RefusalCount[]
  readonly warnings: readonly string[]
  /** Against the stored mapping whose headers come nearest. */
  readonly difference: Difference | null
}

export interface FileInspection {
  readonly file: string
  readonly format: string
  readonly encoding: string | null
  readonly sheets: readonly InspectedSheet[]
  /** What the reader has to say of the file as a whole: hidden sheets, missing formula results. */
  readonly notes: readonly string[]
}
