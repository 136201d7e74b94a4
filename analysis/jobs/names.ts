import { entityQueries } from '#warehouse'
import { decidedVersion } from './entity-config.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'

/**
 * Takes up what people decided about names: the voices that a new decision touches lose their reading, so that the
 * reading job makes it again, with the decision. Everything else stays read.
 */
export const namesJob: AnalysisJob = {
  name: 'names',
  reads: [],
  plan: async (context) => ({
    version: await decidedVersion(context.warehouse),
    run: (fingerprint) => forgetAffected(context, fingerprint),
  }),
}

async function forgetAffected(
  { warehouse, now, log }: AnalysisContext,
  fingerprint: string,
): Promise<{ rows: number }> {
  const affected = await warehouse.columns(entityQueries.affected, {})
  const forgotten = {
    table: 'voice_readings',
    rows: [],
    merge: { key: 'voice_id', keys: affected.voice_id },
  }
  await warehouse.writeResults('names', affected.voice_id.length > 0 ? [forgotten] : [], {
    fingerprint,
    startedAt: now,
  })
  if (affected.voice_id.length > 0)
    log(`名称对应有新的决定，${String(affected.voice_id.length)} 件民意将重新识别`)
  return { rows: affected.voice_id.length }
}
