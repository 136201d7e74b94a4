import { textQueries } from '#warehouse'
import { loadProductCatalogue } from './catalogue.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { loadSegmenter } from './lexicons.ts'
import { readDefaultModel } from './models.ts'
import { offThread } from './off-thread.ts'
import type classifyVoices from './workers/classify.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'classify-1'

/** Puts every voice into the catalogue: by the office's own model, or by a cold start from the catalogue's words. */
export const classifyJob: AnalysisJob = {
  name: 'classify',
  reads: ['marts.voices'],
  version: async ({ modelsDir }) => {
    const stored = await readDefaultModel(modelsDir)
    return [METHOD, loadProductCatalogue().version, stored?.name ?? '', ...loadSegmenter().versions].join(' ')
  },
  async run(context, fingerprint) {
    const input = { modelsDir: context.modelsDir, voices: await readVoices(context) }
    const { rows, model } = await offThread<typeof classifyVoices>('classify', input, context.signal)
    const review = rows.filter((row) => row['bucket'] === 'review').length
    context.log(`${rows.length} 件民意已分类，其中 ${review} 件待复核（${model ?? '文本太少，未分类'}）`)
    await context.warehouse.writeResults('classify', [{ table: 'voice_classes', rows }], {
      fingerprint,
      startedAt: context.now,
    })
    return { rows: rows.length }
  },
}

async function readVoices({ warehouse }: AnalysisContext) {
  const rows = await warehouse.columns(textQueries.voices, {})
  return rows.voice_id.map((id, row) => ({ id, title: rows.title[row] ?? '', body: rows.body[row] ?? '' }))
}
