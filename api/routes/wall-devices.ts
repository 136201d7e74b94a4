import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { checkRanges, plainAddress, type PairedDevice, type WallSettings } from '#wall'
import { FailedAttempts } from '../accounts/attempts.ts'
import { redeemSignInLink } from '../accounts/sign-in-links.ts'
import { createToken, hashToken } from '../accounts/tokens.ts'
import { toInstant } from '../clock.ts'
import {
  LinkRequest,
  PairingState,
  PairRequest,
  WallDeviceItem,
  WallDeviceList,
  type WallDeviceItem as Item,
} from '../contract/index.ts'
import { ApiError } from '../errors.ts'
import type { App } from '../fastify-types.ts'
import { signedIn } from '../plugins/guard.ts'
import { setWallCookie, wallCookie } from '../plugins/wall-device.ts'
import type { Services } from '../services.ts'

const tags = ['大屏设备']
/** A wall asks for a code a few times an hour, and looks every few seconds whether it has been typed in. */
const asking = { max: 10, timeWindow: 60_000 }
const looking = { max: 120, timeWindow: 60_000 }
const DeviceParams = Type.Object({ id: Type.String({ maxLength: 60 }) })

/**
 * Pairing. A wall asks for a code and is given, in a cookie, a key that opens nothing yet; when a member of staff
 * types the code in, the key begins to count. The code works once, for five minutes.
 */
export function registerWallDeviceRoutes(app: App, services: Services): void {
  registerAsking(app, services)
  registerLink(app, services)
  registerPairing(app, services)
  registerDevices(app, services)
}

function registerAsking(app: App, { walls }: Services): void {
  app.post(
    '/wall/pairing',
    {
      config: { permission: 'public', rateLimit: asking },
      schema: {
        operationId: 'askForPairing',
        tags,
        summary: '大屏申请配对码（5 分钟有效），并收下还不能用的钥匙',
        security: [],
        response: { 200: PairingState },
      },
    },
    async (request, reply) => {
      const key = createToken()
      const state = pairingState(walls, request)
      if (state.isPaired || state.code !== null) return state
      const { code, expiresAt } = walls.pairing.ask(hashToken(key), request.ip)
      setWallCookie(reply, key)
      return { isPaired: false, code, expiresAt: toInstant(expiresAt) }
    },
  )

  app.get(
    '/wall/pairing',
    {
      config: { permission: 'public', rateLimit: looking },
      schema: {
        operationId: 'getPairing',
        tags,
        summary: '本屏是否已配对，或正在显示的配对码',
        security: [],
        response: { 200: PairingState },
      },
    },
    async (request) => pairingState(walls, request),
  )
}

function pairingState({ pairing }: Services['walls'], request: FastifyRequest): PairingState {
  if (request.wallDevice !== null) return { isPaired: true, code: null, expiresAt: null }
  const key = request.cookies[wallCookie]
  const waiting = key === undefined ? null : pairing.find(hashToken(key))
  return {
    isPaired: false,
    code: waiting?.code ?? null,
    expiresAt: waiting && toInstant(waiting.expiresAt),
  }
}

/** The one-time link of the screen role pairs the browser it is opened in, so that a demonstration needs no code. */
function registerLink(app: App, { warehouse, walls, now, audit }: Services): void {
  app.post(
    '/wall/pairing/link',
    {
      config: { permission: 'public', rateLimit: asking },
      schema: {
        operationId: 'pairByLink',
        tags,
        summary: '用大屏的一次性链接直接配对',
        security: [],
        body: LinkRequest,
        response: { 200: PairingState },
      },
    },
    async (request, reply) => {
      const person = await redeemSignInLink(warehouse, request.body.token, now())
      if (person?.role !== 'screen') throw new ApiError('API_LINK_INVALID')
      const key = createToken()
      const linked = (await walls.devices.list()).find(({ place }) => place === linkedPlace)
      const device = await walls.devices.add(
        hashToken(key),
        { ...linkedWall, wallId: linked?.wall.id ?? null, addresses: plainAddress(request.ip) },
        person.name,
      )
      await audit({ actor: person, action: 'pair-wall', object: device.id, outcome: 'ok' })
      setWallCookie(reply, key)
      return { isPaired: true, code: null, expiresAt: null }
    },
  )
}

const linkedPlace = '一次性链接配对'
const linkedWall: Omit<WallSettings, 'wallId' | 'addresses'> = {
  name: '大屏',
  place: linkedPlace,
  template: '16:9',
  viewing: 'near',
  seams: [],
}

function registerPairing(app: App, { walls, audit, now }: Services): void {
  const attempts = new FailedAttempts(now)
  app.post(
    '/wall/devices',
    {
      config: { permission: 'wall:devices' },
      schema: {
        operationId: 'pairWall',
        tags,
        summary: '输入屏上的配对码，登记这块大屏；码用过即废，连续输错会暂停',
        body: PairRequest,
        response: { 200: WallDeviceItem },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { code, wall, addresses, ...settings } = request.body
      if (attempts.isBlocked(actor.name)) throw new ApiError('API_TOO_MANY_ATTEMPTS')
      attempts.fail(actor.name)
      const { address } = walls.pairing.look(code)
      attempts.succeed(actor.name)
      const allowed = checkRanges(addresses ?? plainAddress(address))
      if (wall !== null) await walls.devices.profile(wall)
      const waiting = walls.pairing.redeem(code)
      const device = await walls.devices.add(
        waiting.keyHash,
        { ...settings, wallId: wall, addresses: allowed },
        actor.name,
      )
      await audit({ actor, action: 'pair-wall', object: device.id, outcome: 'ok' })
      return toItem({ ...device, pairedAt: toInstant(now()), pairedBy: actor.name, endedAt: null }, now())
    },
  )
}

function registerDevices(app: App, { walls, audit, now }: Services): void {
  app.get(
    '/wall/devices',
    {
      config: { permission: 'wall:devices' },
      schema: {
        operationId: 'listWalls',
        tags,
        summary: '各次配对，新的在前',
        response: { 200: WallDeviceList },
      },
    },
    async () => ({ items: (await walls.devices.list()).map((device) => toItem(device, now())) }),
  )

  app.delete(
    '/wall/devices/:id',
    {
      config: { permission: 'wall:devices' },
      schema: {
        operationId: 'revokeWall',
        tags,
        summary: '撤销配对，立即生效',
        params: DeviceParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      await walls.devices.end(request.params.id, actor.name)
      await audit({ actor, action: 'revoke-wall', object: request.params.id, outcome: 'ok' })
      return reply.status(204).send(null)
    },
  )
}

function toItem({ endedAt, ...device }: PairedDevice, now: Date): Item {
  const { id, wall, place, template, addresses, pairedAt, pairedBy, expiresAt } = device
  const isOver = toInstant(now) >= expiresAt
  const state = endedAt !== null ? 'revoked' : isOver ? 'expired' : 'active'
  return { id, wall, place, template, addresses, pairedAt, pairedBy, expiresAt, state }
}
