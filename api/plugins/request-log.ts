import type { App } from '../fastify-types.ts'

/** One line per answer: route pattern, not address, since addresses hold ids, names and search words. */
export function registerRequestLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        role: request.signedIn?.role ?? null,
      },
      'answered',
    )
  })
}
