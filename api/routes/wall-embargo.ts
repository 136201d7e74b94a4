import { Type } from 'typebox'
import { shanghaiDay } from '#calendar'
import { EmbargoItems, EmbargoRequest } from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

const tags = ['大屏禁显']
const EntryParams = Type.Object({ id: Type.String({ maxLength: 60 }) })

/** What no wall may show; the walls follow within a second or two. */
export function registerWallEmbargoRoutes(app: App, { walls, audit, now }: Services): void {
  const read = async () => {
    const today = shanghaiDay(now())
    const entries = await walls.embargo.entries()
    return {
      items: entries.map((entry) => ({ ...entry, isOver: entry.until !== null && entry.until < today })),
    }
  }

  app.get(
    '/wall/embargo',
    {
      config: { permission: 'wall:embargo' },
      schema: {
        operationId: 'listEmbargo',
        tags,
        summary: '禁显清单，新的在前',
        response: { 200: EmbargoItems },
      },
    },
    read,
  )

  app.post(
    '/wall/embargo',
    {
      config: { permission: 'wall:embargo' },
      schema: {
        operationId: 'addEmbargo',
        tags,
        summary: '登记一项禁显：凡提到它的内容都不上屏',
        body: EmbargoRequest,
        response: { 200: EmbargoItems },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const id = await walls.embargo.add(request.body, actor.name)
      await audit({ actor, action: 'add-embargo', object: id, outcome: 'ok' })
      return read()
    },
  )

  app.delete(
    '/wall/embargo/:id',
    {
      config: { permission: 'wall:embargo' },
      schema: {
        operationId: 'liftEmbargo',
        tags,
        summary: '解除一项禁显',
        params: EntryParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      if (!(await walls.embargo.lift(request.params.id, actor.name))) throw new ApiError('API_NOT_FOUND')
      await audit({ actor, action: 'lift-embargo', object: request.params.id, outcome: 'ok' })
      return reply.status(204).send(null)
    },
  )
}
