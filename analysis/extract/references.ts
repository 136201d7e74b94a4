import { parseNumeral } from '#terms'
import type { FoundValue } from './amounts.ts'

const ORDINAL = '[一二三四五六七八九十百千零〇两\\d]{1,10}'
const ARTICLE = `第(${ORDINAL})条(?:之[一二三四五六七八九十])?(?:第?(${ORDINAL})款)?(?:第?[（(]?(${ORDINAL})[）)]?项)?`
const TITLED = new RegExp(`《([^《》\\n]{2,40})》(?:(?:\\s?[（(][^（）()\\n]{2,20}[）)])?${ARTICLE})?`, 'uy')
const CITED = new RegExp(ARTICLE, 'uy')
/** What a title must end in to be law and not a newspaper or a contract. */
const IS_LAW =
  /(?:法|法典|条例|规定|办法|细则|决定|规则|章程|准则|解释|规范|通知|意见|方案|标准)(?:（[^）]{1,12}）|\([^)]{1,12}\))?$/u
const CONTRACT = /合同(?:编)?号(?:码)?(?:是|为)?\s?[:：]?\s?([A-Za-z0-9〔〕[\]（）()_/-]{4,40}(?:号)?)/uy
const DOCUMENT = /[〔[（(]((?:19|20)\d{2})[〕\]）)]\s?第?(\d{1,5})号/uy
/** Letters before the year of a document number: the issuing body's sign, ending in what kind of paper it is. */
const SIGN =
  /(?:[\u4e00-\u9fff]{1,5}(?:发|函|字|规|令|通|告|批|复|办|文|政|预|建|教|资|农|社|综|行|采)|(?<=[（(“])[\u4e00-\u9fff]{2,6})$/u
const NOT_SIGN =
  /^.*(?:根据|依据|按照|依照|执行|违反|关于|文件|参照|下发|印发|出台|发布|公布|落实|引用|即|见|的|是|为|了|和|与|及|按|据|到|看|查|在|握|县委|市委|这份|该)/u

/** 《办法》 and 《通知》 point back to a title that was given in full; 《刑法》 is one. */
function isWholeTitle(title: string): boolean {
  return title.length > 2 || (title.endsWith('法') && title !== '办法')
}

/** A law with or without its article that begins at `start` with a title mark. */
export function titledLawAt(text: string, start: number): FoundValue | null {
  TITLED.lastIndex = start
  const match = TITLED.exec(text)
  if (match === null) return null
  const [whole, title = '', article, paragraph, item] = match
  if (article === undefined && !(IS_LAW.test(title) && isWholeTitle(title))) return null
  return { end: start + whole.length, value: citation(title, article, paragraph, item) }
}

/** The article that follows a law's name ending at `nameEnd`; null without one, since names alone are common words. */
export function citedLawAt(text: string, start: number, nameEnd: number): FoundValue | null {
  CITED.lastIndex = nameEnd
  const match = CITED.exec(text)
  if (match === null) return null
  const [whole, article, paragraph, item] = match
  return {
    end: nameEnd + whole.length,
    value: citation(text.slice(start, nameEnd), article, paragraph, item),
  }
}

function citation(title: string, ...places: readonly (string | undefined)[]): string {
  const names = ['条', '款', '项']
  const parts = places.map((place, index) => {
    const number = place === undefined ? null : parseNumeral(place)
    return number === null ? '' : `第${String(number)}${names[index] ?? ''}`
  })
  return `《${title.replace(/^中华人民共和国/, '')}》${parts.join('')}`
}

/** A contract number after the words 合同编号. */
export function contractAt(text: string, start: number): FoundValue | null {
  CONTRACT.lastIndex = start
  const match = CONTRACT.exec(text)
  if (match === null || !/\d/.test(match[1] ?? '')) return null
  return { end: start + match[0].length, value: match[1] ?? null }
}

/** A document number whose year begins at `bracket`; its sign is looked for before, so `start` may lie earlier. */
export function documentAt(text: string, bracket: number): (FoundValue & { start: number }) | null {
  DOCUMENT.lastIndex = bracket
  const match = DOCUMENT.exec(text)
  if (match === null) return null
  const before = text.slice(Math.max(0, bracket - 9), bracket)
  const sign = (SIGN.exec(before)?.[0] ?? '').replace(NOT_SIGN, '')
  const value = `${sign}〔${match[1] ?? ''}〕${String(Number(match[2]))}号`
  return { start: bracket - sign.length, end: bracket + match[0].length, value }
}
