import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission, Problem, Role } from '#contract'
import { buildApp } from '#api'
import { Harness } from './harness.ts'

interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly permission: string | undefined
}

const roles: Role[] = ['leader', 'research', 'supervision', 'data', 'admin', 'screen']

/** Who may do what, written out a second time: a change of the table must be made on purpose, twice. */
const expected: Record<Permission, Role[]> = {
  'session:own': roles,
  'events:read': roles,
  'screen:read': roles,
  'methods:read': roles,
  'overview:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'metrics:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'topics:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'voices:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'risks:read': ['leader', 'research', 'supervision'],
  'risks:handle': ['leader', 'research', 'supervision'],
  'budget:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'ingest:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'lineage:read': ['leader', 'research', 'supervision', 'data', 'admin'],
  'disclosures:upload': ['supervision', 'admin'],
  'findings:read': ['leader', 'supervision', 'admin'],
  'cases:read': ['leader', 'supervision'],
  'cases:work': ['supervision'],
  'cases:files': ['leader', 'supervision'],
  'letters:approve': ['leader'],
  'thresholds:propose': ['supervision'],
  'thresholds:approve': ['leader'],
  'names:decide': ['research', 'data'],
  'sealed:open': ['research', 'supervision'],
  'quarantine:read': ['data'],
  'quarantine:repair': ['data'],
  'loads:change': ['data'],
  'ingest:upload': ['data', 'admin'],
  'sources:write': ['data', 'admin'],
  'ingest:download': ['data'],
  'jobs:read': ['data', 'admin'],
  'review:read': ['research', 'data', 'admin'],
  'review:write': ['research', 'data', 'admin'],
  'snapshots:take': ['research', 'supervision', 'data'],
  'wall:navigate': ['leader', 'research', 'admin', 'screen'],
  'wall:control': ['leader', 'research', 'admin'],
  'wall:devices': ['admin'],
  'wall:edit': ['research', 'admin'],
  'wall:embargo': ['leader', 'research'],
}

let api: Harness
const routes: Route[] = []

beforeAll(async () => {
  api = await Harness.start()
  for (const { method, url, config } of api.built.routes) {
    for (const one of [method].flat()) {
      routes.push({ method: one as Route['method'], url, permission: config?.permission })
    }
  }
})
afterAll(async () => {
  await api.stop()
})

/** An address of the route with something in place of its parameters. */
function address(route: Route): string {
  return route.url.replace(/:\w+/g, 'x').replace('*', 'x')
}

describe('every route', () => {
  it('names its permission', () => {
    expect(routes.length).toBeGreaterThan(35)
    expect(routes.filter((route) => route.permission === undefined)).toEqual([])
  })

  it('is closed to strangers unless public', async () => {
    for (const route of routes.filter((one) => one.permission !== 'public')) {
      const { status, body } = await api.call(route.method, address(route))
      const code = route.permission === 'local' ? 'API_LOCAL_REFUSED' : 'API_SIGN_IN_REQUIRED'
      // An answer to HEAD has no body to read the code from.
      const given = route.method === 'HEAD' ? code : body.code
      expect([route.url, status, given]).toEqual([route.url, code === 'API_LOCAL_REFUSED' ? 403 : 401, code])
    }
  })

  it.each(roles)('is open to %s only as the table says', async (role) => {
    const cookie = await api.cookieOf(role)
    for (const route of routes) {
      if (route.permission === 'public' || route.permission === 'local') continue
      // Streams never end, and signing out would end the session of this loop.
      if (route.url.endsWith('/events') || route.method === 'DELETE') continue
      const { body } = await api.call<Problem | null>(route.method, address(route), { headers: { cookie } })
      const isRefused = body !== null && 'code' in body && body.code === 'API_FORBIDDEN'
      const isOpen = expected[route.permission as Permission].includes(role)
      expect([route.method, route.url, isRefused ? 'refused' : 'open']).toEqual([
        route.method,
        route.url,
        isOpen ? 'open' : 'refused',
      ])
    }
  })

  it('keeps public routes free of data', () => {
    const open = routes
      .filter((route) => route.permission === 'public')
      .map((route) => `${route.method} ${route.url}`)
    expect(open.sort()).toEqual([
      'GET /',
      'GET /api/v1/health',
      'GET /api/v1/wall/pairing',
      'GET /screen',
      'GET /screen/',
      'POST /api/v1/session',
      'POST /api/v1/session/link',
      'POST /api/v1/wall/pairing',
      'POST /api/v1/wall/pairing/link',
    ])
  })
})

it('refuses to get ready with a route that names no permission', async () => {
  const { app } = await buildApp({ ...api.built.services })
  app.get('/forgotten', async () => 'open')
  await expect(app.ready()).rejects.toMatchObject({ code: 'SRV_ROUTE_UNGUARDED' })
})
