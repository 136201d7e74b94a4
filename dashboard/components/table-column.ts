/** A line of sums under a DataTable: what it sums, and the sums by column key. */
export interface TableTotal {
  readonly label: string
  readonly cells: Readonly<Record<string, string>>
}

/** One column of a DataTable: what it says as text (also in the CSV), and how it is laid out. */
export interface TableColumn<Row> {
  readonly key: string
  readonly title: string
  readonly text: (row: Row) => string | number | null
  /** Figures stand right. */
  readonly align?: 'left' | 'right'
  /** Codes, dates, short words: never broken over lines. */
  readonly nowrap?: boolean
  readonly width?: string
  /** What the column means, shown on the header. */
  readonly hint?: string
  /** Makes the column sortable (only for tables that hold all their rows). */
  readonly sortValue?: (row: Row) => number | string | null
}
