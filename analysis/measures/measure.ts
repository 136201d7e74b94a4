/** What a figure counts. 比率 runs from 0 to 1 and is shown in per cent. */
export type MeasureUnit = '比率' | '件' | '天' | '条/秒' | '元' | '点'

/** One measured figure of a method, with what it is to be compared with. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: MeasureUnit
  /** Number of samples; null where the figure is no share of samples. */
  readonly n: number | null
  /** On which data, as a phrase for the reader. */
  readonly basis: string
  readonly baseline?: number | null
  readonly baselineName?: string | null
  /** Model or dictionary in use when measured. */
  readonly model?: string | null
  readonly note?: string | null
}

/** shipped: measured before delivery; run: by a job on the office's data; decisions: against people's decisions. */
export type MeasureSource = 'shipped' | 'run' | 'decisions'

/** A row of `analysis.method_measures`. */
export interface MeasureRow extends Record<string, string | number | null> {
  series: string
  method: string
  source: MeasureSource
  name: string
  value: number
  unit: MeasureUnit
  baseline: number | null
  baseline_name: string | null
  n: number | null
  basis: string
  model: string | null
  measured_at: string
  note: string | null
  position: number
}

/** The figures of one method and source as rows; a figure that is no finite number is left out. */
export function measureRows(
  method: string,
  source: MeasureSource,
  measures: readonly Measure[],
  at: Date,
): MeasureRow[] {
  return measures
    .filter(({ value }) => Number.isFinite(value))
    .map((measure, position) => ({
      series: seriesOf(method, source),
      method,
      source,
      name: measure.name,
      value: measure.value,
      unit: measure.unit,
      baseline: measure.baseline ?? null,
      baseline_name: measure.baselineName ?? null,
      n: measure.n,
      basis: measure.basis,
      model: measure.model ?? null,
      measured_at: at.toISOString().slice(0, 19).replace('T', ' '),
      note: measure.note ?? null,
      position,
    }))
}

function seriesOf(method: string, source: MeasureSource): string {
  return `${method}#${source}`
}
