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
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  const same = (tokens: readonly string[]): DifferencePart => ({ kind: 'same', text: tokens.join('') })
  return [
    same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    same(end === 0 ? [] : a.slice(-end)),
  ]
}

function middle(a: readonly string[], b: readonly string[]): DifferencePart[] {
  const trace = furthestPaths(a, b)
  if (trace === null)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  const parts: DifferencePart[] = []
  let x = a.length
  let y = b.length
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const paths = trace[edits - 1] ?? new Int32Array()
    const at = (k: number): number => paths[k + edits] ?? -1
    const diagonal = x - y
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const before = down ? diagonal + 1 : diagonal - 1
    const [fromX, fromY] = [at(before), at(before) - before]
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      parts.push({ kind: 'same', text: a[--x] ?? '' })
      y--
    }
    if (down) parts.push({ kind: 'added', text: b[--y] ?? '' })
    else parts.push({ kind: 'removed', text: a[--x] ?? '' })
  }
  while (x > 0) {
    parts.push({ kind: 'same', text: a[--x] ?? '' })
  }
  return parts.reverse()
}

/** For each number of edits the furthest x on every diagonal (offset by edits + 1); null beyond `MAX_EDITS`. */
function furthestPaths(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const most = Math.min(MAX_EDITS, a.length + b.length)
  const trace: Int32Array[] = []
  let last = new Int32Array(3)
  for (let edits = 0; edits <= most; edits++) {
    // `last` is offset by `edits`: diagonal k of the previous round lies at k + edits.
    const paths = new Int32Array(2 * edits + 3)
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (last[k - 1 + edits] ?? -1) < (last[k + 1 + edits] ?? -1))
      let x = edits === 0 ? 0 : down ? (last[k + 1 + edits] ?? 0) : (last[k - 1 + edits] ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      paths[k + edits + 1] = x
      if (x >= a.length && x - k >= b.length) {
        trace.push(paths)
        return trace
      }
    }
    trace.push(paths)
    last = paths
  }
  return null
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
