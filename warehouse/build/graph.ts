import { basename } from 'node:path'
import type { Connection } from '../engine/connection.ts'
import { fillIdentifiers, listSql, readSql } from '../engine/sql-file.ts'
import { WarehouseError } from '../errors.ts'
import { bornAsOf, columnsAsOf, columnsShown, reportedDay } from '../raw/as-of.ts'
import { kinds, rawColumns } from '../raw/contract.ts'
import { referencedTables } from './references.ts'

export type Layer = 'latest' | 'staging' | 'intermediate' | 'marts'

export interface Model {
  /** 'marts.voices' */
  readonly name: string
  readonly layer: Layer
  /** Path relative to warehouse/. */
  readonly file: string
  readonly sql: string
  /** Tables and models it reads, as written. */
  readonly reads: readonly string[]
}

/** All models in an order in which each comes after what it reads. Errors: WH_MODEL_CYCLE, WH_MODEL_UNKNOWN_TABLE. */
export async function readModels(connection: Connection): Promise<Model[]> {
  const models = await latestModels(connection)
  for (const layer of ['staging', 'intermediate', 'marts'] as const) {
    for (const file of listSql(`models/${layer}`)) {
      const sql = readSql(file).trimEnd()
      const reads = await referencedTables(connection, sql, file)
      models.push({ name: `${layer}.${basename(file, '.sql')}`, layer, file, sql, reads })
    }
  }
  return sortModels(models)
}

const latestTemplate = 'raw/latest/latest.sql'

/** `latest.<kind>`, the state in which each record was last seen: one template for the ten kinds. */
async function latestModels(connection: Connection): Promise<Model[]> {
  const models: Model[] = []
  for (const kind of kinds) {
    const sql = fillIdentifiers(readSql(latestTemplate).trimEnd(), {
      table: `raw.${kind}`,
      columns: rawColumns(kind).map((name) => `named.${name}`),
    })
      .replaceAll('{kind_text}', `'${kind}'`)
      .replace('{reported}', reportedDay(kind))
      .replace('{columns_shown}', columnsShown(kind))
      .replace('{columns_as_of}', columnsAsOf(kind))
      .replace('{born_as_of}', bornAsOf(kind))
    const reads = await referencedTables(connection, sql, latestTemplate)
    models.push({ name: `latest.${kind}`, layer: 'latest', file: latestTemplate, sql, reads })
  }
  return models
}

/** Depth-first, names in order: the same files always give the same sequence. */
export function sortModels(models: readonly Model[]): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]))
  const sorted: Model[] = []
  const done = new Set<string>()
  const visit = (model: Model, path: readonly string[]): void => {
    if (done.has(model.name)) return
    if (path.includes(model.name))
      throw new WarehouseError('WH_MODEL_CYCLE', { models: [...path, model.name] })
    for (const name of model.reads) {
      const read = byName.get(name)
      if (read) visit(read, [...path, model.name])
      else if (!name.startsWith('raw.')) {
        throw new WarehouseError('WH_MODEL_UNKNOWN_TABLE', { model: model.name, table: name })
      }
    }
    done.add(model.name)
    sorted.push(model)
  }
  for (const model of models) visit(model, [])
  return sorted
}

/** Raw tables a set of tables is made from, following the models down. */
export function rawSources(models: readonly Model[], tables: readonly string[]): string[] {
  const byName = new Map(models.map((model) => [model.name, model]))
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    if (name.startsWith('raw.')) found.add(name)
    byName.get(name)?.reads.forEach(visit)
  }
  tables.forEach(visit)
  return [...found].sort()
}
