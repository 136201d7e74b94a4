import type { TilesContent, WallMap, WallMapShapes } from '#contract'
import { labelSpot, mapFrame, type MapFrame } from '#ui'
import { emWidth, type Room } from './text-fit.ts'

/** One place as it is written: its lines, each with its size. */
export interface PlaceText {
  readonly id: string
  readonly lines: readonly { readonly text: string; readonly size: number }[]
}

/** Where the text of each place stands. */
export interface PlacesLayout {
  readonly frame: MapFrame
  /** In its shape: the whole text, or the number under which it stands beside the map. */
  readonly inside: readonly {
    readonly id: string
    readonly x: number
    readonly y: number
    readonly mark: number | null
  }[]
  /** Beside the map, because its shape is too small (with its number) or it has none. */
  readonly beside: readonly { readonly id: string; readonly mark: number | null }[]
  /** Width of the column beside the map; 0 when nothing stands there. */
  readonly column: number
}

const lineHeight = 1.3

/** Whether places are drawn on a map: it must have a shape for most of them. */
export function covers(map: WallMap | null, { tiles }: TilesContent): map is WallMap {
  if (!map?.number) return false
  const codes = new Set(map.shapes.features.map(({ properties }) => properties.code))
  return tiles.filter(({ id }) => codes.has(id)).length * 2 > tiles.length
}

/** Puts texts into shapes where they fit and beside the map where they do not; all in design pixels. */
export function placeTexts(
  shapes: WallMapShapes,
  places: readonly PlaceText[],
  room: Room,
  floor: number,
): PlacesLayout {
  const alone = layOut(shapes, places, room, 0, floor)
  if (alone.beside.length === 0) return alone
  const widths = places.map(
    ({ lines }) => lines.reduce((sum, { text }) => sum + emWidth(text) + 0.6, 0) * floor,
  )
  const column = Math.min(room.width / 2, Math.max(...widths) + floor * 2.5)
  return layOut(shapes, places, { ...room, width: room.width - column }, column, floor)
}

function layOut(
  shapes: WallMapShapes,
  places: readonly PlaceText[],
  room: Room,
  column: number,
  floor: number,
): PlacesLayout {
  const frame = mapFrame(shapes, room)
  const byCode = new Map(shapes.features.map((feature) => [feature.properties.code, feature]))
  const inside: PlacesLayout['inside'][number][] = []
  const beside: PlacesLayout['beside'][number][] = []
  for (const { id, lines } of places) {
    const feature = byCode.get(id)
    if (feature === undefined) {
      beside.push({ id, mark: null })
      continue
    }
    const height = lines.reduce((sum, { size }) => sum + size * lineHeight, 0)
    const width = Math.max(...lines.map(({ text, size }) => emWidth(text) * size)) + floor * 0.5
    const whole = labelSpot(feature, frame, height)
    if (whole.width >= width) inside.push({ id, x: whole.x, y: whole.y, mark: null })
    else {
      const mark = beside.filter((one) => one.mark !== null).length + 1
      const { x, y } = labelSpot(feature, frame, floor * lineHeight)
      beside.push({ id, mark })
      inside.push({ id, x, y, mark })
    }
  }
  return { frame, inside, beside, column }
}
