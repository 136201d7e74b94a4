const NOT_TEXT = /[^\p{L}\p{N}]+/gu
const OTHER = 0
const TEXT = 1
const SURROGATE = 2
let classes: Uint8Array | undefined
let codes = new Uint16Array(1024)
const decoder = new TextDecoder('utf-16le')

/** By the very pattern, so that both always agree. */
function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let code = 0; code < table.length; code++) {
    const isSurrogate = code >= 0xd800 && code <= 0xdfff
    table[code] = isSurrogate ? SURROGATE : /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? TEXT : OTHER
  }
  return table
}

/** A text without all that is neither letter nor digit: one pass over its codes. */
export function bareText(text: string): string {
  classes ??= classTable()
  if (codes.length < text.length) codes = new Uint16Array(2 * text.length)
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = classes[code] ?? OTHER
    if (kind === SURROGATE) return text.replace(NOT_TEXT, '')
    if (kind === TEXT) codes[end++] = code
  }
  return end === text.length ? text : decoder.decode(codes.subarray(0, end))
}
