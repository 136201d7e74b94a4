import type { FastifyReply } from 'fastify'
import { hashToken } from '../accounts/tokens.ts'
import type { App } from '../fastify-types.ts'
import type { Services } from '../services.ts'

/** Holds the key of a paired wall; never readable by scripts, never in an address. */
export const wallCookie = 'huizhi_wall'

const cookieOptions = { path: '/api/v1/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const
const maxAgeSeconds = 400 * 24 * 3600

/** Reads the wall's cookie on every request; whether the route is open to walls is the guard's business. */
export function registerWallKeys(app: App, { walls }: Services): void {
  app.decorateRequest('wallDevice', null)
  app.addHook('onRequest', async (request) => {
    const key = request.cookies[wallCookie]
    if (key !== undefined && key !== '')
      request.wallDevice = await walls.devices.find(hashToken(key), request.ip)
  })
}

export function setWallCookie(reply: FastifyReply, key: string): void {
  reply.setCookie(wallCookie, key, { ...cookieOptions, maxAge: maxAgeSeconds })
}
