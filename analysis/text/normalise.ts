import { stripMarkup } from './markup.ts'

/** Zero-width, bidirectional and other invisible format characters, fillers, variation selectors, private-use glyphs. */
const INVISIBLE =
  /\p{Cf}|\p{Co}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\ufff0-\uffff]/gu
/** C0 and C1 controls except tab and line ends (those are whitespace). */
// eslint-disable-next-line no-control-regex -- control characters are what is removed here
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const FULL_WIDTH =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0d\uff0e\uff0f\uff1d\uff20\uff3f]/g
// eslint-disable-next-line no-control-regex -- vertical tab and form feed end lines
const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
const SPACE_RUN = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const AROUND_LINE_END = / ?\n[ \n]*/g
/** Three or more single Han characters set apart by single spaces ("物 业 费"): one word, spaced to dodge filters. */
const SPACED_HAN = /(?<!\p{sc=Han})\p{sc=Han}(?: \p{sc=Han}){2,2000}(?!\p{sc=Han})/gu
/** Four of one punctuation mark, symbol or emoji. */
const SHOUTING = /([\p{P}\p{S}])\1{3}/u
const MARK = /[\p{P}\p{S}]/u

const MARKUP = /[<&]/
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
  const characters = text
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(LINE_END, '\n')
  const tidy = (MARKUP.test(characters) ? stripMarkup(characters) : characters)
    .replace(SPACE_RUN, ' ')
    .replace(AROUND_LINE_END, '\n')
    .replace(SPACED_HAN, (run) => run.replaceAll(' ', ''))
    .trim()
  return SHOUTING.test(tidy) ? quieten(tidy) : tidy
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
