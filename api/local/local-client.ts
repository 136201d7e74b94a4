import { request, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { text as readText } from 'node:stream/consumers'
import type { LocalMessage } from '../contract/index.ts'
import { ServerError } from '../errors.ts'
import { isRecord, parseJson } from '../json-text.ts'
import { readServeFile, type RunningServer } from './serve-file.ts'

const healthTimeoutMs = 15_000

/** A command the server carried out and that failed there; code and sentence are those of the failing layer. */
export class RemoteCommandError extends Error {
  override readonly name = 'RemoteCommandError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The server that owns a data home, or null. A file left behind by a killed server does not count: its process must
 * be alive and answer.
 */
export async function findRunningServer(dataDir: string): Promise<RunningServer | null> {
  const server = await readServeFile(dataDir)
  if (server === null || !isProcess(server.pid)) return null
  return (await isAnswering(server)) ? server : null
}

/**
 * Has the server run a command and waits for its result, however long it takes. `onProgress` gets what the command
 * reports, in order. Errors: RemoteCommandError from the command, SRV_CALL_FAILED when the server went away.
 */
export async function callServer(
  server: RunningServer,
  command: string,
  args: unknown,
  onProgress: (data: unknown) => void = () => undefined,
): Promise<unknown> {
  const response = await post(server, '/api/v1/local/commands', { command, args: args ?? null })
  if (response.statusCode !== 200) throw await refusalOf(response)
  for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
    if (line === '') continue
    const message = JSON.parse(line) as LocalMessage
    if (message.type === 'result') return message.data
    if (message.type === 'error') throw new RemoteCommandError(message.code, message.message)
    onProgress(message.data)
  }
  throw new ServerError('SRV_CALL_FAILED', '正在运行的服务中途停止，命令没有完成；请查看服务日志后重试')
}

// Not fetch: it gives up on an answer that stays silent for five minutes, and an import may take longer.
function post(server: RunningServer, path: string, body: unknown): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.token}` }
    const call = request({ host: reachable(server.host), port: server.port, path, method: 'POST', headers })
    call.once('response', resolve)
    call.once('error', (cause) => {
      reject(new ServerError('SRV_CALL_FAILED', '连接不上正在运行的服务，请稍后重试', { cause }))
    })
    call.end(JSON.stringify(body))
  })
}

async function refusalOf(response: IncomingMessage): Promise<RemoteCommandError> {
  const problem = parseJson(await readText(response))
  const { code, title } = isRecord(problem) ? problem : {}
  return new RemoteCommandError(
    typeof code === 'string' ? code : 'SRV_CALL_FAILED',
    typeof title === 'string' ? title : '正在运行的服务拒绝了命令',
  )
}

function isAnswering(server: RunningServer): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request({
      host: reachable(server.host),
      port: server.port,
      path: '/api/v1/health',
      timeout: healthTimeoutMs,
    })
    call.once('response', (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    call.once('timeout', () => call.destroy())
    call.once('error', () => {
      resolve(false)
    })
    call.end()
  })
}

/** A server listening on every address is reached over loopback, which local commands require. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}

/** Signal 0 only asks whether the process exists; EPERM means it does, under another user. */
function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
