import { authenticate } from '../accounts/users.ts'
import { FailedAttempts } from '../accounts/attempts.ts'
import type { Person } from '../accounts/person.ts'
import { redeemSignInLink } from '../accounts/sign-in-links.ts'
import { LinkRequest, Session, SignInRequest } from '../contract/index.ts'
import { Type } from 'typebox'
import type { FastifyReply } from 'fastify'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import { clearSessionCookie, setSessionCookie, toSession } from '../plugins/session.ts'
import type { Services } from '../services.ts'

const tags = ['登录']
/** Per address and minute; names are counted apart (see FailedAttempts). */
const rateLimit = { max: 20, timeWindow: 60_000 }

export function registerSessionRoutes(app: App, services: Services): void {
  const attempts = new FailedAttempts(services.now)

  app.post(
    '/session',
    {
      config: { permission: 'public', rateLimit },
      schema: {
        operationId: 'signIn',
        tags,
        summary: '用账号密码登录',
        security: [],
        body: SignInRequest,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const { name, password } = request.body
      if (attempts.isBlocked(name)) throw new ApiError('API_TOO_MANY_ATTEMPTS')
      const person = await authenticate(services.warehouse, name, password)
      if (person === null) {
        attempts.fail(name)
        await refuse(services, 'account')
        throw new ApiError('API_SIGN_IN_FAILED')
      }
      attempts.succeed(name)
      return begin(services, person, reply)
    },
  )

  app.post(
    '/session/link',
    {
      config: { permission: 'public', rateLimit },
      schema: {
        operationId: 'signInByLink',
        tags,
        summary: '用一次性链接登录',
        security: [],
        body: LinkRequest,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const person = await redeemSignInLink(services.warehouse, request.body.token, services.now())
      if (person === null) {
        await refuse(services, 'link')
        throw new ApiError('API_LINK_INVALID')
      }
      return begin(services, person, reply)
    },
  )

  registerOwnSession(app, services)
}

function registerOwnSession(app: App, services: Services): void {
  app.get(
    '/session',
    {
      config: { permission: 'session:own' },
      schema: { operationId: 'getSession', tags, summary: '当前登录者与权限', response: { 200: Session } },
    },
    async (request) => toSession(signedIn(request)),
  )

  app.delete(
    '/session',
    {
      config: { permission: 'session:own' },
      schema: { operationId: 'signOut', tags, summary: '退出登录', response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const session = signedIn(request)
      await services.sessions.end(session.hash)
      await services.audit({ actor: session, action: 'sign-out', object: null, outcome: 'ok' })
      clearSessionCookie(reply)
      return reply.status(204).send(null)
    },
  )
}

async function begin(services: Services, person: Person, reply: FastifyReply): Promise<Session> {
  const { token, session, maxAgeSeconds } = await services.sessions.start(person)
  await services.audit({ actor: person, action: 'sign-in', object: null, outcome: 'ok' })
  setSessionCookie(reply, token, maxAgeSeconds)
  return toSession(session)
}

/** The name tried is not kept: people type passwords into the wrong field. */
async function refuse(services: Services, way: 'account' | 'link'): Promise<void> {
  await services.audit({
    actor: { name: way, role: null },
    action: 'sign-in',
    object: null,
    outcome: 'refused',
  })
}
