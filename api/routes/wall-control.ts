import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { readFactCard, toastOf } from '#wall'
import { toInstant } from '../clock.ts'
import {
  FactCard,
  RemoteRequest,
  RemoteView,
  StageState,
  WallQuery,
  type RemoteRequest as Request,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { isAllowed } from '../permissions.ts'
import { signedIn } from '../plugins/guard.ts'
import type { Services } from '../services.ts'
import { toRemotePanel } from '../wall/panel-items.ts'
import { checkWall, knownWalls, signedInWall, wallOf } from '../wall/which-wall.ts'
import { wallContext } from '../wall-context.ts'

const tags = ['大屏遥控']
const loggedCommands = 20
const FactParams = Type.Object({
  panel: Type.String({ maxLength: 100, description: '场景编号/面板编号' }),
  item: Type.String({ maxLength: 200 }),
})

/** What a wall's own keys may do; the rest is for people. */
const ownCommands: ReadonlySet<Request['command']['type']> = new Set([
  'next',
  'previous',
  'goto',
  'pause',
  'resume',
  'blank',
  'unblank',
  'open',
  'close',
])

export function registerWallControlRoutes(app: App, services: Services): void {
  registerView(app, services)
  registerCommand(app, services)
  registerFacts(app, services)
}

function registerView(app: App, services: Services): void {
  const { walls, wallFeed, now } = services
  app.get(
    '/wall/remote',
    {
      config: { permission: 'wall:control' },
      schema: {
        operationId: 'getRemote',
        tags,
        summary: '一块大屏此刻的画面、讲解词、可打开的事实卡与最近的指令',
        querystring: WallQuery,
        response: { 200: RemoteView },
      },
    },
    async (request) => {
      const wall = await checkWall(services, request.query.wall)
      const [{ stage, panels }, scenes, log] = await Promise.all([
        wallFeed.snapshot(wall.id),
        walls.scenes.current(),
        walls.remote.log(wall.id, loggedCommands),
      ])
      const scene = scenes.find(({ id }) => id === stage.scene)
      return {
        walls: await knownWalls(services),
        wall,
        stage,
        serverTime: toInstant(now()),
        scenes: scenes.map(({ id, name }) => ({ id, name })),
        scene: scene ? { question: scene.question, notes: scene.notes } : null,
        panels: panels.filter(({ key }) => key.startsWith(`${stage.scene}/`)).map(toRemotePanel),
        log: log.map(({ at, command, actor }) => ({
          at: toInstant(new Date(at)),
          text: toastOf(command, scenes),
          by: actor,
        })),
      }
    },
  )
}

function registerCommand(app: App, services: Services): void {
  const { walls, audit } = services
  app.post(
    '/wall/remote',
    {
      config: { permission: 'wall:navigate', rateLimit: { max: 240, timeWindow: 60_000 } },
      schema: {
        operationId: 'controlWall',
        tags,
        summary: '给大屏一个指令；大屏自己的按键只能翻本屏的页',
        body: RemoteRequest,
        response: { 200: StageState },
      },
    },
    async (request) => {
      const { wall, actor } = await addressed(services, request, request.body)
      const { command } = request.body
      const stage = await walls.remote.give(wall, command, actor.name)
      const reason = command.type === 'goto' || command.type === 'pin' ? command.scene : ''
      const said = [command.type, reason].filter((part) => part !== '').join(' ')
      await audit({ actor, action: 'control-wall', object: wall, outcome: 'ok', reason: said })
      return stage
    },
  )
}

/** Whom the command is for and who gives it. Errors: API_FORBIDDEN, WALL_UNKNOWN. */
async function addressed(services: Services, request: FastifyRequest, { wall, command }: Request) {
  const session = request.signedIn
  if (wall !== null && session !== null && isAllowed(session.role, 'wall:control'))
    return { wall: (await checkWall(services, wall)).id, actor: session }
  const own = wallOf(request)
  if ((wall !== null && wall !== own) || !ownCommands.has(command.type)) throw new ApiError('API_FORBIDDEN')
  const device = request.wallDevice
  const actor = device === null ? signedIn(request) : { name: `大屏 ${device.wall.name}`, role: null }
  return { wall: device === null ? signedInWall.id : own, actor }
}

function registerFacts(app: App, services: Services): void {
  app.get(
    '/wall/facts/:panel/:item',
    {
      config: { permission: 'screen:read' },
      schema: {
        operationId: 'getWallFact',
        tags: ['大屏'],
        summary: '一项的事实卡（无个人信息）',
        params: FactParams,
        response: { 200: FactCard },
      },
    },
    async (request) => {
      const { panel, item } = request.params
      const [scenes, embargo] = await Promise.all([
        services.walls.scenes.current(),
        services.walls.embargo.entries(),
      ])
      const card = await readFactCard(wallContext(services, embargo), scenes, panel, item)
      if (card === null) throw new ApiError('API_NOT_FOUND')
      return card
    },
  )
}
