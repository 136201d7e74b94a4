import type { FastifyReply } from 'fastify'
import type { ActiveSession } from '../accounts/sessions.ts'
import type { Session } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { permissionsOf, roleLabels } from '../permissions.ts'
import type { Services } from '../services.ts'

export const sessionCookie = 'huizhi_session'

// `secure: auto` = set over HTTPS; on plain http://127.0.0.1 the cookie would otherwise be lost.
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const

/** Reads the cookie on every request; whether the route needs a session is the guard's business. */
export function registerSessions(app: App, services: Services): void {
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie]
    if (token !== undefined && token !== '') request.signedIn = await services.sessions.find(token)
  })
}

export function setSessionCookie(reply: FastifyReply, token: string, maxAgeSeconds: number): void {
  reply.setCookie(sessionCookie, token, { ...cookieOptions, maxAge: maxAgeSeconds })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, cookieOptions)
}

/** The signed-in person as the contract shows them. */
export function toSession(session: ActiveSession): Session {
  return {
    name: session.name,
    displayName: session.displayName,
    role: session.role,
    roleLabel: roleLabels[session.role],
    permissions: permissionsOf(session.role),
    expiresAt: session.expiresAt,
  }
}
