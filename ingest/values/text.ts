/** String.trim leaves zero-width and control characters that copied web pages bring along. */
const edges = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu
const needsEdges = /^[\s\p{Cf}\p{Cc}]|[\s\p{Cf}\p{Cc}]$/u

export function trimText(text: string): string {
  return needsEdges.test(text) ? text.replace(edges, '') : text
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
