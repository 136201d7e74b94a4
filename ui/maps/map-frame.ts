import type { WallMapShapes } from '#contract'

type Feature = WallMapShapes['features'][number]
type Point = readonly [x: number, y: number]

/** Where a map lies in a room: longitude and latitude become pixels by one straight rule each. */
export interface MapFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Width over height of a degree, as ECharts names it. */
  readonly aspectScale: number
  readonly toPixel: (longitude: number, latitude: number) => Point
}

/** A place for a text inside a shape: its middle, and how wide it may be. */
export interface LabelSpot {
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * Fits shapes into a room, in the middle, as wide at their middle latitude as they are on the ground (equirectangular
 * projection: right for a city or a province, not for a country).
 */
export function mapFrame(shapes: WallMapShapes, room: { width: number; height: number }): MapFrame {
  const [west, east, south, north] = boundsOf(shapes)
  const aspectScale = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [wide, high] = [Math.max(1e-9, (east - west) * aspectScale), Math.max(1e-9, north - south)]
  const scale = Math.min(room.width / wide, room.height / high)
  const [width, height] = [wide * scale, high * scale]
  const [left, top] = [(room.width - width) / 2, (room.height - height) / 2]
  return {
    left,
    top,
    width,
    height,
    aspectScale,
    toPixel: (longitude, latitude) => [
      left + (longitude - west) * aspectScale * scale,
      top + (north - latitude) * scale,
    ],
  }
}

/** The widest place in a shape for a text of a height, all in pixels; width 0 where none is high enough. */
export function labelSpot({ geometry }: Feature, frame: MapFrame, height: number): LabelSpot {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const drawn = polygons.map((rings) =>
    rings.map((ring) => ring.map(([x = 0, y = 0]) => frame.toPixel(x, y))),
  )
  const spots = drawn.flatMap((rings) => spotsIn(rings, height))
  return spots.reduce((best, spot) => (spot.width > best.width * clearly ? spot : best), {
    x: 0,
    y: 0,
    width: 0,
  })
}

const lines = 24
/** A text leaves the middle of a shape only for clearly more room. */
const clearly = 1.05
/** The lines from the middle of a shape outwards. */
const outwards = Array.from({ length: lines }, (_, index) => index).sort(
  (a, b) => Math.abs(a - (lines - 1) / 2) - Math.abs(b - (lines - 1) / 2),
)

/** The widest free stretch at each of some heights of a polygon. */
function spotsIn(rings: readonly (readonly Point[])[], height: number): LabelSpot[] {
  const ys = (rings[0] ?? []).map(([, y]) => y)
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))]
  return outwards.map((index) => {
    const y = top + ((bottom - top) * (index + 0.5)) / lines
    const free = [y - height / 2, y, y + height / 2].map((line) => stretchesAt(rings, line)).reduce(common)
    const [from, to] = free.reduce<Point>((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a), [0, 0])
    return { x: (from + to) / 2, y, width: to - from }
  })
}

/** Where a horizontal line lies inside a polygon, holes left out (even-odd rule). */
function stretchesAt(rings: readonly (readonly Point[])[], y: number): Point[] {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap(([x, from], index) => {
      const [nextX, to] = ring[(index + 1) % ring.length] ?? [x, from]
      return from > y === to > y ? [] : [x + ((y - from) / (to - from)) * (nextX - x)]
    }),
  )
  crossings.sort((a, b) => a - b)
  return crossings.flatMap((from, index) => {
    const to = crossings[index + 1]
    return index % 2 === 0 && to !== undefined ? [[from, to] as const] : []
  })
}

/** What two sets of stretches share. */
function common(a: readonly Point[], b: readonly Point[]): Point[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]) => {
      const shared = [Math.max(from, start), Math.min(to, end)] as const
      return shared[1] > shared[0] ? [shared] : []
    }),
  )
}

function boundsOf(shapes: WallMapShapes): [west: number, east: number, south: number, north: number] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { geometry } of shapes.features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const [x = 0, y = 0] of polygons.flat(2)) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  }
  return [west, east, south, north]
}
