import type { TilesContent, WallMap, WallMapShapes } from '#contract'
import { labelSpot, mapFrame, type MapFrame } from '#ui'
import { emWidth, linesOf, type Room } from './text-fit.ts'

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
  /** In the list, because its shape is too small (with its number) or it has none. */
  readonly listed: readonly { readonly id: string; readonly mark: number | null }[]
  /** Where the list stands, or null when every text is in its shape. */
  readonly list: PlacesList | null
}

export interface PlacesList {
  readonly side: 'beside' | 'below'
  /** Width beside the map, or height below it. */
  readonly depth: number
  /** Places on view at a time. */
  readonly places: number
}

const lineHeight = 1.3
/** A line of the list, as a share of its letters. */
export const listLine = 1.5

/** Whether places are drawn on a map: it must have a shape for most of them. */
export function covers(map: WallMap | null, { tiles }: TilesContent): map is WallMap {
  if (!map?.number) return false
  const codes = new Set(map.shapes.features.map(({ properties }) => properties.code))
  return tiles.filter(({ id }) => codes.has(id)).length * 2 > tiles.length
}

/**
 * Puts texts into shapes where they fit and into a list where they do not, beside the map, or below it where the room is
 * too narrow for both; all in design pixels.
 */
export function placeTexts(
  shapes: WallMapShapes,
  places: readonly PlaceText[],
  room: Room,
  floor: number,
): PlacesLayout {
  const alone = layOut(shapes, places, room, floor)
  if (alone.listed.length === 0) return { ...alone, list: null }
  const texts = places.map(({ lines }) => lines.map(({ text }) => text).join(' '))
  const widest = (Math.max(...texts.map(emWidth)) + markWidth) * floor
  const line = floor * listLine
  if (widest <= room.width * 0.45) {
    const beside = layOut(shapes, places, { ...room, width: room.width - widest }, floor)
    const fitting = Math.max(1, Math.floor(room.height / line))
    return { ...beside, list: { side: 'beside', depth: widest, places: fitting } }
  }
  const textWidth = room.width - markWidth * floor
  const deepest = Math.max(...texts.map((text) => linesOf(text, floor, textWidth))) * line
  const fitting = Math.max(1, Math.floor((room.height * 0.5) / deepest))
  const over = (depth: number) => layOut(shapes, places, { ...room, height: room.height - depth }, floor)
  // A smaller map has room for fewer texts, so that more are listed.
  let depth = Math.min(fitting, alone.listed.length) * deepest
  const more = Math.min(fitting, over(depth).listed.length) * deepest
  if (more > depth) depth = Math.min(fitting, over(more).listed.length) * deepest
  return { ...over(depth), list: { side: 'below', depth, places: Math.round(depth / deepest) } }
}

/** Letters that the number before a place takes. */
export const markWidth = 2.5

function layOut(
  shapes: WallMapShapes,
  places: readonly PlaceText[],
  room: Room,
  floor: number,
): Omit<PlacesLayout, 'list'> {
  const frame = mapFrame(shapes, room)
  const byCode = new Map(shapes.features.map((feature) => [feature.properties.code, feature]))
  const inside: PlacesLayout['inside'][number][] = []
  const listed: PlacesLayout['listed'][number][] = []
  for (const { id, lines } of places) {
    const feature = byCode.get(id)
    if (feature === undefined) {
      listed.push({ id, mark: null })
      continue
    }
    const height = lines.reduce((sum, { size }) => sum + size * lineHeight, 0)
    const width = Math.max(...lines.map(({ text, size }) => emWidth(text) * size)) + floor * 0.5
    const whole = labelSpot(feature, frame, height)
    if (whole.width >= width) inside.push({ id, x: whole.x, y: whole.y, mark: null })
    else {
      const mark = listed.filter((one) => one.mark !== null).length + 1
      const { x, y } = labelSpot(feature, frame, floor * lineHeight)
      listed.push({ id, mark })
      inside.push({ id, x, y, mark })
    }
  }
  return { frame, inside, listed }
}
