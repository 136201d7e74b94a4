import type { TilesContent } from '#contract'
import { metricFigure, statusMarks, type FigureText } from '#ui'
import { rampClass } from './ramp.ts'

/** A place with all that is said of it: as a tile or in its shape. */
export interface DrawnTile {
  readonly id: string
  readonly label: string
  readonly figure: FigureText
  /** Class on the ramp; null for a missing value. */
  readonly step: 1 | 2 | 3 | 4 | null
  /** Status as a shape, and the note. */
  readonly said: string
}

/** Places of one content, in its order. */
export function drawnTiles({ tiles, unit }: TilesContent): DrawnTile[] {
  const values = tiles.map(({ value }) => Number(value ?? 0))
  return tiles.map(({ id, label, value, note, status }) => ({
    id,
    label,
    figure: metricFigure(value, unit),
    step: value === null ? null : rampClass(Number(value), values),
    said: `${status ? `${statusMarks[status]} ` : ''}${note ?? ''}`,
  }))
}
