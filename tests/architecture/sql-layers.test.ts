import { DuckDBInstance } from '@duckdb/node-api'
import { basename } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAudits } from '../../warehouse/build/audits.ts'
import { buildModels } from '../../warehouse/build/builder.ts'
import { readModels, type Model } from '../../warehouse/build/graph.ts'
import { referencedTables } from '../../warehouse/build/references.ts'
import { describeTables } from '../../warehouse/dictionary.ts'
import { Connection } from '../../warehouse/engine/connection.ts'
import { headerLines, headerValue, listSql, readSql } from '../../warehouse/engine/sql-file.ts'
import { createStateTables, createTables } from '../../warehouse/schema.ts'

let connection: Connection
let models: Model[]

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:')
  connection = new Connection(await instance.connect())
  await connection.run("attach ':memory:' as state")
  await createTables(connection)
  await createStateTables(connection)
  models = await readModels(connection)
  await buildModels(connection, models, { all: true, now: () => new Date(0), onProgress: () => undefined })
})

afterAll(() => {
  connection.close()
})

test('references are read from the parse tree: CTE names in their scope, joins, subqueries, unions', async () => {
  const sql = `
    with voices as (select * from staging.stg_a), late as (select * from voices)
    select *, (select max(d) from marts.b) from late
    where id in (with c as (select 1) select * from c union all select id from raw.d)
      and exists (select 1 from c)`
  expect(await referencedTables(connection, sql, 'test')).toEqual(['c', 'marts.b', 'raw.d', 'staging.stg_a'])
})

test('each layer reads only the layer before it', () => {
  const allowed = {
    latest: ['raw'],
    staging: ['raw', 'latest'],
    intermediate: ['staging', 'intermediate', 'marts'],
    marts: ['staging', 'intermediate', 'marts'],
  }
  const wrong = models.flatMap((model) =>
    model.reads
      .filter((table) => !allowed[model.layer].includes(table.split('.')[0] ?? ''))
      .map((table) => `${model.name} reads ${table}`),
  )
  expect(wrong).toEqual([])
})

test('staging is one to one with what came in and named after it', () => {
  for (const model of models.filter(({ layer }) => layer === 'staging')) {
    const source = basename(model.file, '.sql').replace('stg_', '')
    expect([[`latest.${source}`], [`raw.${source}`]], model.name).toContainEqual(model.reads)
  }
})

test('no model reads what analyses write, and no query but those of the ledger pages reads raw', async () => {
  for (const model of models)
    expect(
      model.reads.filter((name) => name.startsWith('analysis.')),
      model.name,
    ).toEqual([])
  for (const file of listSql('metrics')) {
    const tables = await referencedTables(connection, readSql(file), file)
    expect(
      tables.filter((name) => !/^(marts|analysis)\./.test(name)),
      file,
    ).toEqual([])
  }
  for (const file of listSql('queries')) {
    const tables = await referencedTables(connection, readSql(file), file)
    expect(
      tables.filter((name) => /^(staging|intermediate|meta)\./.test(name)),
      file,
    ).toEqual([])
  }
})

test('every model, query and audit says in its first line what it is, models with their grain', () => {
  for (const model of models) {
    expect(headerLines(model.sql)[0] ?? '', model.file).toMatch(/一行是|只有一行/)
  }
  for (const file of listSql('queries')) expect(headerLines(readSql(file)).length, file).toBeGreaterThan(0)
  for (const audit of readAudits()) {
    expect(headerValue(readSql(audit.file), 'severity'), audit.name).toMatch(/^(error|warn)$/)
    expect(audit.message, audit.name).toMatch(/[\u4e00-\u9fff]/)
  }
})

test('selects keep to SQL that another engine understands', () => {
  const files = ['models', 'queries', 'metrics', 'audits'].flatMap(listSql)
  const dialect =
    /\b(qualify|exclude|pivot|unpivot|asof|positional|summarize|list_transform|list_filter)\b|\bgroup by all\b|\border by all\b/i
  for (const file of files) {
    const code = readSql(file)
      .replaceAll(/--.*$/gm, '')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/'[^']*'/g, "''")
    expect(dialect.exec(code)?.[0], file).toBeUndefined()
    expect(code.trimEnd().endsWith(';'), file).toBe(false)
  }
})

test('every column of marts, analysis, raw and state is described', async () => {
  const silent = (await describeTables(connection)).flatMap((entry) =>
    entry.columns
      .filter((column) => column.description === '')
      .map((column) => `${entry.table}.${column.name}`),
  )
  expect(silent).toEqual([])
})
