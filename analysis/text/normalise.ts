import {
  AROUND_LINE_END,
  CONTROLS,
  FULL_WIDTH,
  INVISIBLE,
  LINE_END,
  LONE_SURROGATE,
  MARK,
  MARKUP,
  SHOUTING,
  SPACED_HAN,
  SPACE_RUN,
} from './character-patterns.ts'
import { stripMarkup } from './markup.ts'
import { surveyText } from './survey.ts'

const MAX_ROUNDS = 4

/**
 * Brings a text to the one form that all analysis works on: markup removed, entities decoded, full-width letters
 * and digits narrowed (Chinese punctuation stays), invisible and control characters dropped, whitespace runs
 * reduced to one space or one line end, shouted punctuation cut to three marks.
 *
 * Idempotent, and linear in the length of the text. Markup is peeled until nothing changes (it may be escaped several
 * times); what still changes after four rounds was built to keep the loop busy, so its `<` and `&` become full-width.
 */
export function normaliseText(text: string): string {
  const state = surveyText(text)
  if (state === 'clean') return text
  if (state === 'plain') return tidy(narrow(text))
  let current = normalisePass(text)
  for (let round = 0; round < MAX_ROUNDS && MARKUP.test(current); round++) {
    const next = normalisePass(current)
    if (next === current) return current
    current = next
  }
  return MARKUP.test(current) && normalisePass(current) !== current
    ? normalisePass(current.replaceAll('<', '＜').replaceAll('&', '＆'))
    : current
}

function normalisePass(text: string): string {
  const characters = narrow(text.replace(LONE_SURROGATE, '').replace(INVISIBLE, '').replace(CONTROLS, ''))
  return tidy(MARKUP.test(characters) ? stripMarkup(characters) : characters)
}

function narrow(text: string): string {
  return text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(LINE_END, '\n')
}

function tidy(text: string): string {
  const spaced = text
    .replace(SPACE_RUN, ' ')
    .replace(AROUND_LINE_END, '\n')
    .replace(SPACED_HAN, (run) => run.replaceAll(' ', ''))
    .trim()
  return SHOUTING.test(spaced) ? quieten(spaced) : spaced
}

/** Cuts runs of one mark to three. A loop, because a back-reference over a run of millions overflows the stack. */
function quieten(text: string): string {
  const kept: string[] = []
  let previous = ''
  let run = 0
  for (const char of text) {
    run = char === previous ? run + 1 : 1
    previous = char
    if (run <= 3 || !MARK.test(char)) kept.push(char)
  }
  return kept.join('')
}

/**
 * The key under which two texts count as the same text: normalised, without any whitespace or punctuation,
 * lower case. Used to keep equal texts in one fold and to fold exact repeats.
 */
export function textKey(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')
}
