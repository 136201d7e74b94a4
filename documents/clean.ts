/**
 * Text that any XML reader takes: characters XML 1.0 forbids, lone surrogates, and marks that change the direction or
 * hide text are dropped; line breaks are kept.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
}

/** A file name without separators, control characters or a leading dot, at most 80 characters, with the ending. */
export function safeFileName(stem: string, ending: string): string {
  const cleaned = cleanText(stem)
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*\n]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cleaned)
  return `${Array.from(cleaned === '' || isDevice ? `文件_${cleaned}` : cleaned)
    .slice(0, 80)
    .join('')}${ending}`
}
