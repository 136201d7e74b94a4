import { textKey } from '../text/index.ts'

/** A text whose lower levels a person named. */
export interface LevelExample {
  title: string
  body: string
  /** Two or three names, first level first. */
  levels: readonly string[]
}

/** Examples kept for each first-level class: more cost time for every letter and add little. */
const MOST_PER_CLASS = 200
/** People say what they want in the first lines. */
const MOST_CHARACTERS = 600

/**
 * The examples that letters will be compared with, the same whatever order they come in: people's decisions before
 * labelled files where texts are equal or there are too many, and every path in turn, so that a rare one is not
 * crowded out.
 */
export function pickLevelExamples(
  decided: readonly LevelExample[],
  labelled: readonly LevelExample[],
): LevelExample[] {
  const byText = new Map<string, LevelExample>()
  for (const example of [...inTurn(decided), ...inTurn(labelled)]) {
    const key = textKey(`${example.title}\n${example.body}`)
    if (example.levels.length > 1 && !byText.has(key)) byText.set(key, example)
  }
  const taken = new Map<string, number>()
  return [...byText.values()].flatMap(({ title, body, levels }) => {
    const first = levels[0] ?? ''
    const before = taken.get(first) ?? 0
    taken.set(first, before + 1)
    return before < MOST_PER_CLASS ? [{ title, body: body.slice(0, MOST_CHARACTERS), levels }] : []
  })
}

/** The first example of every path, then the second of every path, and so on. */
function inTurn(examples: readonly LevelExample[]): LevelExample[] {
  const sorted = examples
    .map((example) => ({
      example,
      path: example.levels.join('/'),
      text: `${example.title}\n${example.body}`,
    }))
    .sort((a, b) => compare(a.path, b.path) || compare(a.text, b.text))
  const seen = new Map<string, number>()
  return sorted
    .map(({ example, path }) => {
      const turn = seen.get(path) ?? 0
      seen.set(path, turn + 1)
      return { example, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ example }) => example)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
