import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest, RouteOptions } from 'fastify'
import { hashToken } from '../accounts/tokens.ts'
import type { ActiveSession } from '../accounts/sessions.ts'
import { ApiError, ServerError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { isAllowed, isOpenToWalls } from '../permissions.ts'
import { wallCookie } from './wall-device.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Deny by default. Every route names its permission; the app does not get ready while one does not
 * (SRV_ROUTE_UNGUARDED), and a request reaches a handler only past these checks. Returns the list that fills with
 * the routes as they are registered.
 */
export function registerGuard(app: App, localToken: string | null): readonly RouteOptions[] {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.addHook('onReady', async () => {
    const open = routes.filter((route) => route.config?.permission === undefined).map((route) => route.url)
    if (open.length > 0) {
      throw new ServerError('SRV_ROUTE_UNGUARDED', `这些接口没有声明权限：${open.join('、')}`)
    }
  })
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    checkPermission(request, localToken)
  })
  return routes
}

function checkPermission(request: FastifyRequest, localToken: string | null): void {
  const permission = request.routeOptions.config.permission
  if (permission === 'local') {
    checkLocal(request, localToken)
    return
  }
  if (!safeMethods.has(request.method)) checkOrigin(request)
  if (permission === 'public') return
  if (permission !== undefined && request.wallDevice !== null && isOpenToWalls(permission)) return
  if (request.signedIn === null) throw new ApiError(missingKey(request))
  if (permission === undefined || !isAllowed(request.signedIn.role, permission))
    throw new ApiError('API_FORBIDDEN')
}

/** A wall whose key has ended, or that asks for more than walls may, is not asked to sign in. */
function missingKey(request: FastifyRequest): 'API_FORBIDDEN' | 'API_WALL_UNPAIRED' | 'API_SIGN_IN_REQUIRED' {
  if (request.wallDevice !== null) return 'API_FORBIDDEN'
  return request.cookies[wallCookie] === undefined ? 'API_SIGN_IN_REQUIRED' : 'API_WALL_UNPAIRED'
}

/** A browser names the page's origin on every write; one from elsewhere is refused whatever cookie it carries. */
function checkOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined && !isOwnOrigin(origin, request.headers.host))
    throw new ApiError('API_ORIGIN_REFUSED')
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new ApiError('API_ORIGIN_REFUSED')
  }
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

function checkLocal(request: FastifyRequest, localToken: string | null): void {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  const isLocal = loopback.has(request.socket.remoteAddress ?? '') && request.headers.origin === undefined
  const isRight = localToken !== null && scheme === 'Bearer' && equalTokens(token ?? '', localToken)
  if (!isLocal || !isRight) throw new ApiError('API_LOCAL_REFUSED')
}

/** Compares hashes, which have one length, so that the time taken tells nothing. */
function equalTokens(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(left)), Buffer.from(hashToken(right)))
}

/** The session of a request the guard has let through to a route that needs one. */
export function signedIn(request: FastifyRequest): ActiveSession {
  if (request.signedIn === null) throw new ApiError('API_SIGN_IN_REQUIRED')
  return request.signedIn
}
