/** String.trim leaves zero-width and control characters that copied web pages bring along. */
const edges = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu

export function trimText(text: string): string {
  if (text === '' || (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)))) return text
  return text.replace(edges, '')
}

/** Printable ASCII, Chinese characters and full-width signs, which begin and end nearly every cell: nothing to trim. */
function isInk(code: number): boolean {
  return (
    (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xff01 && code <= 0xff5e)
  )
}

/** On one line, with single spaces: headers and samples. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const unseen = /[\p{Cf}\p{Cc}]+/gu

/** Without what nobody sees in a cell and which makes one number or name two: zero-width and control characters. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '')
}

/** What `Alt+Enter` leaves in a narrow cell: a blank between Latin words, nothing in a Chinese name. */
const wraps = /(?<=[\x21-\x7e])\s*[\r\n]+\s*(?=[\x21-\x7e])/gu

/** A name as it is said: on one line, without what nobody sees. */
export function oneName(text: string): string {
  return withoutUnseen(text.replace(wraps, ' ').replace(/\s*[\r\n]+\s*/g, ''))
}

const beyondAscii = /[^\0-\x7f]/

/** Trimmed, with full-width digits, letters and signs made ordinary (NFKC): for typed cells, never for free text. */
export function narrow(text: string): string {
  const trimmed = trimText(text)
  return beyondAscii.test(trimmed) ? trimText(trimmed.normalize('NFKC')) : trimmed
}

/** What people and programs write into a cell that has no value. */
const placeholders = new Set(['-', '--', '—', '——', '－', '/', '\\', '无', '暂无', '空', '不详'])
const programPlaceholders = new Set([
  'null',
  'nil',
  'none',
  'nan',
  'nat',
  'n/a',
  '#n/a',
  'undefined',
  '0000-00-00',
])

export function isPlaceholder(text: string): boolean {
  return text.length <= 10 && (placeholders.has(text) || programPlaceholders.has(text.toLowerCase()))
}
