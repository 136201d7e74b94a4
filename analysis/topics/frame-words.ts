import type { TermCounts } from './terms.ts'

/**
 * Words of one writer's form: someone who sends dozens of letters under 请加快…建设刻不容缓 says the same words about many
 * matters, so between that writer's letters they are no evidence. Writers who write of one place all the time are left
 * alone: there the words are the matter.
 */

/** Letters of different text from which a writer counts as a frequent one. */
const MIN_LETTERS = 12
/** Share of the letters that hold a word of the form. */
const FRAME_SHARE = 0.1
/** Share of the letters that name one site: then the writer has one matter. */
const ONE_SITE = 0.4

/** Takes the words of the form out of the letters of frequent writers, in place. `authors` in the order of `counts`. */
export function dropFrameWords(counts: readonly TermCounts[], authors: readonly (string | null)[]): void {
  const byAuthor = new Map<string, number[]>()
  authors.forEach((author, item) => {
    if (author === null || author === '') return
    const items = byAuthor.get(author)
    if (items) items.push(item)
    else byAuthor.set(author, [item])
  })
  for (const items of byAuthor.values()) {
    if (items.length < MIN_LETTERS) continue
    const own = items.flatMap((item) => counts[item] ?? [])
    const holders = countHolders(own)
    const isOneMatter = [...holders].some(
      ([word, count]) => word.startsWith('@') && count >= ONE_SITE * items.length,
    )
    if (isOneMatter) continue
    const limit = Math.max(3, FRAME_SHARE * items.length)
    for (const terms of own)
      for (const word of terms.keys()) if ((holders.get(word) ?? 0) >= limit) terms.delete(word)
  }
}

function countHolders(letters: readonly TermCounts[]): Map<string, number> {
  const holders = new Map<string, number>()
  for (const terms of letters)
    for (const word of terms.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  return holders
}
