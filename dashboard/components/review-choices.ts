import type { ClassChoice, ReviewItem } from '#contract'

/** What a digit key chooses: the model's other guesses first, then the other first-level classes. */
export function digitChoices(item: ReviewItem, choices: readonly ClassChoice[]): string[] {
  const current = item.levels[0]
  const firsts = choices.filter(({ levels }) => levels.length === 1).map(({ levels }) => levels[0] ?? '')
  const ordered = [...item.alternatives.map(({ label }) => label), ...firsts]
  return [...new Set(ordered)].filter((label) => label !== current && firsts.includes(label)).slice(0, 9)
}

/** Classes whose path holds every word typed; whole names of the last level come first. */
export function searchChoices(
  typed: string,
  choices: readonly ClassChoice[],
  limit = 8,
): readonly ClassChoice[] {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const fits = choices.filter(({ levels }) => words.every((word) => levels.join(' ').includes(word)))
  const distance = ({ levels }: ClassChoice): number => {
    const last = levels.at(-1) ?? ''
    return last === typed.trim() ? 0 : words.some((word) => last.includes(word)) ? 1 : 2
  }
  return fits.sort((a, b) => distance(a) - distance(b) || a.levels.length - b.levels.length).slice(0, limit)
}
