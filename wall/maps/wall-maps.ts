import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { WallMap, WallMapFacts, WallMapItem, WallMapUpload } from '#contract'
import { isMissing, readTextIfPresent, writeWhole } from '#files'
import { entityQueries, type Warehouse } from '#warehouse'
import { WallError } from '../errors.ts'
import { toInstant } from '#calendar'
import { matchCodes } from './match.ts'
import { readShapes } from './read-shapes.ts'

/** The small file beside each GeoJSON. */
interface KeptMap extends Pick<WallMapItem, 'id' | 'fileName' | 'uploadedAt' | 'uploadedBy'> {
  readonly facts: WallMapFacts
  readonly codes: readonly string[]
}

const factsEnd = '.facts.json'

/**
 * The customer's own maps, in a folder of the data home: `<id>.geojson` as it came, `<id>.facts.json` written after it,
 * and `current.json`, which names the one on the walls. Every map that came is kept; the product brings none.
 */
export class WallMaps {
  readonly #warehouse: Warehouse
  readonly #now: () => Date
  readonly #folder: string
  #revision = 0
  #drawn: WallMap | null = null

  constructor(parts: { warehouse: Warehouse; now: () => Date; folder: string }) {
    this.#warehouse = parts.warehouse
    this.#now = parts.now
    this.#folder = parts.folder
  }

  /** Grows with every change of what hangs on the walls. */
  get revision(): number {
    return this.#revision
  }

  /** Every map with what it fits, the newest first. */
  async list(): Promise<WallMapItem[]> {
    const [maps, current, regions] = await Promise.all([this.#kept(), this.#currentId(), this.#regions()])
    return maps.map(({ codes, ...map }) => ({
      ...map,
      state: map.id === current ? 'wall' : map.facts.number === null ? 'preview' : 'ready',
      ...matchCodes(codes, regions),
    }))
  }

  /**
   * Keeps a map; it hangs nowhere yet.
   * @throws WallError WALL_MAP_INVALID when it cannot be drawn or fits no region
   */
  async add({ facts, fileName, content }: WallMapUpload, actor: string): Promise<string> {
    const number = facts.number?.trim() ?? ''
    const stated = { ...facts, number: number === '' ? null : number }
    const codes = readShapes(content, facts.codeProperty).features.map(({ properties }) => properties.code)
    if (matchCodes(codes, await this.#regions()).matched.length === 0)
      throw new WallError('WALL_MAP_INVALID', '没有一个代码在区划表里，请检查属性名，或先导入区划表')
    // Names its moment to the millisecond: the order of maps that came within one second.
    const id = `${this.#now().getTime()}-${randomUUID().slice(0, 8)}`
    const kept: KeptMap = {
      id,
      facts: stated,
      fileName,
      uploadedAt: toInstant(this.#now()),
      uploadedBy: actor,
      codes,
    }
    await writeWhole(join(this.#folder, `${id}.geojson`), content)
    await writeWhole(join(this.#folder, `${id}${factsEnd}`), JSON.stringify(kept, null, 2))
    return id
  }

  /** Hangs a map on the walls in place of the one there. Errors: WALL_MAP_UNKNOWN, WALL_MAP_UNREVIEWED. */
  async putUp(id: string): Promise<void> {
    const map = await this.#find(id)
    if (map.facts.number === null) throw new WallError('WALL_MAP_UNREVIEWED')
    await this.#setCurrent(id)
  }

  /** Takes a map off the walls, which show tiles again. Error: WALL_MAP_UNKNOWN unless it hangs there. */
  async takeOff(id: string): Promise<void> {
    if ((await this.#currentId()) !== id) throw new WallError('WALL_MAP_UNKNOWN')
    await this.#setCurrent(null)
  }

  /** A map ready to be drawn. Error: WALL_MAP_UNKNOWN. */
  async drawing(id: string): Promise<WallMap> {
    if (this.#drawn?.id === id) return this.#drawn
    const { facts } = await this.#find(id)
    const { number, source, date, area, codeProperty } = facts
    const text = (await readTextIfPresent(join(this.#folder, `${id}.geojson`))) ?? ''
    this.#drawn = { id, number, source, date, area, shapes: readShapes(text, codeProperty) }
    return this.#drawn
  }

  /** The map on the walls; null when there is none, or its files are gone: the walls then show tiles. */
  async current(): Promise<{ readonly id: string } | null> {
    const id = await this.#currentId()
    return (await this.#kept()).find((map) => map.id === id && map.facts.number !== null) ?? null
  }

  async #find(id: string): Promise<KeptMap> {
    const found = (await this.#kept()).find((map) => map.id === id)
    if (found === undefined) throw new WallError('WALL_MAP_UNKNOWN')
    return found
  }

  async #kept(): Promise<KeptMap[]> {
    const names = await readdir(this.#folder).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    const files = names.filter((name) => name.endsWith(factsEnd))
    const texts = await Promise.all(files.map((name) => readTextIfPresent(join(this.#folder, name))))
    const maps = texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as KeptMap]))
    return maps.sort((a, b) => (a.id < b.id ? 1 : -1))
  }

  async #currentId(): Promise<string | null> {
    const text = await readTextIfPresent(join(this.#folder, 'current.json'))
    return text === null ? null : (JSON.parse(text) as { id: string | null }).id
  }

  async #setCurrent(id: string | null): Promise<void> {
    await writeWhole(join(this.#folder, 'current.json'), JSON.stringify({ id }))
    this.#revision += 1
  }

  #regions() {
    return this.#warehouse.query(entityQueries.regions, {})
  }
}
