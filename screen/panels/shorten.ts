const pauses = '，。；、！？,;'

/**
 * A title that fits one line of the wall: cut at the last punctuation before the limit when that keeps at least
 * half of it, else at the limit with an ellipsis. Counts characters, not code units.
 */
export function shorten(title: string, limit: number): string {
  const characters = [...title]
  if (characters.length <= limit) return title
  const head = characters.slice(0, limit - 1)
  const pause = Math.max(...[...pauses].map((pause) => head.lastIndexOf(pause)))
  return pause >= limit / 2 ? head.slice(0, pause).join('') : `${head.join('')}…`
}
