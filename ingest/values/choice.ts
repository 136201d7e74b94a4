import { Refusal, type CellParser } from './refusal.ts'
import { isPlaceholder, narrow } from './text.ts'

/** Allowed value → other ways of writing it. */
export type Choices = Readonly<Record<string, readonly string[]>>

export function choiceParser(choices: Choices): CellParser {
  const known = new Map<string, string>()
  for (const [value, spellings] of Object.entries(choices))
    for (const spelling of [value, ...spellings]) known.set(choiceKey(spelling), value)
  const allowed = Object.keys(choices).join('、')
  return (text) => {
    const cell = narrow(text)
    if (cell === '' || isPlaceholder(cell)) return null
    return known.get(choiceKey(cell)) ?? new Refusal('choice_unknown', `只能填：${allowed}`)
  }
}

function choiceKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s"“”]/g, '')
    .toUpperCase()
}
