export interface TextPart {
  readonly text: string
  readonly isMarked: boolean
}

/** Cuts a text at the given words, wherever they stand; of overlapping words the longer is marked. */
export function markWords(text: string, words: readonly string[]): TextPart[] {
  const ordered = words.filter((word) => word !== '').sort((a, b) => b.length - a.length)
  const parts: TextPart[] = []
  let plainFrom = 0
  let at = 0
  while (at < text.length) {
    const word = ordered.find((one) => text.startsWith(one, at))
    if (word === undefined) {
      at++
      continue
    }
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), isMarked: false })
    parts.push({ text: word, isMarked: true })
    at += word.length
    plainFrom = at
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), isMarked: false })
  return parts
}
