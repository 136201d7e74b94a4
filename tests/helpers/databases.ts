import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A database server of the test's own: a temporary folder, a free port, gone afterwards. */
export interface TestDatabase {
  readonly url: string
  stop(): Promise<void>
}

const postgresRoot = '/usr/lib/postgresql'

export function postgresBinaries(): string | null {
  if (!existsSync(postgresRoot)) return null
  const [newest] = readdirSync(postgresRoot).sort().reverse()
  return newest === undefined ? null : join(postgresRoot, newest, 'bin')
}

export function mariadbBinary(): string | null {
  return ['/usr/sbin/mariadbd', '/usr/sbin/mysqld'].find((path) => existsSync(path)) ?? null
}

/** PostgreSQL refuses to run as root: its package's own user runs it then. */
export async function startPostgres(): Promise<TestDatabase> {
  const bin = postgresBinaries()
  if (bin === null) throw new Error('no PostgreSQL: run npm test, which installs it')
  const folder = mkdtempSync(join(tmpdir(), 'huizhi-pg-'))
  const user = process.getuid?.() === 0 ? idsOf('postgres') : null
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const quiet = { stdio: 'ignore', ...user } as const
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'huizhi', '-E', 'UTF8', '--no-sync'],
    quiet,
  )
  const port = await freePort()
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'],
    quiet,
  )
  await reachable(() => {
    execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  })
  return { url: `postgres://huizhi@127.0.0.1:${port}/postgres`, stop: () => stop(child, folder, 'SIGINT') }
}

export async function startMariadb(): Promise<TestDatabase> {
  const binary = mariadbBinary()
  if (binary === null) throw new Error('no MariaDB: run npm test, which installs it')
  const folder = mkdtempSync(join(tmpdir(), 'huizhi-maria-'))
  const data = join(folder, 'data')
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    { stdio: 'ignore' },
  )
  const port = await freePort()
  const socket = join(folder, 'sock')
  const child = spawn(
    binary,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=16M',
      ...user,
    ],
    { stdio: 'ignore' },
  )
  await reachable(() => {
    execFileSync(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'create database huizhi'],
      {
        stdio: 'ignore',
      },
    )
  })
  return { url: `mysql://root@127.0.0.1:${port}/huizhi`, stop: () => stop(child, folder, 'SIGTERM') }
}

async function stop(child: ChildProcess, folder: string, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  rmSync(folder, { recursive: true, force: true })
}

async function reachable(attempt: () => void): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      attempt()
      return
    } catch (error) {
      if (tries > 150) throw error
      await delay(200)
    }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function idsOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
