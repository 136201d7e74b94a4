/** What holds no text: its opening and its closing. */
const DEAD = [
  { opens: /<!--/g, closes: /-->/g },
  { opens: /<script\b[^<>]{0,500}>/gi, closes: /<\/script\s{0,5}>/gi },
  { opens: /<style\b[^<>]{0,500}>/gi, closes: /<\/style\s{0,5}>/gi },
] as const
const BREAK_TAG = /<\/?(?:br|p|div|li|tr|h[1-6])\b[^<>]{0,500}>/gi
/** A known element name must follow, so that "收入<支出且支出>预算" stays as it is. */
const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|body|button|center|code|col|dd|dl|dt|em|font|form|head|hr|html|i|iframe|img|input|label|link|meta|o:p|ol|option|pre|s|script|section|select|small|span|st1:[a-z]{1,30}|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|title|u|ul|video|w:[a-z]{1,30}|xml)\b[^<>]{0,2000}>/gi
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  yen: '¥',
  deg: '°',
  zwnj: '',
  zwj: '',
}

/**
 * Removes one layer of HTML remains: comments, scripts, styles, tags of known elements (line-making ones become line
 * ends), then decodes entities. Entities may uncover further markup: the caller repeats until nothing changes.
 */
export function stripMarkup(text: string): string {
  return DEAD.reduce((left, dead) => cutOut(left, dead.opens, dead.closes), text)
    .replace(BREAK_TAG, '\n')
    .replace(TAG, '')
    .replace(ENTITY, decodeEntity)
}

/** Removes every span from an opening to its closing; what is never closed stays. One pass, linear. */
function cutOut(text: string, opens: RegExp, closes: RegExp): string {
  const kept: string[] = []
  let position = 0
  opens.lastIndex = 0
  for (let open = opens.exec(text); open !== null; open = opens.exec(text)) {
    closes.lastIndex = opens.lastIndex
    if (closes.exec(text) === null) break
    kept.push(text.slice(position, open.index), ' ')
    position = opens.lastIndex = closes.lastIndex
  }
  return position === 0 ? text : kept.join('') + text.slice(position)
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ''
}
