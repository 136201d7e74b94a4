export interface NamedTarget {
  readonly code: string
  readonly name: string
}

const LEAST_SIMILARITY = 0.34

/**
 * The records whose names are most like a text: Dice coefficient of character pairs (Dice 1945), a name that contains
 * the text or is contained in it first. Ties by code, so that the order is always the same.
 */
export function suggestTargets<T extends NamedTarget>(text: string, targets: readonly T[], limit = 3): T[] {
  const pairs = pairsOf(text)
  return targets
    .map((target) => ({ target, score: similarity(text, pairs, target.name) }))
    .filter(({ score }) => score >= LEAST_SIMILARITY)
    .sort((a, b) => b.score - a.score || (a.target.code < b.target.code ? -1 : 1))
    .slice(0, limit)
    .map(({ target }) => target)
}

function similarity(text: string, pairs: ReadonlySet<string>, name: string): number {
  const other = pairsOf(name)
  let shared = 0
  for (const pair of pairs) if (other.has(pair)) shared++
  const dice = pairs.size + other.size === 0 ? 0 : (2 * shared) / (pairs.size + other.size)
  return name.includes(text) || text.includes(name) ? dice + 1 : dice
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let index = 0; index + 2 <= text.length; index++) pairs.add(text.slice(index, index + 2))
  return pairs
}
