import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { TObject, TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Connection } from '../../warehouse/engine/connection.ts'
import { listSql, readSql } from '../../warehouse/engine/sql-file.ts'
import { readAudits } from '../../warehouse/build/audits.ts'
import { buildModels } from '../../warehouse/build/builder.ts'
import { readModels } from '../../warehouse/build/graph.ts'
import { kinds } from '../../warehouse/raw/contract.ts'
import { createStateTables, createTables } from '../../warehouse/schema.ts'

// Every SQL file meets the real engine on an empty warehouse: preparing needs no data and no parameter values.

interface Bound {
  readonly file: string
  readonly params: TObject
  readonly row?: TObject
  readonly sql: string
}

const root = join(import.meta.dirname, '..', '..', 'warehouse')
let connection: Connection

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:')
  connection = new Connection(await instance.connect())
  await connection.run("attach ':memory:' as state")
  await createTables(connection)
  await createStateTables(connection)
  const models = await readModels(connection)
  await buildModels(connection, models, { all: true, now: () => new Date(0), onProgress: () => undefined })
})

afterAll(() => {
  connection.close()
})

/** Everything a folder's modules define with defineQuery or defineStatement, however deeply its objects nest. */
async function definedIn(folder: string): Promise<Map<string, Bound>> {
  const found = new Map<string, Bound>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('file' in value && 'params' in value && 'sql' in value) {
      const bound = value as Bound
      found.set(bound.file, bound)
    } else Object.values(value).forEach(visit)
  }
  for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.ts')) visit({ ...((await import(join(root, folder, path))) as object) })
  }
  return found
}

const queries = await definedIn('queries')
const statements = await definedIn('state')

test('every query and statement file is named by exactly one definition, and every definition has its file', () => {
  expect([...queries.keys()].sort()).toEqual(listSql('queries').map((file) => file.replace('queries/', '')))
  const stateFiles = listSql('state').filter((file) => !file.startsWith('state/tables/'))
  expect([...statements.keys()].sort()).toEqual(stateFiles.map((file) => file.replace('state/', '')))
})

describe.each([...queries.values()])('query $file', (query) => {
  test('is one select whose parameters, columns and types are those of its schemas', async () => {
    const shape = await connection.shape(query.sql)
    expect(shape.isSelect).toBe(true)
    expect([...shape.parameters].sort()).toEqual(Object.keys(query.params.properties).sort())
    const row = query.row?.properties ?? {}
    expect([...shape.names].sort()).toEqual(Object.keys(row).sort())
    const wrong = shape.names
      .map((name, index) => ({ name, sql: shape.types[index] ?? '', schema: jsonTypes(row[name]) }))
      .filter(({ sql, schema }) => !allowedTypes(sql).some((type) => schema.includes(type)))
    expect(wrong).toEqual([])
  })
})

describe.each([...statements.values()])('statement $file', (statement) => {
  test('binds, and its parameters are those of its schema', async () => {
    const shape = await connection.shape(statement.sql)
    expect([...shape.parameters].sort()).toEqual(Object.keys(statement.params.properties).sort())
  })
})

test('every audit and metric binds', async () => {
  for (const { name, sql } of readAudits()) expect((await connection.shape(sql)).isSelect, name).toBe(true)
  for (const file of listSql('metrics')) {
    const shape = await connection.shape(readSql(file))
    expect(shape.names, file).toEqual(['value', 'numerator', 'denominator'])
    const known = ['from', 'to', 'district', 'unit', 'year']
    expect(
      shape.parameters.filter((name) => !known.includes(name)),
      file,
    ).toEqual([])
  }
})

test('every cast of a staging model is audited', () => {
  const casts = (sql: string): number => sql.split('cast(').length - 1
  const audited = readAudits().filter(({ name }) => name.startsWith('raw__values_castable.'))
  expect(audited.map(({ name, sql }) => [name, casts(sql)])).toEqual(
    kinds.map((kind) => [`raw__values_castable.${kind}`, casts(readSql(`models/staging/stg_${kind}.sql`))]),
  )
})

/** JSON Schema types a schema accepts: a union's members, or its own. */
function jsonTypes(schema: TSchema | undefined): string[] {
  if (schema === undefined) return []
  const { anyOf, type, enum: values, const: constant } = schema as Record<string, unknown>
  if (Array.isArray(anyOf)) return anyOf.flatMap((member) => jsonTypes(member as TSchema))
  if (typeof type === 'string') return [type === 'integer' ? 'number' : type]
  if (Array.isArray(values)) return values.map((value) => typeof value)
  return constant === undefined ? [] : [typeof constant]
}

/** What our value conversion makes of a DuckDB type. */
function allowedTypes(sql: string): string[] {
  if (sql.endsWith('[]')) return ['array']
  if (/^(TINY|SMALL|BIG|HUGE|U)?(INT|INTEGER|TINYINT|SMALLINT|BIGINT|HUGEINT)$/.test(sql)) return ['number']
  if (/^(DOUBLE|FLOAT)$/.test(sql)) return ['number']
  if (sql === 'BOOLEAN') return ['boolean']
  if (sql === 'SQLNULL') return ['null']
  return sql.startsWith('STRUCT') ? ['object'] : ['string']
}
