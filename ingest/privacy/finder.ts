import type { PersonalDataKind, PersonalSpan } from './kinds.ts'

/** One pattern of personal data. */
export interface Finder {
  readonly kind: PersonalDataKind
  /** Found in every text the pattern matches, and quicker to look for. */
  readonly sign: RegExp
  /** Global; a group named `data` is the part to mask, otherwise the whole match is. */
  readonly pattern: RegExp
  /** Decides a match by its data and the text before and after it. */
  readonly accepts?: (data: string, before: string, after: string) => boolean
}

const contextCharacters = 40

/** Everything one finder sees in a text that has its sign. */
export function* runFinder({ kind, pattern, accepts }: Finder, text: string): Generator<PersonalSpan> {
  for (const match of text.matchAll(pattern)) {
    const data = match.groups?.['data'] ?? match[0]
    const start = match.index + match[0].lastIndexOf(data)
    const end = start + data.length
    const before = text.slice(Math.max(0, start - contextCharacters), start)
    const after = text.slice(end, end + contextCharacters)
    if (accepts === undefined || accepts(data, before, after)) yield { start, end, kind }
  }
}
