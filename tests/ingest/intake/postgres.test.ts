import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresBinaries, startPostgres, type TestDatabase } from '#tests/databases.ts'
import type { DatabaseSettings } from '../../../ingest/intake/declare/schema.ts'
import { pullPostgres } from '../../../ingest/intake/database/postgres.ts'
import type { Window } from '../../../ingest/intake/run/mark.ts'

const isInstalled = postgresBinaries() !== null
if (!isInstalled) process.stderr.write('PostgreSQL is not installed: its tests are skipped\n')

const connection = { env: 'HUIZHI_SOURCE_DB' }

describe.skipIf(!isInstalled)('a PostgreSQL source', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await startPostgres()
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(`
      create schema 财政;
      create table 财政.支付 (
        凭证号 bigint, 金额 numeric(30, 8), 更新时间 timestamptz, 支付日期 date, 有效 boolean, 附注 json, 附件 bytea);
      insert into 财政.支付 values
        (9007199254740993, 12345678901234567890.12345678, '2026-03-01 08:30:00.5+08', '2026-03-01', true, '{"甲":1}', null),
        (2, 'NaN', '2026-03-05 08:30:00+08', '0044-03-15', false, null, null),
        (3, null, '2026-03-09 08:30:00+08', null, null, null, '\\x00');
      create table 长表 as select i as id, repeat('示例', 20) as 内容 from generate_series(1, 60000) i;
      create role 只读 login password 'x';
    `)
    await client.end()
  })

  afterAll(() => database.stop())

  async function pull(
    settings: Omit<DatabaseSettings, 'connection'>,
    window: Window | null = null,
    column?: string,
  ) {
    const tools = {
      now: () => new Date(),
      secret: () => database.url,
      sleep: async () => undefined,
      random: () => 0,
    }
    const rows: unknown[] = []
    let largest = 0
    const batches = pullPostgres(
      { connection, ...settings },
      { column, window },
      tools,
      new AbortController().signal,
    )
    for await (const batch of batches) {
      largest = Math.max(largest, batch.length)
      rows.push(...batch)
    }
    return { rows, largest }
  }

  it('gives every value as the server writes it', async () => {
    const { rows } = await pull({
      select: 'select 凭证号, 金额, 更新时间, 支付日期, 有效, 附注 from 财政.支付 order by 1 desc limit 1',
    })
    expect(rows).toEqual([
      {
        凭证号: '9007199254740993',
        金额: '12345678901234567890.12345678',
        更新时间: '2026-03-01T08:30:00.5+08:00',
        支付日期: '2026-03-01',
        有效: 'true',
        附注: '{"甲":1}',
      },
    ])
  })

  it('reads a table from its mark on, with the mark bound', async () => {
    const window = { since: '2026-03-05 00:00:00', until: '' }
    await expect(pull({ table: '财政.支付' }, window, '更新时间')).rejects.toMatchObject({
      code: 'source_column',
    })
    const select = 'select 凭证号 from 财政.支付 where 更新时间 >= {since} and 更新时间 < {until} order by 1'
    const { rows } = await pull({ select }, { since: '2026-03-05 00:00:00', until: '2026-03-08 00:00:00' })
    expect(rows).toEqual([{ 凭证号: '2' }])
    const evil = await pull(
      { select },
      { since: `2026-03-05'; drop table 长表; --`, until: '2027-01-01' },
    ).catch((error: unknown) => error)
    expect(evil).toMatchObject({ code: 'source_query' })
    expect((await pull({ select: 'select count(*) as n from 长表' })).rows).toEqual([{ n: '60000' }])
  })

  it('streams in batches', async () => {
    const { rows, largest } = await pull({ table: '长表', fetch_rows: 500 })
    expect(rows).toHaveLength(60_000)
    expect(largest).toBe(500)
  })

  it.each([
    ['a table that is not there', { table: '没有' }, 'source_query'],
    ['a column that is not there', { select: 'select 没有 from 长表' }, 'source_query'],
    [
      'a query that writes',
      { select: 'with d as (delete from 长表 returning id) select * from d' },
      'source_query',
    ],
    [
      'a query that takes too long',
      { select: 'select pg_sleep(30)', statement_seconds: 1 },
      'source_timeout',
    ],
  ])('%s', async (_, settings, code) => {
    const error: unknown = await pull(settings).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'IngestError', code })
    expect((await pull({ select: 'select count(*) as n from 长表' })).rows).toEqual([{ n: '60000' }])
  })

  it('a server that is not there', async () => {
    const tools = {
      now: () => new Date(),
      secret: () => 'postgres://x@127.0.0.1:9/x',
      sleep: async () => undefined,
      random: () => 0,
    }
    const batches = pullPostgres(
      { connection, table: 'x' },
      { column: undefined, window: null },
      tools,
      new AbortController().signal,
    )
    await expect(batches.next()).rejects.toMatchObject({ code: 'source_unreachable' })
  })
})
