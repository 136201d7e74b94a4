import { parseModel, type ClassConfig } from '../classify/index.ts'
import { reviewQueries, type Warehouse } from '#warehouse'
import { keepDecidedLevels, readLevelExamples } from './level-store.ts'
import { readModelBytes, writeModelBytes, type StoredBytes } from './model-store.ts'
import { offThread } from './off-thread.ts'
import type coldStart from './workers/cold-start.ts'

/** The model of this name classifies the warehouse's voices: `huizhi classify train --model default …`. */
export const DEFAULT_MODEL = 'default'
/** What serves until there are labels; made from the catalogue's words and the office's own texts. */
export const COLD_START_MODEL = '起步'

/** Fewer texts than this cannot start a classifier without labels. */
const LEAST_TEXTS = 50
/** A cold start is made again when there are this many times the texts it was made from. */
const GROWTH = 1.5
/** Learning from more texts takes longer and teaches nothing new. */
const SAMPLE = 3000

/**
 * The model that classifies the voices: the office's own, or a cold start that is stored and made again only when the
 * texts have grown by half, with what people decided by then. Null while there is too little text. Plain data, fit for
 * another thread.
 * @throws {ClassifierError} when the stored file is damaged
 * @throws AbortError when `signal` fires while a cold start is being made
 */
export async function loadVoiceModel(
  modelsDir: string,
  warehouse: Warehouse,
  signal?: AbortSignal,
): Promise<ClassConfig | null> {
  const own = await loadTrainedModel(modelsDir, DEFAULT_MODEL)
  if (own !== null) return own
  const started = await loadColdStart(modelsDir, warehouse, signal)
  return started === null ? null : withExamples(started, modelsDir, COLD_START_MODEL)
}

/** A trained model with all that decides on lower levels beside it; null when there is none of this name. */
export async function loadTrainedModel(modelsDir: string, name: string): Promise<ClassConfig | null> {
  const own = await readModelBytes(modelsDir, name)
  if (own === null) return null
  return withExamples(withFiner(own, await readFiner(modelsDir, name)), modelsDir, name)
}

async function loadColdStart(
  modelsDir: string,
  warehouse: Warehouse,
  signal: AbortSignal | undefined,
): Promise<StoredBytes | null> {
  const [counted] = await warehouse.query(reviewQueries.voiceCount, {})
  const voices = counted?.voices ?? 0
  const stored = await readModelBytes(modelsDir, COLD_START_MODEL)
  if (stored !== null && voices < GROWTH * (parseModel(stored.bytes).record.population ?? 0)) return stored
  if (voices < LEAST_TEXTS) return stored
  await startCold(modelsDir, warehouse, voices, signal)
  return readModelBytes(modelsDir, COLD_START_MODEL)
}

/** The name under which a model of the second or third level is stored. */
export function finerName(name: string, level: number): string {
  return `${name}.level-${String(level)}`
}

/** The models of the second and third level, as far as there are any. */
export async function readFiner(modelsDir: string, name: string): Promise<StoredBytes[]> {
  const second = await readModelBytes(modelsDir, finerName(name, 2))
  const third = second === null ? null : await readModelBytes(modelsDir, finerName(name, 3))
  return [second, third].filter((one) => one !== null)
}

function withFiner(own: StoredBytes, finer: readonly StoredBytes[]): ClassConfig {
  const digests = finer.map(({ name }) => name.split('@').at(-1) ?? '')
  return { name: [own.name, ...digests].join('+'), bytes: own.bytes, finer: finer.map(({ bytes }) => bytes) }
}

async function withExamples(config: ClassConfig, modelsDir: string, model: string): Promise<ClassConfig> {
  const found = await readLevelExamples(modelsDir, model)
  return found === null
    ? config
    : { ...config, name: `${config.name}+${found.digest}`, examples: found.examples }
}

/** Stores a classifier made from the catalogue's words, the warehouse's own texts, and what people decided so far. */
async function startCold(
  modelsDir: string,
  warehouse: Warehouse,
  population: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [texts, decided] = await Promise.all([
    warehouse.query(reviewQueries.sample, { limit: SAMPLE }),
    warehouse.query(reviewQueries.decided, {}),
  ])
  const input = {
    texts: texts.map(({ title, body }) => ({ title, body })),
    known: decided.map(({ title, body, level_1 }) => ({ text: { title, body }, label: level_1 ?? '' })),
    population,
  }
  const bytes = await offThread<typeof coldStart>('cold-start', input, signal)
  await keepDecidedLevels(modelsDir, decided)
  await writeModelBytes(modelsDir, COLD_START_MODEL, bytes)
}
