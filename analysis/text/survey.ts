import { CONTROLS, FULL_WIDTH, INVISIBLE, LINE_END, MARK, MARKUP, SPACE_RUN } from './character-patterns.ts'

/** clean: normalising changes nothing; plain: width, whitespace and repeated marks only; other: anything. */
export type TextState = 'clean' | 'plain' | 'other'

const OTHER = 0
const TIDY = 1
const SPACE = 2
const LINE = 3
const HAN = 4
const SIGN = 5
const LETTER = 6

let table: Uint8Array | undefined

/**
 * What normalising has to do with a text, found in one pass over its UTF-16 codes. May call a clean text plain, never
 * the other way round.
 */
export function surveyText(text: string): TextState {
  table ??= classTable()
  let state: TextState = 'clean'
  let before = LINE
  let beforeThat = LINE
  for (let index = 0; index < text.length; index++) {
    const kind = table[text.charCodeAt(index)] ?? OTHER
    if (kind === OTHER) return 'other'
    if (kind < HAN ? kind === TIDY || isUntidy(before, beforeThat) : kind === SIGN && isFourth(text, index))
      state = 'plain'
    beforeThat = before
    before = kind
  }
  return before < HAN ? 'plain' : state
}

/** A space or line end here would be dropped or joined, or may set single Han characters apart. */
function isUntidy(before: number, beforeThat: number): boolean {
  return before < HAN || (before === HAN && beforeThat === SPACE)
}

/** The same mark four times in a row. */
function isFourth(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return (
    code === text.charCodeAt(index - 1) &&
    code === text.charCodeAt(index - 2) &&
    code === text.charCodeAt(index - 3)
  )
}

/** The class of every UTF-16 code. */
function classTable(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let code = 0; code < classes.length; code++) {
    const isSurrogate = code >= 0xd800 && code <= 0xdfff
    classes[code] = isSurrogate ? OTHER : classOf(String.fromCharCode(code))
  }
  return classes
}

/** By the very patterns that the steps use, so that both always agree. */
const CLASSES: readonly (readonly [pattern: RegExp, kind: number])[] = [
  [MARKUP, OTHER],
  [INVISIBLE, OTHER],
  [CONTROLS, OTHER],
  [/^ $/, SPACE],
  [/^\n$/, LINE],
  [FULL_WIDTH, TIDY],
  [LINE_END, TIDY],
  [SPACE_RUN, TIDY],
  [/\p{sc=Han}/u, HAN],
  [MARK, SIGN],
]

function classOf(char: string): number {
  return CLASSES.find(([pattern]) => char.search(pattern) >= 0)?.[1] ?? LETTER
}
