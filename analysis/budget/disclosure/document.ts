/** A piece of text where it stands on a page; `y` grows downwards. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A page of a published file as its text layer gives it. */
export interface DisclosurePage {
  readonly number: number
  readonly texts: readonly PlacedText[]
}

/** Pieces that stand on one height, from left to right. */
export interface Line {
  readonly page: number
  readonly words: readonly string[]
  /** All words without any space. */
  readonly text: string
}

/** Half a line's height: pieces whose heights differ by less stand on one line. */
const sameHeight = 4

/** The pages as lines, top to bottom. */
export function linesOf(pages: readonly DisclosurePage[]): Line[] {
  return pages.flatMap(({ number, texts }) => {
    const rows: PlacedText[][] = []
    const placed = texts.filter(({ text }) => text.trim() !== '')
    for (const piece of [...placed].sort((a, b) => a.y - b.y || a.x - b.x)) {
      const row = rows.at(-1)
      if (row?.[0] !== undefined && piece.y - row[0].y < sameHeight) row.push(piece)
      else rows.push([piece])
    }
    return rows.map((row) => {
      const words = wordsOf([...row].sort((a, b) => a.x - b.x))
      return { page: number, words, text: words.join('').replace(/\s+/gu, '') }
    })
  })
}

/** Pieces that touch are one word: a text layer cuts where the font changes. */
function wordsOf(row: readonly PlacedText[]): string[] {
  const words: string[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { text, x, width } of row) {
    const clean = text.replace(/\s+/gu, '')
    if (x - end < 1.5 && words.length > 0) words.push(`${words.pop() ?? ''}${clean}`)
    else words.push(clean)
    end = x + width
  }
  return words
}
