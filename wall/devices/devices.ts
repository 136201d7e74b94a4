import { randomUUID } from 'node:crypto'
import type { Viewing, WallProfile, WallTemplate } from '#contract'
import { wallStateQueries, wallStatements, type Warehouse } from '#warehouse'
import { toInstant } from '#calendar'
import { WallError } from '../errors.ts'
import { addressTest, checkRanges } from './addresses.ts'

/** Keys last a term's year; then somebody looks whether the wall is still where it was. */
const lifeMs = 400 * 86_400_000

/** What somebody says of a wall when pairing it. */
export interface WallSettings {
  /** The wall that gets a new key; null for a new wall. */
  readonly wallId: string | null
  readonly name: string
  readonly place: string
  readonly template: WallTemplate
  readonly viewing: Viewing
  readonly seams: WallProfile['seams']
  readonly addresses: string
}

/** One paired browser: a key that reads one wall from some addresses. */
export interface WallDevice {
  readonly id: string
  readonly wall: WallProfile
  readonly place: string
  readonly template: WallTemplate
  readonly addresses: string
  readonly expiresAt: string
}

export interface PairedDevice extends WallDevice {
  readonly pairedAt: string
  readonly pairedBy: string
  readonly endedAt: string | null
}

interface Held {
  readonly device: WallDevice
  readonly isFrom: (address: string) => boolean
}

/** Keys of walls. Only their hashes are kept; a revoked key is refused from that moment on. */
export class WallDevices {
  readonly #warehouse: Warehouse
  readonly #now: () => Date
  readonly #held = new Map<string, Held>()
  readonly #ended = new Set<string>()

  constructor(warehouse: Warehouse, now: () => Date) {
    this.#warehouse = warehouse
    this.#now = now
  }

  /** Makes a key count. Errors: WALL_ADDRESS_INVALID, WALL_UNKNOWN. */
  async add(keyHash: string, settings: WallSettings, actor: string): Promise<WallDevice> {
    const addresses = checkRanges(settings.addresses)
    if (settings.wallId !== null) await this.profile(settings.wallId)
    const [id, now] = [randomUUID(), this.#now()]
    const wallId = settings.wallId ?? id
    const expiresAt = toInstant(new Date(now.getTime() + lifeMs))
    const { name, place, template, viewing, seams } = settings
    await this.#warehouse.execute(wallStatements.addDevice, {
      device_id: id,
      wall_id: wallId,
      name,
      place,
      template,
      viewing,
      seams: JSON.stringify(seams),
      key_hash: keyHash,
      addresses,
      paired_at: toInstant(now),
      paired_by: actor,
      expires_at: expiresAt,
    })
    return { id, wall: { id: wallId, name, viewing, seams }, place, template, addresses, expiresAt }
  }

  /** The device of a key when it may read from that address; null otherwise, whatever the reason. */
  async find(keyHash: string, address: string): Promise<WallDevice | null> {
    const held = this.#held.get(keyHash) ?? (await this.#load(keyHash))
    if (held === null || !held.isFrom(address) || !this.isAlive(held.device)) return null
    return held.device
  }

  /** Asked by streams before anything is sent. */
  isAlive({ id, expiresAt }: WallDevice): boolean {
    return !this.#ended.has(id) && toInstant(this.#now()) < expiresAt
  }

  /** Revokes a key at once. Error: WALL_UNKNOWN. */
  async end(id: string, actor: string): Promise<void> {
    const device = (await this.list()).find((one) => one.id === id)
    if (device?.endedAt !== null) throw new WallError('WALL_UNKNOWN')
    this.#ended.add(id)
    this.#held.clear()
    await this.#warehouse.execute(wallStatements.endDevice, {
      device_id: id,
      ended_at: toInstant(this.#now()),
      ended_by: actor,
    })
  }

  /** Every pairing there was, the newest first. */
  async list(): Promise<PairedDevice[]> {
    const rows = await this.#warehouse.query(wallStateQueries.devices, {})
    return rows.map((row) => ({
      ...toDevice(row),
      pairedAt: row.paired_at,
      pairedBy: row.paired_by,
      endedAt: row.ended_at,
    }))
  }

  /** A wall as last paired, revoked or not. Error: WALL_UNKNOWN. */
  async profile(wallId: string): Promise<WallProfile> {
    const device = (await this.list()).find(({ wall }) => wall.id === wallId)
    if (device === undefined) throw new WallError('WALL_UNKNOWN')
    return device.wall
  }

  async #load(keyHash: string): Promise<Held | null> {
    const [row] = await this.#warehouse.query(wallStateQueries.deviceOfKey, { key_hash: keyHash })
    if (row === undefined) return null
    const held = { device: toDevice(row), isFrom: addressTest(row.addresses) }
    this.#held.set(keyHash, held)
    return held
  }
}

interface DeviceRow {
  readonly device_id: string
  readonly wall_id: string
  readonly name: string
  readonly place: string
  readonly template: string
  readonly viewing: string
  readonly seams: string
  readonly addresses: string
  readonly expires_at: string
}

const templates: readonly WallTemplate[] = ['16:9', '21:9', '32:9', '48:9', '9:16']
const viewings: readonly Viewing[] = ['near', 'hall', 'single']

/** A stored wall; a shape this version does not know is taken for the commonest one. */
function toDevice(row: DeviceRow): WallDevice {
  const viewing = viewings.find((known) => known === row.viewing) ?? 'near'
  const template = templates.find((known) => known === row.template) ?? '16:9'
  const seams = JSON.parse(row.seams) as WallProfile['seams']
  return {
    id: row.device_id,
    wall: { id: row.wall_id, name: row.name, viewing, seams },
    place: row.place,
    template,
    addresses: row.addresses,
    expiresAt: row.expires_at,
  }
}
