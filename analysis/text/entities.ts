/**
 * Spans that stay one word: what a citizen writes as one figure or one name must not fall apart in segmentation.
 * Every quantifier is bounded, so a scan is linear.
 */

/** Letters stand for hidden names in published letters: A7县, A市A3区, K3县M镇. The chain is one place. */
const ANONYMOUS_PLACE =
  '(?:(?<![A-Za-z0-9])|(?<=[市县区镇乡]))[A-Z]\\d{0,3}(?:市|县|区|镇|乡|村|街道|社区|大道|路|街)(?:[A-Z]\\d{0,3}(?:市|县|区|镇|乡|村|街道|社区|大道|路|街)){0,5}'
const ADDRESS = '(?:https?:\\/\\/|www\\.)[\\w.\\/?=&%#:~+-]{1,300}'
const MAIL = '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}'
const DOCUMENT_NUMBER = '[〔\\[（(](?:19|20)\\d{2}[〕\\]）)]第?\\d{1,5}号'
const CLOCK =
  '(?:(?:凌晨|早上|上午|中午|下午|晚上|夜里|夜间)?\\d{1,2}(?:[:：]\\d{2}(?:[:：]\\d{2})?|[点时](?:\\d{1,2}分|半|整|许)?))'
const FIGURE_DATE = [
  '(?:19|20)\\d{2}年(?:\\d{1,2}月(?:份|底|初|\\d{1,2}[日号])?|[上下]半年|年?[初底末]|度)?',
  '(?:19|20)\\d{2}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9])(?![\\d.])',
  '\\d{1,2}月(?:\\d{1,2}[日号]|份|底|初|中旬|上旬|下旬)?',
].join('|')
const SPOKEN_DATE = [
  '[一二][九〇零○][〇零○一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?)?',
  '[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]',
].join('|')
const QUANTITY = '\\d{1,3}(?:[,，]\\d{3}){1,6}(?:\\.\\d{1,6})?|\\d{1,20}(?:\\.\\d{1,8})?'
const UNIT =
  '(?:多|余|来)?(?:亿元|万元|千元|百元|亿|万(?:人|户|亩|平方米)?|元|块钱|块|美元|%|％|‰|平方公里|平方米|平方|平米|立方米|㎡|公顷|亩|公里|千米|厘米|毫米|米|公斤|千克|吨|斤|千瓦时|千瓦|度|分贝|℃|岁|周岁|km|kg|cm|mm|KM|M)'
const NUMBERED_PLACE = '\\d{1,4}(?:号线|号楼|号院|号桥|号地块|路公交车?|栋|幢|座|单元|期|#楼?)'
const ARTICLE = '第[一二三四五六七八九十百零〇\\d]{1,8}(?:条|款|项|届|次|号|季度|期)'
const SPOKEN_AMOUNT =
  '[一二两三四五六七八九十百千万亿零几]{1,12}(?:多|余)?(?:亿元|万元|块钱|元|亩|平方米|平米|公里)'
const LATIN = '[A-Za-z]{1,40}(?:[.+-]?\\d{1,10}){0,4}[A-Za-z+]{0,20}'

/** A start character's class and what may begin there, in order of preference; the first that fits wins. */
type StartClass = readonly [characters: string, ...patterns: readonly string[]]

const STARTS: readonly StartClass[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ADDRESS, ANONYMOUS_PLACE, LATIN],
  ['0123456789', FIGURE_DATE, CLOCK, NUMBERED_PLACE, `(?:${QUANTITY})(?:${UNIT})?`],
  ['〔[（(', DOCUMENT_NUMBER],
  ['凌早上中下晚夜', CLOCK],
  ['第', ARTICLE],
  ['一二两三四五六七八九十百千万亿零几', SPOKEN_DATE, SPOKEN_AMOUNT],
]
/** The same for a text with an @ in it: whatever may begin a mail address is tried as one first. */
const STARTS_WITH_MAIL: readonly StartClass[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ADDRESS, MAIL, ANONYMOUS_PLACE, LATIN],
  ['0123456789', MAIL, FIGURE_DATE, CLOCK, NUMBERED_PLACE, `(?:${QUANTITY})(?:${UNIT})?`],
  ['._+-', MAIL],
  ...STARTS.slice(2),
]

/** Per UTF-16 code which pattern may begin there: 0 for none, which is nearly everywhere. */
interface StartTable {
  readonly kinds: Uint8Array
  readonly patterns: readonly (RegExp | undefined)[]
}

function startTable(classes: readonly StartClass[]): StartTable {
  const kinds = new Uint8Array(0x10000)
  const patterns: (RegExp | undefined)[] = [undefined]
  for (const [characters, ...sources] of classes) {
    for (const char of characters) kinds[char.charCodeAt(0)] = patterns.length
    patterns.push(new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'uy'))
  }
  return { kinds, patterns }
}

const PLAIN = startTable(STARTS)
const WITH_MAIL = startTable(STARTS_WITH_MAIL)

/** Calls back for each span to keep whole, left to right, without overlap. */
export function scanEntities(text: string, found: (start: number, end: number) => void): void {
  const { kinds, patterns } = text.includes('@') ? WITH_MAIL : PLAIN
  let position = 0
  while (position < text.length) {
    const pattern = patterns[kinds[text.charCodeAt(position)] ?? 0]
    if (pattern !== undefined) {
      pattern.lastIndex = position
      if (pattern.test(text)) {
        found(position, pattern.lastIndex)
        position = pattern.lastIndex
        continue
      }
    }
    position++
  }
}
