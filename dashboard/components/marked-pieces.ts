export interface TextPiece {
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut at the given words, longest first where they overlap; the words' pieces are marked. */
export function markWords(text: string, words: readonly string[]): TextPiece[] {
  const wanted = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ text, isMarked: false }]
  const pattern = new RegExp(
    wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'gu',
  )
  const pieces: TextPiece[] = []
  let position = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > position) pieces.push({ text: text.slice(position, match.index), isMarked: false })
    pieces.push({ text: match[0], isMarked: true })
    position = match.index + match[0].length
  }
  if (position < text.length) pieces.push({ text: text.slice(position), isMarked: false })
  return pieces
}
