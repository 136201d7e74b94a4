import { randomUUID } from 'node:crypto'
import { reviewQueries, reviewStatements } from '#warehouse'
import { requireDecisions, type RetrainEffect } from '../classify/index.ts'
import type { AnalysisContext } from './job.ts'
import { keepDecidedLevels } from './level-store.ts'
import { readExamples, writeModelBytes } from './model-store.ts'
import { offThread } from './off-thread.ts'
import { COLD_START_MODEL, DEFAULT_MODEL, loadVoiceModel } from './voice-model.ts'
import type retrain from './workers/retrain.ts'

/** Old and new model are compared on at most this many voices. */
const SAMPLE = 5000

export interface RetrainReport {
  readonly model: string
  readonly previousModel: string | null
  readonly examples: number
  readonly decisions: number
  readonly effect: RetrainEffect
}

/**
 * Learns the classes again with what people decided, writes a new version of the model (the old one stays beside it)
 * and records the effect. The voices are read again by the next analysis run.
 * @throws {ClassifierError} with too few decisions
 */
export async function retrainClasses(context: AnalysisContext, actor: string): Promise<RetrainReport> {
  const { warehouse, modelsDir } = context
  const [rows, sample, [counted], stored, before] = await Promise.all([
    warehouse.query(reviewQueries.decided, {}),
    warehouse.query(reviewQueries.sample, { limit: SAMPLE }),
    warehouse.query(reviewQueries.voiceCount, {}),
    readExamples(modelsDir, DEFAULT_MODEL),
    loadVoiceModel(modelsDir, warehouse, context.signal),
  ])
  // Asked here, because an error loses its kind on the way between threads.
  requireDecisions(rows.length, stored !== null)
  const decided = rows.map((row) => ({
    title: row.title,
    body: row.body,
    label: row.level_1 ?? '',
    was: row.was_level_1,
  }))
  const input = {
    stored,
    decided,
    before: before?.bytes ?? null,
    sample: sample.map(({ title, body }) => ({ title, body })),
    population: counted?.voices ?? 0,
  }
  const { bytes, examples, effect } = await offThread<typeof retrain>('retrain', input, context.signal)
  const name = stored === null ? COLD_START_MODEL : DEFAULT_MODEL
  await keepDecidedLevels(modelsDir, rows)
  await writeModelBytes(modelsDir, name, bytes)
  const model = (await loadVoiceModel(modelsDir, warehouse, context.signal))?.name ?? name
  await warehouse.execute(reviewStatements.addTraining, {
    training_id: randomUUID(),
    trained_at: context.now.toISOString(),
    actor,
    model,
    previous_model: before?.name ?? null,
    examples,
    decisions: decided.length,
    effect: JSON.stringify(effect),
  })
  context.log(
    `已用 ${String(examples)} 件例子重新训练，其中人工决定 ${String(decided.length)} 件（${model}）`,
  )
  return { model, previousModel: before?.name ?? null, examples, decisions: decided.length, effect }
}
