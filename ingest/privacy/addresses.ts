import type { Finder } from './finder.ts'

const chinese = '一二三四五六七八九十百零〇'
const number = `(?:\\d{1,4}|[${chinese}]{1,4}|[A-Za-z])`
const pause = '[ ,，-]?'
const building = `第?${number} ?(?:栋|幢|座|号楼|#楼?)`
const unit = `(?:第?${number}|[东西南北中]) ?(?:单元|门洞|梯)`
const floor = `${number} ?(?:楼|层)`
/** A room is marked as one, or is a bare number of three or four digits that counts nothing else. */
const room = `(?:[A-Za-z]?(?:\\d{1,4}|[${chinese}]{1,5})[A-Za-z]? ?(?:室|号房|房间?)|[A-Za-z]?\\d{3,4}号?(?![\\d年月日元人户台个次平米亩条名位.%楼线文]))`
const household = `(?:${building}(?:${pause}${unit})?|${unit})(?:${pause}${floor})?${pause}${room}`
const staircase = `${building}${pause}${unit}(?:${pause}${floor})?`
const doorNumber = '\\d{1,5}(?:[-之]\\d{1,3})? ?号(?:附\\d{1,3}号|之[一二三四五六七八九十\\d]{1,2})?'
const way = '[路街巷弄道里坊组村队]|胡同'

/** Somebody lives here, said in the same sentence. */
const living =
  /(?:家住|住在|现住|居住|住址|地址|住所|户籍|户口|家在|我家|租住|常住|住(?![建房宅院户改保院]))[^。；;\n！!？?]{0,34}$/

const roomSign = /[栋幢座楼#元门梯]/
const doorSign = /\d ?号/

/**
 * House-level parts of addresses. District, street, estate, village, road and lane names stay: analyses place messages
 * by them, and they name no household. Buildings and staircases (3栋2单元, where lifts and
 * lamps break) and a road's numbers stay as well, unless somebody says to live there.
 */
export const addressFinders: readonly Finder[] = [
  {
    kind: 'address',
    sign: roomSign,
    pattern: new RegExp(`(?:(?<=${way})${doorNumber}${pause})?${household}`, 'g'),
  },
  {
    kind: 'address',
    sign: roomSign,
    pattern: new RegExp(`(?:(?<=${way})${doorNumber}${pause})?${staircase}`, 'g'),
    accepts: (_, before, after) => living.test(before) || /^的?(?:住户|业主|居民|租户)/.test(after),
  },
  {
    kind: 'address',
    sign: /弄\d/,
    pattern: new RegExp(`(?<=弄)${doorNumber}`, 'g'),
  },
  {
    kind: 'address',
    sign: doorSign,
    pattern: new RegExp(`(?<=${way})${doorNumber}(?:${pause}${room})?`, 'g'),
    accepts: (_, before) => living.test(before),
  },
  {
    kind: 'address',
    sign: /\d[-－]\d{1,2}[-－]\d{3}/,
    pattern: /(?<![\d.-])\d{1,3}[-－]\d{1,2}[-－]\d{3,4}(?:室|房|号)?(?![\d.-])/g,
    accepts: (data, before) =>
      !/[-－](?:19|20)\d\d$/.test(data) &&
      (living.test(before) || /(?:小区|家园|花园|公寓|新村|苑|城|府|庭|湾|郡|居|园|里|栋)$/.test(before)),
  },
]
