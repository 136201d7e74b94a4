import type { FastifyRequest } from 'fastify'
import { WallError, type Walls } from '#wall'
import type { WallProfile } from '../contract/index.ts'

interface WithWalls {
  readonly walls: Walls
}

/** The wall of people who open the wall's page while signed in: the screen of a meeting room, a first look. */
export const signedInWall: WallProfile = { id: 'main', name: '登录打开的大屏', viewing: 'near', seams: [] }

/** The wall a request comes from. */
export function wallOf(request: FastifyRequest): string {
  return request.wallDevice?.wall.id ?? signedInWall.id
}

/** A wall by its id. Error: WALL_UNKNOWN. */
export async function profileOf({ walls }: WithWalls, id: string): Promise<WallProfile> {
  return id === signedInWall.id ? signedInWall : walls.devices.profile(id)
}

/** Every wall that can be controlled: those with a live key, then the signed-in one. */
export async function knownWalls({ walls }: WithWalls): Promise<WallProfile[]> {
  const devices = (await walls.devices.list()).filter(
    (device) => device.endedAt === null && walls.devices.isAlive(device),
  )
  const newest = devices.filter(
    ({ wall }, index) => devices.findIndex((one) => one.wall.id === wall.id) === index,
  )
  return [...newest.map(({ wall }) => wall), signedInWall]
}

/** Error: WALL_UNKNOWN unless it is one of those. */
export async function checkWall(services: WithWalls, id: string): Promise<WallProfile> {
  const wall = (await knownWalls(services)).find((one) => one.id === id)
  if (wall === undefined) throw new WallError('WALL_UNKNOWN')
  return wall
}
