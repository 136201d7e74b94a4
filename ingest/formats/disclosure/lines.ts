import type { PdfPage } from '../pdf/read-pages.ts'

/** Half a line's height: pieces whose heights differ by less stand on one line. */
const sameHeight = 4

/** A page of the text layer as lines of words, top to bottom and left to right. */
export function linesOf({ texts }: PdfPage): string[][] {
  const rows: PdfPage['texts'][number][][] = []
  const placed = texts.filter(({ text }) => text.trim() !== '')
  for (const piece of [...placed].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && piece.y - row[0].y < sameHeight) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => wordsOf([...row].sort((a, b) => a.x - b.x)))
}

/** Pieces that touch are one word: a text layer cuts where the font changes. */
function wordsOf(row: PdfPage['texts']): string[] {
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
