import { emWidth, linesOf, lineHeight, type Room } from './text-fit.ts'

/** How ranked rows are laid out: labels in a column of their own, or above their bars where that would be narrow. */
export interface BarLayout {
  readonly labelWidth: number
  readonly valueWidth: number
  readonly labelAbove: boolean
  readonly noted: boolean
  readonly rows: number
}

export interface BarWords {
  readonly label: string
  readonly value: string
  readonly note: string
}

interface BarSizes {
  readonly label: number
  readonly floor: number
  readonly gap: number
}

/**
 * As many whole rows as the height takes. Labels stand beside the bars when the longest leaves half of the width to
 * them, otherwise above, wrapped to as many lines as the longest needs. Notes stay away where they would push rows out:
 * they are on the fact card too.
 * @param room what is left for the rows
 */
export function barLayout(words: readonly BarWords[], room: Room, sizes: BarSizes): BarLayout {
  const noted = layoutWith(
    words,
    room,
    sizes,
    words.some((one) => one.note !== ''),
  )
  return noted.rows >= words.length ? noted : layoutWith(words, room, sizes, false)
}

function layoutWith(words: readonly BarWords[], room: Room, sizes: BarSizes, noted: boolean): BarLayout {
  const { label, floor, gap } = sizes
  const widest = (pick: (one: BarWords) => string) =>
    Math.ceil(Math.max(0, ...words.map((one) => emWidth(pick(one)) * label)))
  // A little more than estimated: a label beside its bar never wraps.
  const labelWidth = widest((one) => one.label) + label * 0.5
  const valueWidth = widest((one) => one.value) + label * 0.3
  const labelAbove = labelWidth + valueWidth + 2 * gap > room.width * 0.55
  const lines = labelAbove
    ? Math.max(1, ...words.map((one) => linesOf(one.label, label, room.width - valueWidth - gap)))
    : 1
  const bar = labelAbove ? label * 0.35 + 4 : 0
  const row = lines * label * lineHeight + bar + (noted ? floor * lineHeight : 0) + gap * 0.6
  const rows = Math.max(1, Math.min(8, Math.floor(room.height / row)))
  return { labelWidth, valueWidth, labelAbove, noted, rows }
}
