import type { WallMapShapes } from '#contract'
import { WallError } from '../errors.ts'

/** Largest GeoJSON file, bytes. */
export const mapLimit = 8 * 1024 * 1024

type Feature = WallMapShapes['features'][number]

/**
 * The polygons of a GeoJSON text with the region code of each, and nothing else of it.
 * @param codeProperty property of the features that holds the code (text or number)
 * @throws WallError WALL_MAP_INVALID with what to put right
 */
export function readShapes(text: string, codeProperty: string): WallMapShapes {
  if (Buffer.byteLength(text) > mapLimit) refuse('文件超过 8 MB，请先在制图软件里抽稀边界')
  const root = parse(text)
  const given = isObject(root) && root['type'] === 'FeatureCollection' ? root['features'] : null
  if (!Array.isArray(given)) refuse('不是 GeoJSON 要素集合（FeatureCollection）')
  if (given.length === 0) refuse('里面没有图形')
  const features = given.map((one, index) => toFeature(one, codeProperty, `第 ${index + 1} 个图形`))
  checkUnique(features)
  return { type: 'FeatureCollection', features }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse('不是 JSON 文件，请导出为 GeoJSON 后上传')
  }
}

function toFeature(one: unknown, codeProperty: string, which: string): Feature {
  const [properties, geometry] = isObject(one) ? [one['properties'], one['geometry']] : [null, null]
  const code = isObject(properties) ? codeOf(properties[codeProperty]) : ''
  if (code === '') refuse(`${which}没有所填的区划代码属性，请检查属性名，并给每个图形填上代码`)
  return { type: 'Feature', properties: { code }, geometry: toGeometry(geometry, which) }
}

function toGeometry(geometry: unknown, which: string): Feature['geometry'] {
  const { type, coordinates } = isObject(geometry) ? geometry : {}
  if (type === 'Polygon' && isPolygon(coordinates)) return { type, coordinates: checked(coordinates, which) }
  if (type === 'MultiPolygon' && isFilled(coordinates) && coordinates.every(isPolygon))
    return { type, coordinates: coordinates.map((polygon) => checked(polygon, which)) }
  return refuse(`${which}不是面（Polygon、MultiPolygon），点、线和残缺的面不能用`)
}

/** Longitude and latitude of each corner; heights are dropped. */
function checked(polygon: number[][][], which: string): number[][][] {
  return polygon.map((ring) =>
    ring.map(([x = NaN, y = NaN]) => {
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90))
        refuse(`${which}的坐标不是经纬度，请转成以度为单位的经纬度后上传`)
      return [x, y]
    }),
  )
}

function checkUnique(features: readonly Feature[]): void {
  const seen = new Map<string, number>()
  features.forEach(({ properties }, index) => {
    const before = seen.get(properties.code)
    if (before !== undefined)
      refuse(`第 ${before + 1} 个与第 ${index + 1} 个图形的代码相同，请合并为一个图形或改正代码`)
    seen.set(properties.code, index)
  })
}

function codeOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** Rings of at least four positions, as GeoJSON asks for. */
function isPolygon(value: unknown): value is number[][][] {
  return (
    isFilled(value) &&
    value.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition))
  )
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])
}

function isFilled(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function refuse(detail: string): never {
  throw new WallError('WALL_MAP_INVALID', detail)
}
