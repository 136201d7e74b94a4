import { textQueries } from '#warehouse'
import { loadProductCatalogue } from './catalogue.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { loadSegmenter } from './lexicons.ts'
import { offThread } from './off-thread.ts'
import { loadVoiceModel } from './voice-model.ts'
import type classifyVoices from './workers/classify.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'classify-2'

/** Puts every voice into the catalogue: by the office's own model, or by a cold start from the catalogue's words. */
export const classifyJob: AnalysisJob = {
  name: 'classify',
  reads: ['marts.voices'],
  version: async ({ modelsDir, warehouse }) => {
    const model = await loadVoiceModel(modelsDir, warehouse)
    return [METHOD, loadProductCatalogue().version, model?.name ?? '', ...loadSegmenter().versions].join(' ')
  },
  async run(context, fingerprint) {
    const config = await loadVoiceModel(context.modelsDir, context.warehouse)
    const rows =
      config === null
        ? []
        : await offThread<typeof classifyVoices>(
            'classify',
            { config, voices: await readVoices(context) },
            context.signal,
          )
    const review = rows.filter((row) => row.bucket === 'review').length
    context.log(
      `${rows.length} 件民意已分类，其中 ${review} 件待复核（${config?.name ?? '文本太少，未分类'}）`,
    )
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
