/** What normalising looks for, one pattern for each step. */

/** Zero-width, bidirectional and other invisible format characters, fillers, variation selectors, private-use glyphs. */
export const INVISIBLE =
  /\p{Cf}|\p{Co}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\ufff0-\uffff]/gu
/** C0 and C1 controls except tab and line ends (those are whitespace). */
// eslint-disable-next-line no-control-regex -- control characters are what is removed here
export const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
export const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
export const FULL_WIDTH =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0d\uff0e\uff0f\uff1d\uff20\uff3f]/g
// eslint-disable-next-line no-control-regex -- vertical tab and form feed end lines
export const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
export const SPACE_RUN = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
export const AROUND_LINE_END = / ?\n[ \n]*/g
/** Three or more single Han characters set apart by single spaces ("物 业 费"): one word, spaced to dodge filters. */
export const SPACED_HAN = /(?<!\p{sc=Han})\p{sc=Han}(?: \p{sc=Han}){2,2000}(?!\p{sc=Han})/gu
/** Four of one punctuation mark, symbol or emoji. */
export const SHOUTING = /([\p{P}\p{S}])\1{3}/u
export const MARK = /[\p{P}\p{S}]/u
/** Begins a tag or an entity. */
export const MARKUP = /[<&]/
