import { figure, type Mention } from './mention.ts'

/** Names that only their form gives away: estates, roads and villages, and bodies the master data do not know. */

const SITE =
  /^\p{sc=Han}{1,10}(?:小区|花园|家园|花苑|佳苑|雅苑|嘉苑|名苑|公寓|公馆|嘉园|华庭|华府|名城|新城|新村|大厦|广场|商城|大道|社区|街道|公园|市场|安置区|安置房|片区|[苑路街巷村镇乡])$/u
const BODY = /^\p{sc=Han}{1,14}(?:局|厅|委|委员会|管委会|办事处|管理所|服务中心|管理处)$/u
const ENDS = '区园苑寓馆庭府城村厦场道街路巷镇乡房厅局委会处所心'
/** Words that look like a name and name nothing in particular. */
const COMMON = new Set(
  '高速公路 人行大道 步行街 商业街 美食街 小吃街 城中村 新农村 贫困村 示范村 空心村 行政村 自然村 居民小区 住宅小区 老旧小区 封闭小区 高档小区 整个小区 本小区 商品房小区 农贸市场 菜市场 批发市场 二手市场 人才市场 房地产市场 劳动力市场 建材市场 停车场 健身广场 文化广场 农村公路 乡村道路 盲道 县道 乡道 省道 国道 车行道 人行道 非机动车道 机动车道 消防通道 地下通道 绿道 业委会 业主委员会 居委会 居民委员会 村委会 村民委员会 社区居委会 常委会 人大常委会 党委 党委会 纪委 政法委 组委会 理事会 仲裁委 评审委 公共服务中心 社区卫生服务中心 便民服务中心 政务服务中心 党群服务中心 客户服务中心 有关当局 邮局 街道办事处 办事处 工会 委员会 服务中心 管理处 售后服务中心 养老服务中心 城市道路 背街小巷 大街小巷 中央公园 湿地公园 森林公园 城市新城 水泥路 断头路 柏油路 泥巴路 主干路 次干路 回家路 机耕路 砂石路 石子路 铁路 公路 半路 一路 辅路 专用路 十字街 周边小区 附近小区 相邻小区 多个小区 各个小区 隔壁小区 其他小区 其它小区 我们村 全村 本村 各村 我村 外村 邻村 我们镇 全镇 本镇 城乡 县城'.split(
    ' ',
  ),
)
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
  for (const word of words) {
    if (word.length < 3 || !ENDS.includes(word.charAt(word.length - 1))) continue
    const isSite = SITE.test(word)
    if ((!isSite && !BODY.test(word)) || COMMON.has(word)) continue
    const start = text.indexOf(word, from)
    if (start < 0) continue
    const end = start + word.length
    from = end
    while ((taken[index]?.end ?? Infinity) <= start) index++
    if ((taken[index]?.start ?? Infinity) < end) continue
    found.push(isSite ? figure('place', start, end, '地点') : body(text, start, end, taken[index - 1]))
  }
  return found
}

function body(text: string, start: number, end: number, before: Mention | undefined): Mention {
  if (before?.type === 'place' && before.end === start) return figure('unit', before.start, end, null)
  const isLevel =
    LEVEL_BEFORE.includes(text.charAt(start - 1)) &&
    !NOT_LEVEL.test(text.slice(Math.max(0, start - 2), start))
  return figure('unit', isLevel ? start - 1 : start, end, null)
}

/** Whether a body's short name stands under another level or place than the one it is short for: 区教育局. */
export function foreignLevel(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  return start > 0 && '省区县州镇乡'.includes(text.charAt(start - 1)) && !NOT_LEVEL.test(before)
}
