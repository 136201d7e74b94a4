import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  callServer,
  createServer,
  createSignInLink,
  findRunningServer,
  type Server,
  type ServerOptions,
} from '#api'
import { openWarehouse, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { loadRows, petition } from '../helpers/loads.ts'

let dataDir: string
let warehouse: Warehouse
let server: Server
let options: ServerOptions

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'huizhi-server-'))
  await prepareHome(dataDir)
  warehouse = await openWarehouse({ dataDir })
  options = {
    warehouse,
    ingest: async () => ({ loads: [], errors: [], notes: [] }),
    retrain: async () => undefined,
    analyse: async () => undefined,
    now: () => new Date(),
    logger: false,
    distDir: join(dataDir, 'dist'),
    dataDir,
    uploadLimit: 1024,
    productVersion: '0.0.0-test',
    heartbeatMs: 50,
    host: '127.0.0.1',
    port: 0,
    commands: {
      echo: async (args, progress) => {
        progress('第一步')
        progress({ rows: 2 })
        return { args }
      },
      fail: async () => {
        throw Object.assign(new Error('数据目录里没有文件'), { code: 'CLI_EMPTY', name: 'UsageError' })
      },
      leak: async () => {
        throw new Error('secret 13900000000')
      },
    },
  }
  server = await createServer(options)
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('local commands', () => {
  it('are found through a file only the owner can read', async () => {
    const { mode } = await stat(join(dataDir, 'serve.json'))
    expect(mode & 0o777).toBe(0o600)
    expect(await findRunningServer(dataDir)).toMatchObject({ pid: process.pid, host: '127.0.0.1' })
  })

  it('report progress in order, then the result', async () => {
    const running = await findRunningServer(dataDir)
    const progress: unknown[] = []
    const result = await callServer(running ?? fail(), 'echo', { paths: ['a'] }, (data) =>
      progress.push(data),
    )
    expect(progress).toEqual(['第一步', { rows: 2 }])
    expect(result).toEqual({ args: { paths: ['a'] } })
  })

  it('fail with the code and sentence of what failed, and quote nothing else', async () => {
    const running = (await findRunningServer(dataDir)) ?? fail()
    await expect(callServer(running, 'fail', null)).rejects.toMatchObject({
      code: 'CLI_EMPTY',
      message: '数据目录里没有文件',
    })
    const leaked = await callServer(running, 'leak', null).catch((error: unknown) => error as Error)
    expect(leaked).toMatchObject({ code: 'API_INTERNAL' })
    expect(String(leaked)).not.toContain('13900000000')
    await expect(callServer(running, 'constructor', null)).rejects.toMatchObject({
      code: 'API_COMMAND_UNKNOWN',
    })
  })

  it('refuse a wrong token', async () => {
    const running = (await findRunningServer(dataDir)) ?? fail()
    await expect(callServer({ ...running, token: 'wrong' }, 'echo', null)).rejects.toMatchObject({
      code: 'API_LOCAL_REFUSED',
    })
  })

  it('do not count a file left by a killed server', async () => {
    const other = await mkdtemp(join(tmpdir(), 'huizhi-stale-'))
    expect(await findRunningServer(other)).toBeNull()
    const stale = { pid: 2 ** 30, host: '127.0.0.1', port: 1, token: 'x' }
    await writeFile(join(other, 'serve.json'), JSON.stringify(stale))
    expect(await findRunningServer(other)).toBeNull()
    await writeFile(join(other, 'serve.json'), '{ half')
    expect(await findRunningServer(other)).toBeNull()
    await rm(other, { recursive: true })
  })
})

describe('events', () => {
  it('bring publishes, hearts beat, and what was missed is sent again', async () => {
    const cookie = await signIn()
    const stream = await listen(cookie)
    await stream.until('event: heartbeat')
    await publish('1')
    await stream.until('event: publish')
    const first = warehouse.version()
    expect(stream.text()).toContain('retry: 3000')
    expect(stream.text()).toContain(`id: ${first}\n`)
    stream.close()

    await publish('2')
    await publish('3')
    const again = await listen(cookie, String(first))
    await again.until(`id: ${first + 2}\n`)
    expect([...again.text().matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]))).toEqual([
      first + 1,
      first + 2,
    ])
    again.close()

    const stranger = await listen(cookie, '999999')
    await stranger.until('event: publish')
    expect(stranger.text()).toContain('"tables":["*"]')
    stranger.close()
  })

  it('end when the person signs out', async () => {
    const cookie = await signIn()
    const stream = await listen(cookie)
    await fetch(`${server.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } })
    await stream.ended
  })

  it('are for signed-in people', async () => {
    expect((await fetch(`${server.url}/api/v1/events`)).status).toBe(401)
  })
})

it('says that a port is taken', async () => {
  const port = Number(new URL(server.url).port)
  await expect(createServer({ ...options, port })).rejects.toMatchObject({ code: 'SRV_PORT_TAKEN' })
  expect(await findRunningServer(dataDir)).not.toBeNull()
})

it('closes with streams open, ends them, removes its file and closes the warehouse', async () => {
  const stream = await listen(await signIn())
  await Promise.all([server.close(), server.close()])
  await Promise.all([stream.ended, server.closed])
  await expect(stat(join(dataDir, 'serve.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(
    loadRows(warehouse, { kind: 'petitions', fileName: '后.csv', rows: [petition('Z')] }),
  ).rejects.toThrow()
})

function fail(): never {
  throw new Error('no server was found')
}

async function publish(id: string): Promise<void> {
  await loadRows(warehouse, { kind: 'petitions', fileName: `${id}.csv`, rows: [petition(id)] })
}

async function signIn(): Promise<string> {
  const { token } = await createSignInLink(warehouse, { role: 'leader', now: new Date() })
  const response = await fetch(`${server.url}/api/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

/** An event stream over a real socket. */
async function listen(cookie: string, lastEventId?: string) {
  const headers = { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) }
  const request = get(`${server.url}/api/v1/events`, { headers })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
  })
  let text = ''
  let changed: () => void = () => undefined
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    changed()
  })
  const ended = new Promise<void>((resolve) => response.once('close', resolve))
  return {
    text: () => text,
    ended,
    close: () => request.destroy(),
    async until(part: string): Promise<void> {
      while (!text.includes(part)) {
        await new Promise<void>((resolve) => {
          changed = resolve
        })
      }
    },
  }
}
