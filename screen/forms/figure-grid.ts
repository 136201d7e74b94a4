import { emWidth, heightOf, type Room } from './text-fit.ts'

/** One figure as it will be written. */
export interface FigureWords {
  readonly label: string
  readonly text: string
  readonly unit: string
  readonly note: string
}

export interface FigureGrid {
  readonly columns: number
  /** Size of every figure of the form: equal ranks have equal letters. */
  readonly size: number
}

/** Share of a figure's size its unit is set in, never under the floor. */
const unitShare = 0.42

/**
 * The number of columns at which the figures become largest: each count of even rows is tried, the widest figure and the
 * highest label decide what fits.
 * @param room design pixels of the whole form
 * @param sizes largest figure, label and floor in design pixels
 */
export function figureGrid(
  figures: readonly FigureWords[],
  room: Room,
  sizes: { readonly hero: number; readonly label: number; readonly floor: number; readonly gap: number },
): FigureGrid {
  let best: FigureGrid = { columns: Math.max(1, figures.length), size: sizes.label }
  for (let rows = 1; rows <= figures.length; rows++) {
    const columns = Math.ceil(figures.length / rows)
    const cell = {
      width: (room.width - sizes.gap * 2 * (columns - 1)) / columns,
      height: (room.height - sizes.gap * (rows - 1)) / rows,
    }
    const size = Math.min(...figures.map((figure) => largest(figure, cell, sizes)))
    if (size > best.size * 1.05) best = { columns, size: Math.min(size, sizes.hero) }
  }
  return best
}

function largest(
  figure: FigureWords,
  cell: Room,
  sizes: { readonly hero: number; readonly label: number; readonly floor: number },
): number {
  const words =
    heightOf(figure.label, sizes.label, cell.width) + heightOf(figure.note, sizes.floor, cell.width)
  const unit = emWidth(figure.unit)
  const byWidth = cell.width / (emWidth(figure.text) + unit * unitShare + (unit > 0 ? 0.15 : 0))
  // The unit stops shrinking at the floor: then it takes a fixed part of the width.
  const floored = (cell.width - unit * sizes.floor - 8) / emWidth(figure.text)
  const byHeight = (cell.height - words) / 1.25
  return Math.floor(Math.min(sizes.hero, byHeight, byWidth * unitShare < sizes.floor ? floored : byWidth))
}

/** The unit beside a figure of this size. */
export function unitSize(size: number, floor: number): number {
  return Math.max(floor, Math.round(size * unitShare))
}
