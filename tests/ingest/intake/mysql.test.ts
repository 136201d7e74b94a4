import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mariadbBinary, startMariadb, type TestDatabase } from '#tests/databases.ts'
import type { DatabaseSettings } from '../../../ingest/intake/declare/schema.ts'
import { pullMysql } from '../../../ingest/intake/database/mysql.ts'
import type { Window } from '../../../ingest/intake/run/mark.ts'

const isInstalled = mariadbBinary() !== null
if (!isInstalled) process.stderr.write('MariaDB is not installed: its tests are skipped\n')

const connection = { env: 'HUIZHI_SOURCE_DB' }

describe.skipIf(!isInstalled)('a MySQL or MariaDB source', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await startMariadb()
    const client = await createConnection({ uri: database.url, multipleStatements: true, charset: 'utf8mb4' })
    await client.query(`
      create table 支付 (
        凭证号 bigint unsigned, 金额 decimal(30, 8), 更新时间 datetime, 支付日期 date, 有效 bit(1), 附注 text, 附件 blob)
        character set gbk;
      insert into 支付 values
        (18446744073709551615, 1234567890123456789012.12345678, '2026-03-01 08:30:00', '2026-03-01', b'1', '一二三', null),
        (2, null, '2026-03-05 08:30:00', null, b'0', null, null);
      create table 长表 (id int primary key, 内容 varchar(200)) character set utf8mb4;
      insert into 长表 select seq, repeat('示例', 20) from seq_1_to_60000;
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
    const batches = pullMysql(
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

  it('gives every value as the server writes it, whatever its character set', async () => {
    const { rows } = await pull({
      select: 'select 凭证号, 金额, 更新时间, 支付日期, 有效, 附注 from 支付 order by 凭证号 desc',
    })
    expect(rows[0]).toEqual({
      凭证号: '18446744073709551615',
      金额: '1234567890123456789012.12345678',
      更新时间: '2026-03-01 08:30:00',
      支付日期: '2026-03-01',
      有效: '1',
      附注: '一二三',
    })
    expect(rows[1]).toMatchObject({ 金额: null, 支付日期: null, 有效: '0' })
  })

  it('reads from a mark on, with the mark bound, and refuses binary columns', async () => {
    const window = { since: '2026-03-05 00:00:00', until: '' }
    await expect(pull({ table: '支付' }, window, '更新时间')).rejects.toMatchObject({ code: 'source_column' })
    const select = 'select 凭证号 from 支付 where 更新时间 >= {since} order by 1'
    expect((await pull({ select }, window)).rows).toEqual([{ 凭证号: '2' }])
    await pull({ select }, { since: `x'; drop table 长表; -- `, until: '' }).catch(() => undefined)
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
    ['a query that is none', { select: 'select from where' }, 'source_query'],
    [
      'a query that takes too long',
      { select: 'select count(*) from 长表 a, 长表 b, 长表 c', statement_seconds: 1 },
      'source_timeout',
    ],
  ])('%s', async (_, settings, code) => {
    const error: unknown = await pull(settings).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'IngestError', code })
  })

  it('a server that is not there, or does not know the user', async () => {
    for (const [url, code] of [
      ['mysql://x@127.0.0.1:9/x', 'source_unreachable'],
      [database.url.replace('root@', 'nobody:x@'), 'source_credentials'],
    ] as const) {
      const tools = {
        now: () => new Date(),
        secret: () => url,
        sleep: async () => undefined,
        random: () => 0,
      }
      const batches = pullMysql(
        { connection, table: 'x' },
        { column: undefined, window: null },
        tools,
        new AbortController().signal,
      )
      await expect(batches.next()).rejects.toMatchObject({ code })
    }
  })
})
