const pauses = '，。；、！？,;'

/**
 * A title that fits one line of the wall: cut at the last punctuation before the limit when that keeps at least
 * half of it, else at the limit with an ellipsis. Counts characters, not code units.
 */
export function shorten(title: string, limit: number): string {
  const characters = Array.from(title)
  if (characters.length <= limit) return title
  const head = characters.slice(0, limit - 1)
  const pause = Math.max(...Array.from(pauses).map((pause) => head.lastIndexOf(pause)))
  return pause >= limit / 2 ? head.slice(0, pause).join('') : `${head.join('')}…`
}

/** Names without the beginning they all share, such as the city's: "云岭市教育局", "云岭市民政局" → "教育局", "民政局". */
export function withoutSharedPrefix(names: readonly string[]): string[] {
  const [first = ''] = names
  const characters = Array.from(first)
  let shared = names.length > 1 ? characters.length : 0
  for (const name of names) {
    const other = Array.from(name)
    while (shared > 0 && characters.slice(0, shared).join('') !== other.slice(0, shared).join('')) shared -= 1
  }
  return shared < 2 ? [...names] : names.map((name) => Array.from(name).slice(shared).join(''))
}
