/** How firmly a site name ties a letter to one spot: an estate, a school, a firm; or a road, a town, a street. */
export type SiteStrength = 'named' | 'area'

const NAMED =
  '小区 社区 花园 家园 公馆 公寓 国际城 国际 新城 新村 苑 府 郡 庭 湾 园 邸 山庄 别墅区 家属院 家属区 广场 大厦 市场 商城 公园 学校 学院 大学 中学 小学 幼儿园 医院 城 厂 公司 集团 项目 楼盘 工地 安置区 大桥 立交桥 隧道 地铁站 世家 天下'.split(
    ' ',
  )
const AREA =
  '大道 大街 中路 东路 西路 南路 北路 路 街 巷 弄 村 街道 镇 乡 湖 山 站 开发区 工业园 产业园 科技园'.split(
    ' ',
  )
const SUFFIXES: readonly (readonly [string, SiteStrength])[] = [
  ...NAMED.map((suffix) => [suffix, 'named'] as const),
  ...AREA.map((suffix) => [suffix, 'area'] as const),
].sort((a, b) => b[0].length - a[0].length)
/** Said or left out at will: 云水佳苑小区 and 云水佳苑 are one site. */
const LOOSE = new Set(['小区', '社区', '项目', '楼盘', '工地', '公司', '集团'])
/** 示例街道云水佳苑: the last part is the site. */
const LEADING_AREA = /^[\p{sc=Han}]{1,6}?(?:街道|镇|乡|社区)(?=\p{sc=Han}{3,})/u
/** What segmentation may leave before a suffix without its being a name. */
const NOT_IN_NAME =
  /影响|导致|造成|破坏|占用|距离|现在|目前|但是|使得|还是|还有|对于|作为|参考|穿越|出入|以及|开展|因此|由于|关于|是否|如果|没有|进行|公办|民办|普惠|垃圾|物业|开发|房地产|管理|有限|劳务|自来水|供水|污水|建筑|施工|安置$|生活$|配套|标志|断头|职业|技术|高铁|地铁$|城际|火车|公共|移动|联通|电信/u
/** In general use more often than this (ln N/df), a word before a suffix is no name: 现在小区, 人民医院. */
const TELLING = 6.4
const HAN = /^\p{sc=Han}{3,14}$/u

export interface SiteWord {
  /** The name by which the site is known, without loose suffix and leading street. */
  readonly name: string
  readonly strength: SiteStrength
}

/**
 * The site a segmented word names, or null. Dictionary words (农贸市场, 高速公路) name none.
 * @param weightOf ln(N/df) of a word in general Chinese, undefined when it is not in the dictionary
 */
export function siteOf(word: string, weightOf: (word: string) => number | undefined): SiteWord | null {
  if (!HAN.test(word) || weightOf(word) !== undefined) return null
  const whole = word.replace(LEADING_AREA, '')
  const [suffix, strength] = SUFFIXES.find(([one]) => whole.endsWith(one)) ?? []
  if (suffix === undefined || strength === undefined) return null
  const own = whole.slice(0, -suffix.length)
  if (own.length < 2 || NOT_IN_NAME.test(own) || (weightOf(own) ?? Infinity) < TELLING) return null
  return { name: LOOSE.has(suffix) ? own : whole, strength }
}
