/** A delimited UTF-8 text. */
export interface BulkText {
  readonly delimiter: string
  /** Lines up to and including the header. */
  readonly headerLine: number
  /** Lines after it, once all is looked through; null when a row may be more or less than a line (RFC 4180). Never fails. */
  readonly rows: Promise<number | null>
  /** Columns of the longest row that is still read. */
  readonly width: number
  /** Bytes of the longest line that is still read. */
  readonly lineBytes: number
}

/**
 * Forms in which a text is its own value: a code of plain letters and digits, a line of ordinary text, a count, and an
 * amount in 元 with or without thousands separators, which are dropped.
 */
export type BulkForm = 'code' | 'text' | 'count' | 'amount'

/** A text of a column as the reader takes it; `kept`: the text stays with the row, because the value says less. */
export interface BulkValue {
  readonly text: string
  readonly value: string | null
  readonly kept: boolean
}

/** How a column of the file becomes one of the kind, or is kept beside them (`field` null). */
export interface BulkColumn {
  readonly field: string | null
  /** Name under which texts are kept. */
  readonly header: string
  /** Position in the file; -1: every row has `constant`. */
  readonly index: number
  readonly constant: string | null
  readonly form: BulkForm | null
  /** Texts outside the form that may be stored; rows with any other are left to the reader. */
  readonly values: readonly BulkValue[]
  readonly required: boolean
  readonly isMoney: boolean
  /** Rows without it are counted. */
  readonly isExpected: boolean
}

/** Texts that must not stand together in one row; null: an empty cell. */
export interface BulkContradiction {
  readonly columns: readonly number[]
  readonly texts: readonly (string | null)[]
}

/** What the engine stores by itself, as the reader would have counted it. */
export interface BulkPart {
  readonly rows: number
  /** Rows that the reader has to look at. */
  readonly left: number
  /** Line of the last stored row; 0 without any. */
  readonly lastLine: number
  /** Field → sum in 元 and field → rows without it. */
  readonly sums: ReadonlyMap<string, string>
  readonly absent: ReadonlyMap<string, number>
}

/** A text read by the engine, on its way into the load. */
export interface BulkRows {
  /** Rows after the header. */
  readonly count: number
  /** The different texts of a column outside the form; null when there are more than `limit`. */
  texts(column: number, form: BulkForm | null, limit: number): Promise<string[] | null>
  /** The different combinations of texts in some columns; null when there are more than `limit`. */
  combinations(columns: readonly number[], limit: number): Promise<(string | null)[][] | null>
  /** Tells the rows that can be stored as they are from those that cannot. */
  divide(columns: readonly BulkColumn[], contradictions: readonly BulkContradiction[]): Promise<BulkPart>
  /** Stores the rows that can. */
  store(): Promise<void>
  /** The other rows in the file's order, every cell a text. */
  rest(): AsyncIterable<{ line: number; cells: string[] }[]>
  /** Removes what was put aside for it. */
  close(): Promise<void>
}
