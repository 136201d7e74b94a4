import { Type } from 'typebox'
import { parseLastEventId } from '../events/sse-format.ts'
import type { App } from '../fastify-types.ts'
import { isAllowed } from '../permissions.ts'
import { streamHeaders } from '../plugins/headers.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

export function registerEventRoutes(app: App, services: Services): void {
  app.get(
    '/events',
    {
      config: { permission: 'events:read' },
      schema: {
        operationId: 'streamEvents',
        tags: ['实时'],
        summary:
          '变更推送（SSE）：publish（id 为发布序号，可凭 after 或 Last-Event-ID 补发）、job 与每 15 秒一次的 heartbeat',
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.String()) }),
        querystring: Type.Object({
          after: Type.Optional(Type.Integer({ minimum: 0, description: '已收到的最后一个发布序号' })),
        }),
        produces: ['text/event-stream'],
        response: { 200: Type.String({ description: 'text/event-stream' }) },
      },
    },
    (request, reply) => {
      const session = signedIn(request)
      const lastId = parseLastEventId(request.headers['last-event-id']) ?? request.query.after ?? null
      reply.hijack()
      reply.raw.writeHead(200, { ...streamHeaders, 'content-type': 'text/event-stream; charset=utf-8' })
      const leave = services.hub.connect(
        {
          sink: reply.raw,
          seesJobs: isAllowed(session.role, 'jobs:read'),
          isWelcome: () => services.sessions.isAlive(session.hash),
        },
        lastId,
      )
      reply.raw.on('close', leave)
    },
  )
}
