import { jobQueries, matterQueries } from '#warehouse'
import { SKETCH_VERSION, updateMatters } from '../matters/index.ts'
import { campaignTables } from './campaign-tables.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { MatterColumns } from './matter-rows.ts'
import { createMatterStore } from './matter-store.ts'
import { groupAnew } from './matters-anew.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'matters-3'
const VERSION = `${METHOD} ${SKETCH_VERSION}`
/** With more changes than this share of all voices, grouping anew is cheaper than following what they touch. */
const ANEW_SHARE = 0.05
const ANEW_BELOW = 2000

/**
 * Sorts all voices into matters and texts, from their sketches; labels what looks submitted together. 200 new voices
 * on top of a million regroup what they touch, and the result is the same as that of grouping all anew.
 */
export const mattersJob: AnalysisJob = {
  name: 'matters',
  after: ['voices'],
  reads: ['analysis.voice_sketches', 'marts.voices'],
  plan: (context) => Promise.resolve({ version: VERSION, run: (fingerprint) => group(context, fingerprint) }),
}

async function group(context: AnalysisContext, fingerprint: string): Promise<{ rows: number }> {
  const { warehouse, now, log } = context
  const [state] = await warehouse.query(matterQueries.pending, {})
  const { voices = 0, changed = 0, last_row: lastRow = -1 } = state ?? {}
  const anew = voices < ANEW_BELOW || changed > ANEW_SHARE * voices || (await isStale(context))
  if (anew) await groupAnew(context, lastRow)
  else if (changed > 0) await update(context)
  const campaigns = await campaignTables(warehouse)
  await warehouse.writeResults('matters', campaigns.tables, { fingerprint, startedAt: now })
  const how = anew ? '全部重算' : `变动 ${String(changed)} 件`
  log(`${String(voices)} 件民意已归并事项（${how}），疑似集中提交 ${String(campaigns.count)} 处`)
  return { rows: voices }
}

/** The last grouping was made by another version, or broken off. */
async function isStale({ warehouse }: AnalysisContext): Promise<boolean> {
  const [last] = await warehouse.query(jobQueries.lastRun, { job: 'matters' })
  return last?.input_fingerprint.endsWith(`/${VERSION}`) !== true
}

/** Regroups what the changed voices touch. */
async function update({ warehouse, now }: AnalysisContext): Promise<void> {
  const { settled, gone } = await updateMatters(createMatterStore(warehouse))
  const columns = new MatterColumns()
  for (const { voice, links, standing } of settled)
    columns.add({
      ...voice,
      ...standing,
      targets: links.map((link) => link.target),
      tiers: links.map((link) => link.tier),
    })
  const tables = columns.tables([...gone, ...settled.map(({ voice }) => voice.id)])
  await warehouse.writeResults('matters', tables, { fingerprint: null, startedAt: now })
}
