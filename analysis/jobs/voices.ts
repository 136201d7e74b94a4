import { readingQueries, type ResultTable, type Warehouse } from '#warehouse'
import { SKETCH_VERSION } from '../matters/index.ts'
import type { TableColumns } from '../readings/index.ts'
import { riskVersion } from '../risk/index.ts'
import { decidedVersion, entityVersion, loadEntityConfig } from './entity-config.ts'
import { loadProductCatalogue } from './catalogue.ts'
import type { AnalysisContext, AnalysisJob } from './job.ts'
import { lexiconVersions } from './lexicons.ts'
import { BATCH, ReadingPool, type VoiceBatch } from './reading-pool.ts'
import type { ReadingConfig } from './reading-tools.ts'
import { readRiskSettings } from './risk-settings.ts'
import { loadVoiceModel } from './voice-model.ts'

/** Method version: a change makes earlier results stale. */
const METHOD = 'voices-2'
/** Voices whose texts are in memory at one time. */
const PAGE = 20_000
/** Voices written in one transaction: a run that is broken off goes on after the last of these. */
const COMMIT = 60_000

/**
 * Reads every voice by itself: class, keywords, risk, entities, sketch. A voice is read once per text and method;
 * 200 new ones on top of a million cost the reading of 200.
 */
export const voicesJob: AnalysisJob = {
  name: 'voices',
  after: ['names'],
  reads: ['marts.voices'],
  async plan(context) {
    const config = await configOf(context)
    return {
      version: `${config.version} ${await decidedVersion(context.warehouse)}`,
      run: (fingerprint) => readDue(context, config, fingerprint),
    }
  },
}

async function readDue(
  { warehouse, now, signal, log }: AnalysisContext,
  config: ReadingConfig,
  fingerprint: string,
): Promise<{ rows: number }> {
  const due = await warehouse.columns(readingQueries.due, { reader: config.version })
  const gone = due.voice_id.filter((_, row) => due.gone[row] === true)
  const ids = due.voice_id.filter((_, row) => due.gone[row] === false)
  const store = new ReadingStore(warehouse, now, config)
  if (gone.length > 0) store.add(gone, [])
  if (ids.length > 0) {
    const pool = new ReadingPool(config, ids.length, signal)
    try {
      await readAll(ids, pool, warehouse, store)
    } finally {
      await pool.close()
    }
  }
  await store.write(fingerprint)
  const model = config.classes?.name ?? '文本太少，未分类'
  const removed = gone.length > 0 ? `，${String(gone.length)} 件已不在库中` : ''
  log(`${String(ids.length)} 件民意已逐件分析（${model}）${removed}`)
  return { rows: ids.length }
}

/** What reading threads are started with: master data, settings and the model in use, which is made if there is none. */
export async function configOf({
  warehouse,
  modelsDir,
  signal,
}: Pick<AnalysisContext, 'warehouse' | 'modelsDir' | 'signal'>): Promise<ReadingConfig> {
  const entities = await loadEntityConfig(warehouse)
  const risk = await readRiskSettings(modelsDir)
  const classes = await loadVoiceModel(modelsDir, warehouse, signal)
  const version = [
    METHOD,
    SKETCH_VERSION,
    `${riskVersion}:${risk.fingerprint}`,
    entityVersion(entities),
    `${loadProductCatalogue().version}:${classes?.name ?? '未分类'}`,
    ...lexiconVersions(),
  ].join(' ')
  return { version, entities, risk: risk.config, classes }
}

/** Reads page after page; while one is stored the threads already read the next. */
async function readAll(
  ids: readonly string[],
  pool: ReadingPool,
  warehouse: Warehouse,
  store: ReadingStore,
): Promise<void> {
  const begin = async (from: number): Promise<Record<string, TableColumns>[]> => {
    const page = ids.slice(from, from + PAGE)
    return page.length === 0 ? [] : pool.read(await readTexts(warehouse, page))
  }
  let reading = begin(0)
  for (let from = 0; from < ids.length; from += PAGE) {
    const results = await reading
    reading = begin(from + PAGE)
    // A failure of the next page is met when its turn comes; until then it must not count as unhandled.
    reading.catch(() => undefined)
    store.add(ids.slice(from, from + PAGE), results)
    if (store.voices >= COMMIT) await store.write(null)
  }
}

function readTexts(warehouse: Warehouse, ids: readonly string[]): Promise<VoiceBatch[]> {
  return warehouse.query(readingQueries.texts, { ids: JSON.stringify(ids), size: BATCH })
}

/** Collects the columns of several batches and writes them together. */
class ReadingStore {
  readonly #warehouse: Warehouse
  readonly #startedAt: Date
  /** What is the same in every row of a table. */
  readonly #constants: Readonly<Record<string, Record<string, string>>>
  #keys: string[] = []
  #parts: Record<string, TableColumns>[] = []

  constructor(warehouse: Warehouse, startedAt: Date, { version, classes }: ReadingConfig) {
    this.#warehouse = warehouse
    this.#startedAt = startedAt
    this.#constants = {
      voice_readings: { reader: version },
      ...(classes === null ? {} : { voice_classes: { model: classes.name } }),
    }
  }

  get voices(): number {
    return this.#keys.length
  }

  add(keys: readonly string[], parts: readonly Record<string, TableColumns>[]): void {
    for (const key of keys) this.#keys.push(key)
    this.#parts.push(...parts)
  }

  /** Replaces everything stored for the collected voices; with a fingerprint the job is done. */
  async write(fingerprint: string | null): Promise<void> {
    const merge = { key: 'voice_id', keys: this.#keys }
    const parts = this.#parts
    this.#keys = []
    this.#parts = []
    const tables = readingTables.map((table): ResultTable => ({
      table,
      rows: [],
      parts: parts.flatMap((part) => (part[table] === undefined ? [] : [part[table]])),
      constants: this.#constants[table] ?? {},
      merge,
    }))
    await this.#warehouse.writeResults('voices', tables, {
      fingerprint,
      more: fingerprint === null,
      startedAt: this.#startedAt,
    })
  }
}

/** The tables that hold per-voice results. */
const readingTables = [
  'voice_readings',
  'voice_classes',
  'voice_entities',
  'voice_risks',
  'voice_sketches',
] as const
