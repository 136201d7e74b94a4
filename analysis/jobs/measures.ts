import { entityQueries, methodQueries, type Warehouse } from '#warehouse'
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
  reads: ['analysis.voice_entities'],
  async plan({ warehouse, now }) {
    const shipped = shippedMeasures()
    const [agreement] = await warehouse.query(methodQueries.classAgreement, {})
    return {
      version: createHash('sha256')
        .update(JSON.stringify([shipped, agreement]))
        .digest('hex'),
      async run(fingerprint) {
        const rows = [...shipped, ...(await nameMeasures(warehouse, now)), ...classMeasures(agreement, now)]
        await warehouse.writeResults('measures', [measuresTable(rows)], { fingerprint, startedAt: now })
        return { rows: rows.length }
      },
    }
  },
}

const nameLabels: Readonly<Record<string, string>> = { place: '区划', unit: '单位', project: '项目' }

/** How many of the names that the office's voices mention found their record. */
async function nameMeasures(warehouse: Warehouse, now: Date): Promise<MeasureRow[]> {
  const shares = await warehouse.query(entityQueries.shares, {})
  const measures = shares.map(({ type, mentions, resolved, ambiguous }): Measure => ({
    name: `${nameLabels[type] ?? type}：对上主数据`,
    value: resolved / mentions,
    unit: '比率',
    n: mentions,
    basis: '已分析的全部民意，一件中的一种写法计一次',
    note: ambiguous > 0 ? `另有 ${String(ambiguous)} 处有同名，未取其一` : null,
  }))
  return measureRows('要素提取', 'run', measures, now)
}

/** What the review desk has decided so far. */
interface ClassAgreement {
  decided: number
  agreed: number
  model: string | null
}

/** How often the people at the review desk left the model's first level as it was. */
function classMeasures(agreement: ClassAgreement | undefined, now: Date): MeasureRow[] {
  if (agreement === undefined || agreement.decided === 0) return []
  const { decided, agreed, model } = agreement
  const measure: Measure = {
    name: '一级分类与人工决定相符',
    value: agreed / decided,
    unit: '比率',
    n: decided,
    basis: '本单位在复核台上的决定',
    model,
    note: '复核台先给把握最小的，所以低于全部来件上的正确率',
  }
  return measureRows('分类', 'decisions', [measure], now)
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
