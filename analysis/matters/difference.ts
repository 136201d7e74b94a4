import { diffArrays } from 'diff'

/** A stretch of text that both have, only this one has, or only the other has. */
export interface DifferencePart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface Difference {
  /** Reading order; `added` and `same` together are the text, `removed` and `same` the other. */
  readonly parts: readonly DifferencePart[]
  /** Sentences of the text that the other has nothing of: what this letter alone says. */
  readonly ownSentences: readonly string[]
}

/** Letters of each text that are compared. */
const MAX_LETTERS = 8000
/** Beyond so many edits the texts have nothing to do with each other; the rest counts as replaced. */
const MAX_EDITS = 1200
/** A common stretch this short between changes is chance. */
const CHANCE = 2
const OWN_SHARE = 0.7
const OWN_LETTERS = 4
const TOKEN = /[A-Za-z0-9]+|[\s\S]/gu

/** What a near copy says otherwise than another text: shortest edit script (Myers 1986), tidied for reading. */
export function differenceOf(text: string, other: string): Difference {
  const a = tokensOf(other)
  const b = tokensOf(text)
  const parts = tidy(editScript(a, b))
  return { parts, ownSentences: ownSentences(parts) }
}

function tokensOf(text: string): string[] {
  return text.slice(0, MAX_LETTERS).match(TOKEN) ?? []
}

function editScript(a: readonly string[], b: readonly string[]): DifferencePart[] {
  const changes = diffArrays([...a], [...b], { maxEditLength: MAX_EDITS })
  if (changes === undefined)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Joins neighbours of one kind; stretches too short to mean anything become part of the change around them. */
function tidy(parts: readonly DifferencePart[]): DifferencePart[] {
  const joined = join(parts)
  const spread = joined.flatMap((part, index): DifferencePart[] => {
    const isInside = index > 0 && index < joined.length - 1
    if (part.kind !== 'same' || !isInside || part.text.length > CHANCE) return [part]
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ]
  })
  return join(sortChanges(spread))
}

/** Within a change, what the other had stands before what this one has. */
function sortChanges(parts: readonly DifferencePart[]): DifferencePart[] {
  const sorted: DifferencePart[] = []
  let added: DifferencePart[] = []
  for (const part of parts) {
    if (part.kind === 'added') added.push(part)
    else {
      if (part.kind === 'same') {
        sorted.push(...added)
        added = []
      }
      sorted.push(part)
    }
  }
  return [...sorted, ...added]
}

function join(parts: readonly DifferencePart[]): DifferencePart[] {
  const joined: { kind: DifferencePart['kind']; text: string }[] = []
  for (const part of parts) {
    if (part.text === '') continue
    const last = joined[joined.length - 1]
    if (last?.kind === part.kind) last.text += part.text
    else joined.push({ ...part })
  }
  return joined
}

function ownSentences(parts: readonly DifferencePart[]): string[] {
  let text = ''
  const own: boolean[] = []
  for (const part of parts) {
    if (part.kind === 'removed') continue
    text += part.text
    own.push(...Array<boolean>(part.text.length).fill(part.kind === 'added'))
  }
  const found: string[] = []
  let start = 0
  for (const sentence of text.match(/[^。！？!?；;\n]+[。！？!?；;\n]*/gu) ?? []) {
    const from = text.indexOf(sentence, start)
    start = from + sentence.length
    const share = own.slice(from, start).filter(Boolean).length / sentence.length
    if (share >= OWN_SHARE && sentence.replace(/[^\p{L}\p{N}]/gu, '').length >= OWN_LETTERS)
      found.push(sentence.trim())
  }
  return found
}
