import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp, createSignInLink, type ApiDeps, type BuiltApp } from '#api'
import type { Problem, Role } from '#contract'
import { openWarehouse, type Warehouse } from '#warehouse'
import { prepareHome } from '#tests/warehouses.ts'
import { fillWarehouse } from './sample-rows.ts'

/** A clock the tests move by hand. */
export class TestClock {
  #now = new Date('2026-03-02T01:00:00Z')
  readonly now = (): Date => this.#now
  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000)
  }
}

export interface Answer<T> {
  status: number
  body: T
  headers: Record<string, unknown>
  text: string
}

/** The app over a real warehouse in a temporary data home, filled with a few rows. */
export class Harness {
  readonly clock = new TestClock()
  warehouse!: Warehouse
  built!: BuiltApp
  dataDir!: string
  readonly #cookies = new Map<Role, string>()

  static async start(changes: Partial<ApiDeps> = {}): Promise<Harness> {
    return Harness.startWith(changes, fillWarehouse)
  }

  /** Without rows, for tests that read none. */
  static async startEmpty(changes: Partial<ApiDeps> = {}): Promise<Harness> {
    return Harness.startWith(changes)
  }

  private static async startWith(
    changes: Partial<ApiDeps>,
    fill?: (warehouse: Warehouse) => Promise<void>,
  ): Promise<Harness> {
    const harness = new Harness()
    harness.dataDir = await mkdtemp(join(tmpdir(), 'huizhi-api-'))
    await prepareHome(harness.dataDir, fill, harness.clock.now)
    harness.warehouse = await openWarehouse({ dataDir: harness.dataDir, now: harness.clock.now })
    harness.built = await buildApp({
      warehouse: harness.warehouse,
      ingest: async () => ({ loads: [], errors: [], notes: [] }),
      analyse: async () => undefined,
      retrain: async () => undefined,
      now: harness.clock.now,
      logger: false,
      distDir: join(harness.dataDir, 'dist'),
      dataDir: harness.dataDir,
      uploadLimit: 1024 * 1024,
      productVersion: '0.0.0-test',
      commands: {},
      localToken: 'local-token-of-this-test',
      ...changes,
    })
    await harness.built.app.ready()
    return harness
  }

  async stop(): Promise<void> {
    await this.built.app.close()
    await this.warehouse.close()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  /** The cookie of a role's session, signed in by a one-time link on first use. */
  async cookieOf(role: Role): Promise<string> {
    const known = this.#cookies.get(role)
    if (known !== undefined) return known
    const { token } = await createSignInLink(this.warehouse, { role, now: this.clock.now() })
    const answer = await this.call('POST', '/session/link', { body: { token } })
    const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? ''
    this.#cookies.set(role, cookie)
    return cookie
  }

  /** Lets days pass: sessions end meanwhile, and people sign in again. */
  passDays(days: number): void {
    this.clock.advance(days * 86_400)
    this.#cookies.clear()
  }

  async get<T>(role: Role, path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call<T>('GET', path, { headers: { cookie: await this.cookieOf(role), ...headers } })
  }

  async post<T>(role: Role, path: string, body: unknown): Promise<Answer<T>> {
    return this.call<T>('POST', path, { headers: { cookie: await this.cookieOf(role) }, body })
  }

  async call<T = Problem>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD',
    path: string,
    options: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer<T>> {
    const response = await this.built.app.inject({
      method,
      url: path.startsWith('/api') || !path.startsWith('/') ? path : `/api/v1${path}`,
      headers: options.headers ?? {},
      ...(options.body === undefined ? {} : { payload: options.body as object }),
    })
    const isJson = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      body: (isJson && response.body !== '' ? response.json() : null) as T,
      headers: response.headers,
      text: response.body,
    }
  }
}
