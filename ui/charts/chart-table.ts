/** The numbers of a chart as a table: what a screen reader, a phone or a doubter reads instead. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** What was clicked in a chart. */
export interface ChartSelection {
  readonly seriesId: string
  readonly index: number
  readonly name: string
}
