import { readdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { measureRows, type Measure, type MeasureRow } from '../measures/index.ts'
import type { AnalysisJob } from './job.ts'
import { measuresTable } from './measures-table.ts'

/** Figures measured before delivery, one file per method, named like the method's page. */
const FOLDER = new URL('../../docs/methods/measures/', import.meta.url)

interface MeasureFile {
  measuredAt: string
  measures: readonly Measure[]
}

/** Puts the figures that come with the product beside those of the office's own data. */
export const measuresJob: AnalysisJob = {
  name: 'measures',
  reads: [],
  version: () =>
    Promise.resolve(createHash('sha256').update(JSON.stringify(shippedMeasures())).digest('hex')),
  async run({ warehouse, now }, fingerprint) {
    const rows = shippedMeasures()
    await warehouse.writeResults('measures', [measuresTable(rows)], { fingerprint, startedAt: now })
    return { rows: rows.length }
  },
}

/** Every shipped figure, as rows. */
export function shippedMeasures(): MeasureRow[] {
  return measureFiles().flatMap((file) => {
    const { measuredAt, measures } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as MeasureFile
    return measureRows(
      decodeURIComponent(file).replace(/\.json$/, ''),
      'shipped',
      measures,
      new Date(measuredAt),
    )
  })
}

function measureFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map(encodeURIComponent)
}
