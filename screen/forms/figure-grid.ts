import { emWidth, heightOf, linesOf, type Room } from './text-fit.ts'

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

interface FigureSizes {
  readonly hero: number
  readonly label: number
  readonly floor: number
  readonly gap: number
}

/** What of a form's figures is shown where they do not all fit with everything said about them. */
export interface FigurePlan extends FigureGrid {
  /** The figures shown are the first so many. */
  readonly count: number
  /** Remarks are shown; why a figure is missing is always said. */
  readonly noted: boolean
}

/** Design pixels kept free under a figure's last line: another machine's fonts may be a little higher. */
const spareHeight = 4

/**
 * All figures with their notes where that leaves a figure larger than its label; otherwise without remarks; otherwise
 * fewer figures.
 * @param room design pixels of the whole form
 */
export function figurePlan(
  figures: readonly (FigureWords & { readonly isMissing: boolean })[],
  room: Room,
  sizes: FigureSizes,
): FigurePlan {
  const bare = figures.map((figure) => ({ ...figure, note: figure.isMissing ? figure.note : '' }))
  const full = figureGrid(figures, room, sizes)
  if (full !== null) return { ...full, count: figures.length, noted: true }
  for (let count = figures.length; count > 1; count--) {
    const grid = figureGrid(bare.slice(0, count), room, sizes)
    if (grid !== null) return { ...grid, count, noted: false }
  }
  return { columns: 1, size: sizes.label, count: Math.min(1, figures.length), noted: false }
}

/**
 * The number of columns at which the figures become largest, labels on one line preferred: each count of even rows is
 * tried, the widest figure and the highest label decide what fits; null where no figure would be larger than its label.
 */
export function figureGrid(
  figures: readonly FigureWords[],
  room: Room,
  sizes: FigureSizes,
): FigureGrid | null {
  let best: (FigureGrid & { readonly worth: number }) | null = null
  for (let rows = 1; rows <= figures.length; rows++) {
    const columns = Math.ceil(figures.length / rows)
    const cell = {
      width: (room.width - sizes.gap * 2 * (columns - 1)) / columns,
      height: (room.height - sizes.gap * (rows - 1)) / rows,
    }
    const size = Math.min(sizes.hero, ...figures.map((figure) => largest(figure, cell, sizes)))
    if (size <= sizes.label * 1.05) continue
    const wraps = figures.some(({ label }) => linesOf(label, sizes.label, cell.width) > 1)
    const worth = size * (wraps ? wrappedWorth : 1)
    if (worth > (best?.worth ?? 0) * 1.05) best = { columns, size, worth }
  }
  return best && { columns: best.columns, size: best.size }
}

/** A label on two lines reads worse than a figure a good deal smaller. */
const wrappedWorth = 0.65

function largest(figure: FigureWords, cell: Room, sizes: FigureSizes): number {
  const words =
    heightOf(figure.label, sizes.label, cell.width) + heightOf(figure.note, sizes.floor, cell.width)
  const unit = emWidth(figure.unit)
  const byWidth = cell.width / (emWidth(figure.text) + unit * unitShare + (unit > 0 ? 0.15 : 0))
  // The unit stops shrinking at the floor: then it takes a fixed part of the width.
  const floored = (cell.width - unit * sizes.floor - 8) / emWidth(figure.text)
  const byHeight = (cell.height - words - spareHeight) / 1.25
  return Math.floor(Math.min(sizes.hero, byHeight, byWidth * unitShare < sizes.floor ? floored : byWidth))
}

/** The unit beside a figure of this size. */
export function unitSize(size: number, floor: number): number {
  return Math.max(floor, Math.round(size * unitShare))
}
