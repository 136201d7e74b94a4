import { Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { WallError } from '#wall'
import { WallMap, WallMapList, WallMapUpload } from '../contract/index.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'

const tags = ['大屏地图']
const MapParams = Type.Object({ id: Type.String({ maxLength: 60 }) })
/** The largest file as a JSON text, where every quote takes two characters. */
const uploadBytes = 24 * 1024 * 1024

/** The customer's own maps: none comes with the product, and none without a review number gets on a wall. */
export function registerWallMapRoutes(app: App, services: Services): void {
  registerReading(app, services)
  registerAdding(app, services)
  registerHanging(app, services)
}

function registerReading(app: App, { walls }: Services): void {
  app.get(
    '/wall/map',
    {
      config: { permission: 'screen:read' },
      schema: {
        operationId: 'getWallMap',
        tags,
        summary: '现在上墙的地图；只含图形与区划代码，按 ETag 缓存',
        response: { 200: WallMap },
      },
    },
    async (request, reply) => {
      const current = await walls.maps.current()
      if (current === null) throw new WallError('WALL_MAP_UNKNOWN', '现在没有地图上墙')
      return sendMap(request, reply, await walls.maps.drawing(current.id))
    },
  )

  app.get(
    '/wall/maps',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'listWallMaps',
        tags,
        summary: '上传过的地图，新的在前：登记事项、状态、与区划表对上和没有对上的',
        response: { 200: WallMapList },
      },
    },
    async () => ({ items: await walls.maps.list() }),
  )

  app.get(
    '/wall/maps/:id/drawing',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'getWallMapDrawing',
        tags,
        summary: '一幅地图的图形，供预览',
        params: MapParams,
        response: { 200: WallMap },
      },
    },
    async (request, reply) => sendMap(request, reply, await walls.maps.drawing(request.params.id)),
  )
}

function registerAdding(app: App, { walls, audit }: Services): void {
  app.post(
    '/wall/maps',
    {
      config: { permission: 'wall:edit' },
      bodyLimit: uploadBytes,
      schema: {
        operationId: 'addWallMap',
        tags,
        summary: '上传一幅地图（GeoJSON）并登记审图号、来源、日期、范围和代码属性；上传后先预览，还不上墙',
        body: WallMapUpload,
        response: { 200: WallMapList },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const id = await walls.maps.add(request.body, actor.name)
      await audit({ actor, action: 'add-wall-map', object: id, outcome: 'ok' })
      return { items: await walls.maps.list() }
    },
  )
}

function registerHanging(app: App, { walls, audit }: Services): void {
  app.put(
    '/wall/maps/:id/wall',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'putUpWallMap',
        tags,
        summary: '让一幅有审图号的地图上墙，替下原来那幅',
        params: MapParams,
        response: { 200: WallMapList },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      await walls.maps.putUp(request.params.id)
      await audit({ actor, action: 'put-up-wall-map', object: request.params.id, outcome: 'ok' })
      return { items: await walls.maps.list() }
    },
  )

  app.delete(
    '/wall/maps/:id/wall',
    {
      config: { permission: 'wall:edit' },
      schema: {
        operationId: 'takeOffWallMap',
        tags,
        summary: '把上墙的地图撤下，大屏改回方块示意图；文件都留着',
        params: MapParams,
        response: { 200: WallMapList },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      await walls.maps.takeOff(request.params.id)
      await audit({ actor, action: 'take-off-wall-map', object: request.params.id, outcome: 'ok' })
      return { items: await walls.maps.list() }
    },
  )
}

/** A map never changes under its id, which therefore is its tag; megabytes go out past the schema's serialiser. */
function sendMap(request: FastifyRequest, reply: FastifyReply, map: WallMap): FastifyReply {
  const tag = `"${map.id}"`
  reply.header('cache-control', 'private, no-cache').header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.status(304).send()
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(map))
}
