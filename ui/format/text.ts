const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ensp: ' ',
  emsp: ' ',
}

/**
 * A text as people can read it: line-break and paragraph tags that a web form left behind become lines, other tags
 * go, named entities become their characters. The stored text stays as it came; the result is text, never HTML.
 */
export function readableText(text: string): string {
  return text
    .replace(/<(br|p|div|li)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/&(nbsp|lt|gt|amp|quot|ensp|emsp);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \u00a0\u3000\t]*\n[\s\u3000]*/g, '\n')
    .trim()
}
