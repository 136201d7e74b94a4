/** Room a form has, in design pixels. */
export interface Room {
  readonly width: number
  readonly height: number
}

export const lineHeight = 1.3

/** Width of a text in em: a Chinese character is 1, a digit 0.58, other letters by their kind; a little generous. */
export function emWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (character >= '\u2e80' || /[\u2010-\u2027]/.test(character)) width += 1
    else if (/[A-Z%▲●■○@]/.test(character)) width += 0.95
    else if (/[.,:;'|!()\-\s]/.test(character)) width += 0.36
    else width += 0.6
  }
  return width
}

/** Lines a text takes at a size in a width; a word that jumps to the next line costs up to one more character a line. */
export function linesOf(text: string, size: number, width: number): number {
  const natural = emWidth(text) * size
  // Estimated: what only just fits counts as too long.
  return natural <= width - size * 0.3 ? 1 : Math.max(2, Math.ceil(natural / Math.max(size, width - size)))
}

/** Height of a text at a size in a width. */
export function heightOf(text: string, size: number, width: number): number {
  return text === '' ? 0 : linesOf(text, size, width) * size * lineHeight
}
