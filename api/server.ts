import type { AddressInfo } from 'node:net'
import { createToken } from './accounts/tokens.ts'
import { buildApp, type BuiltApp } from './app.ts'
import type { ApiDeps } from './deps.ts'
import { ServerError } from './errors.ts'
import { resumeDeliveries } from './jobs/deliver.ts'
import { removeServeFile, writeServeFile } from './local/serve-file.ts'

export interface ServerOptions extends Omit<ApiDeps, 'localToken'> {
  readonly host: string
  /** 0 = any free port. */
  readonly port: number
}

export interface Server {
  /** Where a browser finds it, such as `http://127.0.0.1:8630`. */
  readonly url: string
  /** Ends streams and jobs, answers what is under way, closes the warehouse. Safe to call twice. */
  close(): Promise<void>
  /** Resolves once closed, whoever closed it. */
  readonly closed: Promise<void>
}

/**
 * Starts the server that owns the data home: builds the app, listens, takes up uploads an earlier process left, and
 * tells local commands where it is. Errors: SRV_PORT_TAKEN, SRV_ROUTE_UNGUARDED.
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const localToken = createToken()
  const built = await buildApp({ ...options, localToken })
  const port = await listen(built, options)
  await writeServeFile(options.dataDir, { pid: process.pid, host: options.host, port, token: localToken })
  await resumeDeliveries(built.services)
  built.services.scheduler.start()

  let closing: Promise<void> | null = null
  let markClosed: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    markClosed = resolve
  })
  const close = async () => {
    await removeServeFile(options.dataDir, localToken)
    await built.app.close()
    await options.warehouse.close()
    markClosed()
  }
  return {
    url: `http://${urlHost(options.host)}:${port}`,
    closed,
    close: () => (closing ??= close()),
  }
}

/** Closes the server on Ctrl-C or a service manager's stop; a second signal ends the process at once. */
export function closeOnSignals(server: Server, onClosing: () => void = () => undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      onClosing()
      void server.close()
    })
  }
}

async function listen({ app }: BuiltApp, { host, port }: ServerOptions): Promise<number> {
  try {
    await app.listen({ host, port })
    return (app.server.address() as AddressInfo).port
  } catch (error) {
    await app.close()
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    throw new ServerError(
      'SRV_PORT_TAKEN',
      `端口 ${port} 已被占用：可能已有一个服务在运行，或换一个端口（HUIZHI_PORT）`,
      { cause: error },
    )
  }
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
