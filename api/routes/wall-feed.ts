import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import type { WallListener } from '#wall'
import { WallFault, WallSnapshot } from '../contract/index.ts'
import { parseLastEventId } from '../events/sse-format.ts'
import { SseClient, type EventSink } from '../events/sse-client.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import { streamHeaders } from '../plugins/headers.ts'
import type { Services } from '../services.ts'
import { wallOf } from '../wall/which-wall.ts'

export function registerWallFeedRoutes(app: App, services: Services): void {
  registerSnapshot(app, services)
  registerEvents(app, services)
  registerFaults(app)
}

function registerSnapshot(app: App, { wallFeed }: Services): void {
  app.get(
    '/wall/snapshot',
    {
      config: { permission: 'screen:read' },
      schema: {
        operationId: 'getWallSnapshot',
        tags: ['大屏'],
        summary: '大屏此刻所需的全部内容（无个人信息）',
        response: { 200: WallSnapshot },
      },
    },
    (request) => wallFeed.snapshot(wallOf(request)),
  )
}

function registerEvents(app: App, services: Services): void {
  app.get(
    '/wall/events',
    {
      config: { permission: 'screen:read' },
      schema: {
        operationId: 'streamWall',
        tags: ['大屏'],
        summary:
          '大屏推送（SSE）：snapshot（全部内容）、patch（变化，序号逐一递增）、heartbeat（每 15 秒）；after 或 Last-Event-ID 不是最后一个序号时从全部内容开始',
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.String()) }),
        querystring: Type.Object({
          after: Type.Optional(Type.Integer({ minimum: 0, description: '已收到的最后一个序号' })),
        }),
        produces: ['text/event-stream'],
        response: { 200: Type.String({ description: 'text/event-stream' }) },
      },
    },
    async (request, reply) => {
      const isWelcome = welcomeOf(request, services)
      const after = parseLastEventId(request.headers['last-event-id']) ?? request.query.after ?? null
      const join = await services.wallFeed.open(wallOf(request))
      reply.hijack()
      reply.raw.writeHead(200, { ...streamHeaders, 'content-type': 'text/event-stream; charset=utf-8' })
      const leave = join(listenerOf(reply.raw, isWelcome), after)
      if (reply.raw.closed) leave()
      else reply.raw.on('close', leave)
    },
  )
}

function registerFaults(app: App): void {
  app.post(
    '/wall/faults',
    {
      config: { permission: 'screen:read', rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: 'reportWallFault',
        tags: ['大屏'],
        summary: '大屏报告页面错误（只有类别与程序位置）',
        body: WallFault,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      request.log.warn(request.body, 'wall page fault')
      return reply.status(204).send(null)
    },
  )
}

/** The stream as the feed sees it; only what can be missed carries an event id. */
function listenerOf(sink: EventSink, isWelcome: () => boolean): WallListener {
  const stream = new SseClient(sink)
  return {
    send: ({ type, data }) => {
      stream.send(type === 'heartbeat' ? { type, data } : { id: data.sequence, type, data })
    },
    end: () => {
      stream.end()
    },
    isWelcome,
  }
}

/** Whether the key, or the session, the stream was opened with still counts. */
function welcomeOf(request: FastifyRequest, { sessions, walls }: Services): () => boolean {
  const device = request.wallDevice
  if (device !== null) return () => walls.devices.isAlive(device)
  const { hash } = signedIn(request)
  return () => sessions.isAlive(hash)
}
