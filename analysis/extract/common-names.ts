/** Words that have the form of a name and name nothing in particular. */
const COMMON = new Set(
  [
    '步行街 商业街 美食街 小吃街 十字街 背街 大街小巷 背街小巷 城中村 新农村 贫困村 示范村 空心村 行政村 自然村',
    '停车场 健身广场 文化广场 城市广场 商业广场 美食广场 时代广场 中心广场 后花园 中央公园 湿地公园 森林公园 儿童公园',
    '农贸市场 菜市场 批发市场 二手市场 人才市场 房地产市场 劳动力市场 建材市场 花鸟市场 集贸市场 水果市场 市场',
    '车行道 人行道 非机动车道 机动车道 消防通道 地下通道 人行大道 林荫大道 康庄大道 阳光大道 一条街',
    '水泥路 断头路 柏油路 泥巴路 主干路 次干路 回家路 机耕路 砂石路 石子路 快速路 专用路 拉链路 必经路 高架路',
    '业委会 业主委员会 居委会 居民委员会 村委会 村民委员会 常委会 人大常委会 党委会 组委会 理事会 仲裁委 评审委',
    '公共服务中心 社区卫生服务中心 便民服务中心 政务服务中心 党群服务中心 客户服务中心 售后服务中心 养老服务中心',
    '有关当局 顾全大局 街道办事处 委员会 服务中心 管理处 办公厅 总局 分局 支局 后厅 大厅 餐厅 客厅 歌舞厅 营业厅 展厅',
    '全县城 老县城 工作委 筹委会 家委会 管委会 物管处 售楼处 办事处 代办处 经管委',
  ].flatMap((line) => line.split(' ')),
)

/** What a name cannot begin with: the word before ran into it. */
const RUN_IN =
  /^(?:这|那|整|每|各|可是|但是|而且|并且|同时|然后|以及|因为|由于|所以|如果|虽然|导致|造成|使得|严重|影响|现在|目前|如今|距离|安置|多个|几个|一个|两个|要求|希望|请求|建议|反映|投诉|关于|对于|作为|成为|属于|位于|靠近|附近|周边|周围|进入|离开|经过|通过|旁边|对面|前面|后面|里面|外面|隔壁|相邻|其他|其它|我们|你们|他们|本|该|某|全|提高|提升|完善|加强|推进|打造|创建|改造|新建|修建|老旧|封闭|高档|居民|住宅|商品房|市政|农村|乡村|城市|城乡|城际|公交|街道|社区|村里|镇上|物业|业主|开发商|(?:建设|智慧|和谐|文明|平安|示范)(?!大道|[东西南北中]?[路街巷]))/u
const RUN_IN_ANYWHERE =
  /[的了是在把被给从没请让这那哪么之无到将各每们也就都很]|接入|进入|深入|走进|居家|影响|导致/u
const NO_NAME_END =
  /(?:道路|铁路|线路|公路|马路|网路|思路|出路|后路|半路|一路|新路|老路|去路|小路|辅路|财路|退路)$/u
const SUFFIX =
  /(?:小区|花园|家园|花苑|佳苑|雅苑|嘉苑|名苑|公寓|公馆|嘉园|华庭|华府|名城|新城|新村|大厦|广场|商城|大道|社区|街道|公园|市场|安置区|安置房|片区)$/u

/** True for a place name that only looks like one: 这段路, 导致小区, 公交线路, 菜市场. */
export function isCommonSite(word: string): boolean {
  if (COMMON.has(word) || RUN_IN.test(word) || RUN_IN_ANYWHERE.test(word) || NO_NAME_END.test(word))
    return true
  const stem = word.replace(SUFFIX, '')
  return stem.length < 2
}

/** True for a body that is no certain one: 业委会, 有关当局. */
export function isCommonBody(word: string): boolean {
  return COMMON.has(word)
}

/** Ends of bodies' names that segmentation may cut off from the rest. */
const CUT_OFF = new Set([
  '管理局',
  '事务局',
  '监督局',
  '执法局',
  '监督管理局',
  '管理委员会',
  '保障局',
  '管理处',
  '服务中心',
])

export function isCutOff(word: string): boolean {
  return CUT_OFF.has(word)
}
