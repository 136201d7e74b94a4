import { emWidth, linesOf, lineHeight, type Room } from './text-fit.ts'

/** How ranked rows are laid out: labels in a column of their own, or above their bars where that would be narrow. */
export interface BarLayout {
  readonly labelWidth: number
  readonly valueWidth: number
  readonly labelAbove: boolean
  readonly rows: number
  readonly lines: number
}

export interface BarWords {
  readonly label: string
  readonly value: string
  readonly note: string
}

/**
 * As many whole rows as the height takes. Labels stand beside the bars when the longest leaves half of the width to
 * them, otherwise above, wrapped to as many lines as the longest needs.
 * @param head height taken by what stands above the rows
 */
export function barLayout(
  words: readonly BarWords[],
  room: Room,
  sizes: { readonly label: number; readonly floor: number; readonly gap: number },
  head = 0,
): BarLayout {
  const { label, floor, gap } = sizes
  const widest = (pick: (one: BarWords) => string, size: number) =>
    Math.ceil(Math.max(0, ...words.map((one) => emWidth(pick(one)) * size)))
  const labelWidth = widest((one) => one.label, label)
  const noteHeight = words.some((one) => one.note !== '') ? floor * lineHeight : 0
  const valueWidth = Math.max(
    widest((one) => one.value, label),
    0,
  )
  const labelAbove = labelWidth + valueWidth + 2 * gap > room.width * 0.55
  const lines = labelAbove
    ? Math.max(1, ...words.map((one) => linesOf(one.label, label, room.width - valueWidth - gap)))
    : 1
  const row = lines * label * lineHeight + noteHeight + gap * 0.75 + (labelAbove ? gap * 0.75 : 0)
  const rows = Math.max(1, Math.min(8, Math.floor((room.height - head) / row)))
  return { labelWidth, valueWidth, labelAbove, rows, lines }
}
