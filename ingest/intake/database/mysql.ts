import { createConnection, type Connection, type FieldPacket } from 'mysql2'
import { once } from 'node:events'
import type { JsonObject } from '../../formats/json/records.ts'
import { IngestError } from '../../errors.ts'
import type { DatabaseSettings } from '../declare/schema.ts'
import type { Window } from '../run/mark.ts'
import type { PullTools } from '../run/tools.ts'
import { binaryColumn, databaseFailure } from './failure.ts'
import { selectStatement } from './statement.ts'

const connectMs = 15_000
const binaryCharset = 63
/** Wire types: the four BLOBs, VAR_STRING and STRING hold text or bytes; the character set tells which. */
const textOrBytes = new Set([249, 250, 251, 252, 253, 254])

/**
 * Rows of a MySQL or MariaDB source in batches, streamed inside a read-only transaction with back-pressure. Every
 * value is the server's own text, so no digit is lost. Throws IngestError `source_*`.
 */
export async function* pullMysql(
  settings: DatabaseSettings,
  { column, window }: { column: string | undefined; window: Window | null },
  tools: PullTools,
  signal: AbortSignal,
): AsyncGenerator<readonly JsonObject[]> {
  const place = settings.connection.env
  const connection = connect(tools, place)
  connection.on('error', () => undefined)
  const stop = () => {
    connection.destroy()
  }
  signal.addEventListener('abort', stop)
  try {
    await once(connection, 'connect')
    await prepare(connection, settings)
    yield* rows(connection, selectStatement(settings, column, window, dialect), settings.fetch_rows ?? 2000)
  } catch (error) {
    signal.throwIfAborted()
    throw databaseFailure(error, place)
  } finally {
    signal.removeEventListener('abort', stop)
    connection.destroy()
  }
}

const dialect = { quote: '`', placeholder: () => '?' } as const

function connect(tools: PullTools, env: string): Connection {
  const uri = tools.secret(env)
  if (uri === undefined || uri === '')
    throw new IngestError('source_credentials', `服务没有读到环境变量 ${env}，请设置后重启服务。`, env)
  return createConnection({
    uri,
    connectTimeout: connectMs,
    charset: 'utf8mb4',
    dateStrings: true,
    typeCast: (field) => (field.type === 'BIT' ? bits(field.buffer()) : field.string()),
  })
}

function bits(bytes: Buffer | null): string | null {
  return bytes === null ? null : BigInt(`0x${bytes.toString('hex') || '0'}`).toString()
}

async function prepare(connection: Connection, settings: DatabaseSettings): Promise<void> {
  const session = connection.promise()
  const seconds = settings.statement_seconds ?? 300
  const [versions] = await session.query('select version() as version')
  const isMariaDb = JSON.stringify(versions).includes('MariaDB')
  await session.query(
    isMariaDb
      ? `set session max_statement_time = ${seconds}`
      : `set session max_execution_time = ${seconds * 1000}`,
  )
  await session.query(`set session time_zone = '+08:00'`)
  await session.query('set session transaction isolation level repeatable read')
  await session.query('start transaction with consistent snapshot, read only')
}

async function* rows(
  connection: Connection,
  { sql, values }: { sql: string; values: string[] },
  size: number,
): AsyncGenerator<readonly JsonObject[]> {
  const query = connection.query(sql, values)
  let binary: string | undefined
  query.on('fields', (fields: FieldPacket[]) => {
    binary = fields.find(isBinary)?.name
  })
  let batch: JsonObject[] = []
  for await (const row of query.stream({ highWaterMark: size })) {
    if (binary !== undefined) throw binaryColumn(binary)
    batch.push(row as JsonObject)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (binary !== undefined) throw binaryColumn(binary)
  if (batch.length > 0) yield batch
}

function isBinary(field: FieldPacket): boolean {
  const { columnType, characterSet } = field as { columnType?: number; characterSet?: number }
  return textOrBytes.has(columnType ?? 0) && characterSet === binaryCharset
}
