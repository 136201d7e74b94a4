import type { Connection } from '../engine/connection.ts'
import { quoteIdentifier } from '../engine/sql-file.ts'
import { WarehouseError } from '../errors.ts'
import type { RebuildReport, WriteProgress } from '../types.ts'
import {
  contentFingerprint,
  digest,
  forgetModels,
  readBuiltModels,
  readTableFingerprints,
  writeBuiltModels,
  type BuiltModel,
} from './fingerprints.ts'
import type { Model } from './graph.ts'

export interface BuildOptions {
  readonly all: boolean
  readonly now: () => Date
  readonly onProgress: (progress: WriteProgress) => void
}

export interface BuildResult extends Pick<RebuildReport, 'built' | 'skipped' | 'changed'> {
  /** Of every table and model: whoever reads the same fingerprints reads the same rows. */
  readonly fingerprints: ReadonlyMap<string, string>
}

/**
 * Builds the models whose SQL or inputs changed, in dependency order, inside the caller's transaction. A table that
 * comes out with the same content stops the chain there: what reads it is not built again.
 */
export async function buildModels(
  connection: Connection,
  models: readonly Model[],
  options: BuildOptions,
): Promise<BuildResult> {
  const fingerprints = await readTableFingerprints(connection)
  const before = await readBuiltModels(connection)
  const built: RebuildReport['built'][number][] = []
  const changed: string[] = []
  const notes = new Map<string, BuiltModel>()
  await dropRetired(connection, models, before)
  for (const model of models) {
    const inputs = digest([
      model.sql,
      ...model.reads.map((name) => `${name}=${fingerprints.get(name) ?? ''}`),
    ])
    const known = before.get(model.name)
    if (known?.inputFingerprint === inputs && !options.all) {
      fingerprints.set(model.name, known.contentFingerprint)
      continue
    }
    options.onProgress({ step: 'build', model: model.name })
    const now = await buildModel(connection, model, inputs)
    notes.set(model.name, now)
    fingerprints.set(model.name, now.contentFingerprint)
    built.push({ model: model.name, because: reason(model, known, options.all, changed), rows: now.rows })
    if (now.contentFingerprint !== known?.contentFingerprint) changed.push(model.name)
  }
  if (notes.size > 0) await writeBuiltModels(connection, notes, options.now())
  return { built, skipped: models.length - built.length, changed, fingerprints }
}

async function buildModel(connection: Connection, model: Model, inputs: string): Promise<BuiltModel> {
  const name = quoteIdentifier(model.name)
  const isTable = model.layer === 'marts'
  try {
    if (!isTable) {
      await connection.run(`create or replace view ${name} as\n${model.sql}`)
      return { inputFingerprint: inputs, contentFingerprint: inputs, rows: null }
    }
    await connection.store(`create or replace table ${name} as\n${model.sql}`)
    const content = await contentFingerprint(connection, model.name)
    return { inputFingerprint: inputs, contentFingerprint: content.fingerprint, rows: content.rows }
  } catch (error) {
    throw new WarehouseError('WH_MODEL_FAILED', { model: model.name }, { cause: error })
  }
}

function reason(
  model: Model,
  known: BuiltModel | undefined,
  all: boolean,
  changed: readonly string[],
): string {
  if (!known) return '首次建立'
  if (all) return '要求全部重建'
  const inputs = model.reads.filter((name) => changed.includes(name) || name.startsWith('raw.'))
  return inputs.length > 0 ? `输入有变化：${inputs.join('、')}` : '模型 SQL 有修改'
}

/** Models whose file is gone. Views first: a table may not be dropped under a view that is still there. */
async function dropRetired(
  connection: Connection,
  models: readonly Model[],
  before: ReadonlyMap<string, BuiltModel>,
): Promise<void> {
  const current = new Set(models.map((model) => model.name))
  const retired = [...before].filter(([name]) => !current.has(name))
  for (const [name, built] of retired)
    await connection.run(`drop ${built.rows === null ? 'view' : 'table'} if exists ${quoteIdentifier(name)}`)
  if (retired.length > 0)
    await forgetModels(
      connection,
      retired.map(([name]) => name),
    )
}
