import { Refusal, type CellParser } from './refusal.ts'
import { isPlaceholder, narrow } from './text.ts'

/** Allowed value → other ways of writing it. */
export type Choices = Readonly<Record<string, readonly string[]>>

/** With `closed`, a text that is none of the spellings is refused; otherwise it is kept as it is. */
export function choiceParser(choices: Choices, closed: boolean): CellParser {
  const known = new Map<string, string>()
  for (const [value, spellings] of Object.entries(choices))
    for (const spelling of [value, ...spellings]) known.set(choiceKey(spelling), value)
  const allowed = Object.keys(choices).join('、')
  return (text) => {
    const cell = narrow(text)
    if (cell === '' || isPlaceholder(cell)) return null
    const value = known.get(choiceKey(cell))
    if (value !== undefined) return value
    return closed ? new Refusal('choice_unknown', `只能填：${allowed}`) : cell
  }
}

function choiceKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s"“”]/g, '')
    .toUpperCase()
}
