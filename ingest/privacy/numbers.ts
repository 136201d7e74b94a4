import { isBankCard, isCitizenId, isOldCitizenId } from './checks.ts'
import type { Finder } from './finder.ts'

const startsHere = '(?<![0-9A-Za-z.])'
const endsHere = String.raw`(?![0-9A-Za-z]|\.\d)`
/** What people put between the digits of a number. */
const gap = String.raw`[ \t\u00a0·•_\-–—]{1,2}`
const lineBreak = String.raw`[ \t]*\r?\n[ \t]*`

/** Something in the same clause says that the number is no person's: an order, a document, an amount. */
const otherNumber =
  /(?:单号|订单|编号|编码|流水|凭证|合同|协议|票号|发票|文号|案号|条码|指标|账单|户号|表号|回执|序列|代码|金额|信用|[￥¥]|No\.?)[^0-9A-Za-z，。,;；\n]{0,6}$/i
const unitFollows = /^\s*(?:元|万|亿|块钱|圆|平方|公里|千瓦)/

function isNoOtherNumber(_: string, before: string, after: string): boolean {
  return !otherNumber.test(before) && !unitFollows.test(after)
}

const bare = (number: string): string => number.replace(/[^0-9A-Za-z]/g, '')

/** Eleven digits in the groups people write them in, each digit apart, or broken by one line end. */
const mobileDigits = [
  String.raw`1[3-9]\d{9}`,
  String.raw`1[3-9]\d(?:${gap})?\d{4}(?:${gap})?\d{4}`,
  String.raw`1[3-9]\d\.\d{4}\.\d{4}`,
  String.raw`1[3-9]\d{2}${gap}\d{3}${gap}\d{4}`,
  String.raw`1[3-9]\d{2}${gap}\d{4}${gap}\d{3}`,
  String.raw`1[3-9]\d${gap}\d{3}${gap}\d{5}`,
  String.raw`1[3-9]\d{3}${gap}\d{6}`,
  String.raw`1${gap}[3-9](?:${gap}\d){9}`,
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((before) => String.raw`1[3-9]\d{${before}}${lineBreak}\d{${9 - before}}`),
].join('|')

const nation = String.raw`(?:(?:\(?(?:\+|00)86\)?|86)[- ]?)?`
const areaCode = String.raw`(?:[(（]0\d{2,3}[)）]|0\d{2,3})[ ]?[-–—－]{0,2}[ ]?`
const extension = String.raw`(?:(?:-|－|—|\s?转\s?|\s?分机号?\s?)\d{1,6})?`
const phoneWord = '电话|座机|固话|致电|来电|拨打|传真|联系方式|办公室|[Tt]el'
const localNumber = String.raw`[2-9]\d{2,3}[- ]?\d{4}`

/** Six digits in a row, counting what may stand between them. */
const longNumber = /\d(?:[ \t\r\n\u00a0·•_.()（）\-–—－]{0,4}\d){5}/

const phones: readonly Finder[] = [
  {
    kind: 'mobile',
    sign: longNumber,
    pattern: new RegExp(`${startsHere}${nation}(?:${mobileDigits})${endsHere}`, 'g'),
    accepts: isNoOtherNumber,
  },
  {
    kind: 'landline',
    sign: longNumber,
    pattern: new RegExp(`${startsHere}${areaCode}[2-9]\\d{2,3}[- ]?\\d{4}${extension}${endsHere}`, 'g'),
    accepts: isNoOtherNumber,
  },
  // A word for telephone, then local numbers in a row: 电话 88880001、88880002.
  {
    kind: 'landline',
    sign: longNumber,
    pattern: new RegExp(
      `(?<=(?:${phoneWord}|热线)[^\\d\\n]{0,6}(?:(?:${areaCode})?${localNumber}[^\\d\\n]{1,3}){0,4})${localNumber}${extension}${endsHere}`,
      'g',
    ),
  },
]

const cards: readonly Finder[] = [
  {
    kind: 'citizen_id',
    sign: longNumber,
    pattern: /(?<![0-9A-Za-z.])[1-9](?:[ \n-]{0,2}\d){16}[ \n-]{0,2}[\dXx](?![0-9A-Za-z])/g,
    accepts: (number, before) =>
      isCitizenId(bare(number)) || (/身份证[^0-9\n]{0,8}$/.test(before) && /^\d{17}[\dXx]$/.test(number)),
  },
  {
    kind: 'citizen_id',
    sign: longNumber,
    pattern: /(?<![0-9A-Za-z.])\d{6}[ -]?\d{6}[ -]?\d{3}(?![0-9A-Za-z]|\.\d)/g,
    accepts: (number, before, after) =>
      isOldCitizenId(bare(number)) && isNoOtherNumber(number, before, after),
  },
  {
    kind: 'bank_card',
    sign: longNumber,
    pattern: /(?<![0-9A-Za-z.])[3-6]\d(?:[ -]?\d){14,17}(?![0-9A-Za-z])/g,
    accepts: (number, before) =>
      isBankCard(bare(number)) || /(?:银行卡|储蓄卡|信用卡|卡号|尾号)[^0-9\n]{0,8}$/.test(before),
  },
  {
    kind: 'social_card',
    sign: /[社医]保|社会保/,
    pattern:
      /(?:社保卡?|社会保障卡?|医保卡?|社会保险)(?:卡号|号码|编号|账号|号)?[:：是为\s]{0,3}(?<data>[A-Za-z]?\d{8,18}[A-Za-z]?)(?![0-9A-Za-z])/g,
  },
]

const documents: readonly Finder[] = [
  {
    kind: 'travel_permit',
    sign: /\d{8}/,
    pattern: /(?<![0-9A-Za-z])[HMhm]\d{8}(?:\d{2})?(?![0-9A-Za-z])/g,
    accepts: (_, before) => /(?:通行证|回乡证|港澳|往来|来往|证件)[^。\n]{0,16}$/.test(before),
  },
  {
    kind: 'travel_permit',
    sign: /\d{8}/,
    pattern:
      /(?:台胞证|大陆通行证|内地通行证|回乡证)[^0-9A-Za-z\n]{0,8}(?<data>\d{8,10}(?:[(（][A-Za-z][)）])?)(?![0-9A-Za-z])/g,
  },
  {
    kind: 'passport',
    sign: /\d{7}/,
    pattern: /(?<![0-9A-Za-z])(?:[Ee][A-HJ-NP-Za-hj-np-z]\d{7}|[EeGgDdSsPpHhKk]\d{8})(?![0-9A-Za-z])/g,
    accepts: isPassport,
  },
]

/** A letter and eight digits may be a contract number with a date in it: then 护照 must stand nearby. */
function isPassport(number: string, before: string): boolean {
  const nearby = before.slice(-12)
  if (nearby.includes('护照')) return true
  const looksDated = /^[A-Za-z](?:19|20)\d{2}(?:0[1-9]|1[0-2])/.test(number)
  return (
    !looksDated && /^(?:E[A-HJ-NP-Z]|[EG])/.test(number) && !/[编合文]号|合同|编号|单号|型号/.test(nearby)
  )
}

const others: readonly Finder[] = [
  {
    kind: 'email',
    sign: /@/,
    pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,4}/g,
  },
  {
    kind: 'plate',
    sign: /[A-Za-z][·•. -]?[A-Za-z0-9]{5}/,
    // The province's character, then the city's letter; a place such as “A市B区” or “西地省” has neither.
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·•. -]?(?:[A-HJ-NP-Za-hj-np-z0-9]{4}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]|[DFdf][A-HJ-NP-Za-hj-np-z0-9]\d{4}|\d{5}[DFdf])(?![0-9A-Za-z])/g,
    accepts: (plate, _, after) => (plate.match(/\d/g)?.length ?? 0) >= 2 && !/^号(?!牌|车)/.test(after),
  },
  {
    kind: 'wechat',
    sign: /[A-Za-z][A-Za-z0-9_-]{5}/,
    pattern:
      /(?:微\s?信|薇信|V信|[vVwW][xX]|[Ww]e[Cc]hat)(?:号码?|账号|ID|id)?[:：是为\s]{0,3}(?<data>[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])/g,
    accepts: (id, before) => /[0-9_-]/.test(id) || /(?:号码?|[:：是为])\s?$/.test(before),
  },
  {
    kind: 'qq',
    sign: /[Qq]{2}|扣扣|企鹅/,
    pattern: /(?:[Qq]{2}|扣扣|企鹅)(?!群)(?:号码?|账号)?[:：是为\s]{0,3}(?<data>[1-9]\d{4,10})(?!\d)/g,
  },
]

/** In order of precedence: what an earlier finder took, no later one looks at. */
export const numberFinders: readonly Finder[] = [...others, ...cards, ...documents, ...phones]
