import { isCommonBody, isCommonSite, isCutOff } from './common-names.ts'
import { figure, type Mention } from './mention.ts'

/** Names that only their form gives away: estates, roads and villages, and bodies the master data do not know. */

const SITE =
  /^\p{sc=Han}{1,10}(?:小区|花园|家园|花苑|佳苑|雅苑|嘉苑|名苑|公寓|公馆|嘉园|华庭|华府|名城|新城|新村|大厦|广场|商城|大道|社区|街道|公园|市场|安置区|安置房|片区|[苑路街巷村镇乡])$/u
/** Of these the region tree should know each. */
const DIVISION = /(?:街道|社区|[镇乡]|[^新]村)$/u
const BODY = /^\p{sc=Han}{1,14}(?:局|厅|委|委员会|管委会|办事处|管理所|服务中心|管理处)$/u
/** The first half of a body's name that segmentation takes for a word of its own: 城市管理和 + 综合执法局. */
const FIELD_AND = /(?:城市管理|自然资源|住房|人力资源|文化广电|文化|工业|发展|畜牧|民族)(?:和|与)?$/u
/** 1 for characters in which such a name may end: most words are told by their last alone. */
const ENDS = new Uint8Array(0x10000)
for (const end of '区园苑寓馆庭府城村厦场道街路巷镇乡房厅局委会处所心') ENDS[end.charCodeAt(0)] = 1
const LEVEL_BEFORE = '省市区县州镇乡'
const NOT_LEVEL = /(?:小|社|辖|地|景|园|校|山|库|片|老|新|城|灾|郊|市|厂|院)区$|城市$|城镇$|城乡$/u

/**
 * Names found by the form of a word, where nothing in `taken` (in order of position) stands already. A level before a
 * body (区教育局) and a place right before it (青禾县教育局) belong to it.
 */
export function wordNames(text: string, words: readonly string[], taken: readonly Mention[]): Mention[] {
  const found: Mention[] = []
  let from = 0
  let index = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const sort = sortOf(word)
    if (sort === null) continue
    const name = sort === 'body' ? wholeBody(text, words, at, from) : word
    const start = name === null ? -1 : text.indexOf(name, from)
    if (start < 0 || name === null) continue
    from = start + name.length
    while (endOf(taken[index]) <= start) index++
    const around = { before: taken[index - 1], at: taken[index], after: taken[index + 1] }
    const mention = sort === 'body' ? bodyAt(text, start, from, around) : siteAt(text, start, from, around)
    if (mention !== null) found.push(mention)
  }
  return found
}

/** Mentions beside a word: the last that ends before it, and the two that come next. */
interface Around {
  before: Mention | undefined
  at: Mention | undefined
  after: Mention | undefined
}

function startOf(mention: Mention | undefined): number {
  return mention?.start ?? Infinity
}

function endOf(mention: Mention | undefined): number {
  return mention?.end ?? Infinity
}

function sortOf(word: string): 'site' | 'body' | null {
  if (word.length < 3 || ENDS[word.charCodeAt(word.length - 1)] === 0) return null
  if (SITE.test(word)) return isCommonSite(word) ? null : 'site'
  return BODY.test(word) && !isCommonBody(word) ? 'body' : null
}

/** 市场监督 and 管理局 are one body; a cut-off end without its beginning names none. */
function wholeBody(text: string, words: readonly string[], at: number, from: number): string | null {
  const word = words[at] ?? ''
  if (!isCutOff(word)) return word
  const before = words[at - 1] ?? ''
  const whole = before + word
  return /^\p{sc=Han}{2,8}$/u.test(before) && text.includes(whole, from) ? whole : null
}

/** A place; what a known place has of it is left to that: of 望湖街道翠湖花园, 翠湖花园. */
function siteAt(text: string, start: number, end: number, { at, after }: Around): Mention | null {
  const whole = text.startsWith('小区', end) ? end + 2 : end
  if (startOf(at) >= end) return site(text, start, whole)
  const rest = at?.type === 'place' && at.start <= start && at.end < end ? at.end : end
  return startOf(after) >= end && sortOf(text.slice(rest, end)) === 'site' ? site(text, rest, whole) : null
}

function site(text: string, start: number, end: number): Mention {
  return figure('place', start, end, DIVISION.test(text.slice(start, end)) ? '区划' : '地点')
}

function bodyAt(text: string, start: number, end: number, { before, at }: Around): Mention | null {
  if (startOf(at) < end) return null
  const whole = start - (FIELD_AND.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0)
  if (before?.type === 'place' && before.end === whole) return figure('unit', before.start, end, null)
  return figure('unit', hasLevel(text, whole, LEVEL_BEFORE) ? whole - 1 : whole, end, null)
}

function hasLevel(text: string, start: number, levels: string): boolean {
  if (start === 0 || !levels.includes(text.charAt(start - 1))) return false
  return !NOT_LEVEL.test(text.slice(Math.max(0, start - 2), start))
}

/** Whether a body's short name stands under another level than the one it is short for: 区教育局. */
export function foreignLevel(text: string, start: number): boolean {
  return hasLevel(text, start, '省区县州镇乡')
}
