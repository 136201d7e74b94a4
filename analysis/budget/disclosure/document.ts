/** Where something stands in a published file; pages and lines count from 1. */
export interface Spot {
  readonly page: number
  readonly row: number
}

/** Pieces that stand on one height of a page, or the cells of a worksheet's row, from left to right. */
export interface Line extends Spot {
  readonly words: readonly string[]
  /** All words without any space. */
  readonly text: string
}

/** A page or worksheet as its reader gives it. */
export interface DisclosurePage {
  readonly lines: readonly { readonly row: number; readonly words: readonly string[] }[]
}

/** The pages as lines, in their order. */
export function linesOf(pages: readonly DisclosurePage[]): Line[] {
  return pages.flatMap(({ lines }, index) =>
    lines.map(({ row, words }) => ({ page: index + 1, row, words, text: words.join('') })),
  )
}

export function spot({ page, row }: Spot): Spot {
  return { page, row }
}
