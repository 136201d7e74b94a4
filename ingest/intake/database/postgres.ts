import pg from 'pg'
import type { JsonObject } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { DatabaseSettings } from '../declare/schema.ts'
import type { Window } from '../run/mark.ts'
import type { PullTools } from '../run/tools.ts'
import { binaryColumn, databaseFailure } from './failure.ts'
import { selectStatement } from './statement.ts'

const types = { bool: 16, bytea: 17, timestamptz: 1184, numeric: 1700 } as const
const connectMs = 15_000
const asText = () => (value: string | Buffer) => (typeof value === 'string' ? value : value.toString('utf8'))

/**
 * Rows of a PostgreSQL source in batches, through a server-side cursor inside a read-only transaction: memory stays
 * flat and the rows are of one moment. Every value is the server's own text, so no digit is lost.
 * Throws IngestError `source_*`.
 */
export async function* pullPostgres(
  settings: DatabaseSettings,
  { column, window }: { column: string | undefined; window: Window | null },
  tools: PullTools,
  signal: AbortSignal,
): AsyncGenerator<readonly JsonObject[]> {
  const place = settings.connection.env
  const client = new pg.Client({
    connectionString: address(tools, place),
    connectionTimeoutMillis: connectMs,
    application_name: 'huizhi',
    types: { getTypeParser: asText as never },
  })
  // A connection lost between two queries must not end the process; the next query reports it.
  client.on('error', () => undefined)
  const stop = () => void client.end().catch(() => undefined)
  signal.addEventListener('abort', stop)
  try {
    await client.connect()
    await openCursor(client, settings, selectStatement(settings, column, window, dialect))
    yield* fetchRows(client, settings.fetch_rows ?? 2000)
    await client.query('rollback')
  } catch (error) {
    signal.throwIfAborted()
    throw databaseFailure(error, place)
  } finally {
    signal.removeEventListener('abort', stop)
    await client.end().catch(() => undefined)
  }
}

const dialect = { quote: '"', placeholder: (position: number) => `$${position}` } as const

function address(tools: PullTools, env: string): string {
  const value = tools.secret(env)
  if (value !== undefined && value !== '') return value
  throw new IngestError('source_credentials', `服务没有读到环境变量 ${env}，请设置后重启服务。`, env)
}

async function openCursor(
  client: pg.Client,
  settings: DatabaseSettings,
  { sql, values }: { sql: string; values: string[] },
): Promise<void> {
  const timeout = (settings.statement_seconds ?? 300) * 1000
  await client.query('begin isolation level repeatable read read only')
  await client.query(`set local statement_timeout = ${timeout}`)
  await client.query(`set local timezone = 'Asia/Shanghai'`)
  await client.query(`set local datestyle = 'ISO, YMD'`)
  await client.query(`declare huizhi_rows no scroll cursor for ${sql}`, values)
}

async function* fetchRows(client: pg.Client, size: number): AsyncGenerator<readonly JsonObject[]> {
  for (;;) {
    const result = await client.query<Record<string, string | null>>(`fetch forward ${size} from huizhi_rows`)
    const binary = result.fields.find((field) => field.dataTypeID === types.bytea)
    if (binary) throw binaryColumn(binary.name)
    if (result.rows.length === 0) return
    const special = result.fields.filter((field) => field.dataTypeID in readers)
    for (const row of result.rows)
      for (const { name, dataTypeID } of special) {
        const value = row[name]
        if (typeof value === 'string') row[name] = readers[dataTypeID]?.(value) ?? value
      }
    yield result.rows
  }
}

/** The server's text where ours is written otherwise. */
const readers: Readonly<Record<number, (text: string) => string>> = {
  [types.bool]: (text) => (text === 't' ? 'true' : 'false'),
  [types.numeric]: (text) => (text === 'NaN' ? '' : text),
  // '2026-01-02 08:30:00.5+08' → '2026-01-02T08:30:00.5+08:00'
  [types.timestamptz]: (text) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
}
