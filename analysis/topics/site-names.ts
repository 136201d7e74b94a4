import { bareName } from './site-aliases.ts'

/**
 * Names of sites and bodies in letters: estates, villages, roads, schools, firms. Found in two steps, because letters
 * often drop the naming suffix: names are harvested where the suffix stands, then looked up everywhere.
 */

/** What follows a site's own name. The first group is dropped from the name, the second is part of it. */
const LOOSE_SUFFIXES = [
  '小区',
  '社区',
  '项目',
  '楼盘',
  '工地',
  '安置区',
  '公司',
  '集团',
  '街道',
  '片区',
  '英语',
  '驾校',
  '酒店',
  '超市',
  '会所',
  '饭店',
  '餐馆',
]
const FIRM_SUFFIXES = [
  '花园',
  '家园',
  '公馆',
  '公寓',
  '国际城',
  '国际',
  '新城',
  '城',
  '苑',
  '府',
  '郡',
  '庭',
  '湾',
  '园',
  '邸',
  '广场',
  '大厦',
  '中心',
  '市场',
  '商城',
  '大道',
  '路',
  '街',
  '巷',
  '桥',
  '隧道',
  '公园',
  '学校',
  '学院',
  '大学',
  '中学',
  '小学',
  '幼儿园',
  '医院',
  '村',
  '镇',
  '乡',
  '湖',
  '山',
  '厂',
  '站',
  '世家',
  '三角洲',
  '之都',
  '天下',
  '春天',
  '蓝湾',
  '银行',
  '车贷',
  '贷',
  '金融',
  '财富',
  '投资',
  '科技',
  '实业',
  '理财',
  '平台',
]
/** Suffixes sure enough that one text is proof of the name. */
const STRONG_SUFFIXES = new Set(
  '小区 花园 家园 公寓 国际城 佳苑 苑 公园 学校 学院 大学 中学 小学 幼儿园 医院 驾校 大厦 广场 公馆 英语 酒店'.split(
    ' ',
  ),
)
export const SUFFIXES = [...LOOSE_SUFFIXES, ...FIRM_SUFFIXES].sort((a, b) => b.length - a.length)

/** Words a name cannot hold; a name starts after the last of them. */
const STOPS = [
  '期间',
  '推进',
  '提高',
  '加强',
  '支持',
  '完善',
  '治理',
  '整治',
  '缓解',
  '建立',
  '规范',
  '提升',
  '系统',
  '家庭',
  '司机',
  '老旧',
  '报名',
  '组织',
  '没有',
  '说',
  '去',
  '投诉',
  '反映',
  '举报',
  '咨询',
  '请问',
  '关于',
  '建议',
  '希望',
  '请求',
  '恳请',
  '解决',
  '要求',
  '质疑',
  '反对',
  '询问',
  '呼吁',
  '坚决',
  '再次',
  '严惩',
  '彻查',
  '督促',
  '加快',
  '位于',
  '住在',
  '家住',
  '我们',
  '我是',
  '本人',
  '购买',
  '附近',
  '旁边',
  '为什么',
  '什么',
  '何时',
  '能否',
  '是否',
  '可以',
  '因为',
  '由于',
  '以及',
  '进行',
  '业主',
  '居民',
  '村民',
  '开发商',
  '物业',
  '学生',
  '家长',
  '强制',
  '违规',
  '违法',
  '非法',
  '严重',
  '影响',
  '存在',
  '拖欠',
  '噪音',
  '扰民',
  '小孩',
  '孩子',
  '车位',
  '领导',
  '政府',
  '部门',
  '这个',
  '那个',
  '一个',
  '每个',
  '整个',
  '所有',
  '多个',
  '各个',
  '其他',
  '周边',
  '门口',
  '楼下',
  '对面',
  '地铁',
  '公交',
  '进入',
  '发现',
  '开设',
  '设立',
  '表示',
  '回购',
  '购置',
  '安排',
  '促进',
  '办成',
  '委托',
  '拆除',
  '穿过',
  '换乘',
  '以便',
  '注册',
  '公立',
  '公办',
  '民办',
  '普惠性',
  '收回',
  '变成',
  '经过',
  '途经',
  '靠近',
  '距离',
  '前往',
  '包括',
  '备案名称',
  '适合',
  '属于',
  '隶属',
  '开展',
  '冻结',
  '查封',
  '过马路',
]
/** Common nouns that stand before a suffix without naming anything: 施工工地, 搅拌站, 断头路. */
const GENERIC = new Set(
  (
    '施工 建设 开发 拆迁 交通 改造 安置 违建 管理 工程 服务 教育 建筑 精装 装修 整治 商业 保险 住宅 商品 人行 人行过街 过街 断头 ' +
    '加油 变电 垃圾 垃圾中转 中转 搅拌 修建搅拌 高速 高速公 实验 水泥 职业技术 职业 技术 普惠性 普惠 配套 公办 民办 公立 私立 社会 ' +
    '相关 很多 通过 几个 两个 部分 部分路 同一 大型 新建 新老 移动 联通 电信 电力 物流 快递 房地产 地产 置业 家属 沿线 运营 供水 ' +
    '自来水 环境 卫生服务 文体 行政 政务服务 便民服务 体育 城市 城市建设 轨道 轨道交通 火车 汽车 客运 公共 停车 地下停车 生活 ' +
    '老旧 封闭式 安置小 商住 临街 乡村 农村 全市 全国 中国 本市 培训 教育培训 购物 步行 主干 快速 道路 十字 交叉 路口 丁字 立交 ' +
    '高架 天桥 跨线 人民 第一 第二 第三 第四 第五 一期 二期 三期 四期 家乡 国家 国家级 多家 一家 两家 大家 上班 下班 过来 养老 ' +
    '中级人民法 人民法 法院 医院 儿童 妇幼保健 疾控 化工 机械 加工 混凝土 砂石 采石 污水处理 处理 回收 废品回收 废品 批发 农贸 菜 ' +
    '生鲜 建材 家具 汽配 二手 二手车 水果 海鲜 美食 小区临 小区底 底 首末 公积金 住房公积金 小区 设置 办理居 居民 小区配套 附近 周边 沿江 道 职工 定向 限价 限价商品 商品房 棚 商贸 科技 投资 网络 装饰 有限 有限责任 分 总 子 股份 金融 担保 贷款 传媒 劳务 组合 房 商 信用 消费 网 校园 套路 高 高利 公积金 组合公积金 互联网 互联网金融 政务 服务 网络 信息 网上 官方 个人 P2P p2p 遥控 跑 老板跑 幼儿 过马 城镇 文明 中心 一线 条道 条线 市道 新道 大马 必经之 人行天 过街天 工业 佳 餐饮服务 棚改 城投 小区道 际铁 职业技术学 事务 营销 '
  ).split(' '),
)
const STOP_CHARACTERS =
  /[的了是在我你他她它们这那有不没被把和与及或到从对请向为于将让给使就也又还等至等因但若如各每某该本此其何谁怎么吗吧呢啊求望问该处近旁边内前后有无已未被再]|(?<=..)都|(?<!涉)外/u
const ADMIN =
  /(?:[A-Z]\d{0,3}(?:市|县|区|镇|乡|州){1,2})+|[\p{sc=Han}]{2,3}?(?:省|自治区|自治州|地区)(?=[\p{sc=Han}]{1,3}[市县区])|[\p{sc=Han}]{1,2}[^小社片校园景辖厂街库战特地城](?:省|市|县|区)(?=[\p{sc=Han}])/gu
const RUN = /[\p{sc=Han}A-Za-z0-9]{2,40}/gu

const MIN_OWN = 2
const MAX_OWN = 9
/** Most names looked at in one text. */
const MAX_NAMES = 24

/** Candidate names of a text; true for those whose suffix is proof enough. */
export type HarvestedNames = Map<string, boolean>

export function harvestNames(text: string): HarvestedNames {
  const names: HarvestedNames = new Map()
  for (const run of text.replace(ADMIN, '。').matchAll(RUN)) {
    for (const piece of splitAtStops(run[0])) collect(piece, names)
    if (names.size >= MAX_NAMES) break
  }
  return names
}

function splitAtStops(run: string): string[] {
  let text = run
  for (const stop of STOPS) if (text.includes(stop)) text = text.replaceAll(stop, '。')
  return text.split(/。/u)
}

function collect(piece: string, names: HarvestedNames): void {
  let start = 0
  for (let index = 1; index < piece.length; index++) {
    const suffix = SUFFIXES.find((candidate) => piece.startsWith(candidate, index))
    if (suffix === undefined) continue
    const own = ownName(piece.slice(start, index), suffix)
    const end = index + suffix.length
    if (own !== null && own.length >= MIN_OWN) {
      const name = LOOSE_SUFFIXES.includes(suffix) ? own : own + suffix
      const isStrong = STRONG_SUFFIXES.has(suffix) || piece.startsWith('小区', end)
      names.set(name, isStrong || names.get(name) === true)
    }
    if (own === null || own.length >= MIN_OWN) start = end
    index = end - 1
  }
}

/** 3栋, 二期, 12: a number before a name is no part of it; 三一 and 九九 in 三一大道 and 九九富通 are. */
const NUMBERED = /^(?:[0-9]+|[一二三四五六七八九十]+(?=[号栋期楼]))*[号栋期楼]*/u

/** A lender's number is its name: 示例云栖66车贷 and 办理66车贷 are both 66车贷. */
const NUMBERED_BRAND = /[0-9]{2,}$/u
const BRAND_SUFFIXES = new Set(['车贷', '贷', '金融', '理财'])

function ownName(text: string, suffix: string): string | null {
  const brand = BRAND_SUFFIXES.has(suffix) ? NUMBERED_BRAND.exec(text)?.[0] : undefined
  if (brand !== undefined) return brand
  const parts = text.split(STOP_CHARACTERS)
  const own = withoutLead(bareName(parts[parts.length - 1] ?? '').replace(NUMBERED, ''))
  return own.length <= MAX_OWN && !isGeneric(own) ? own : null
}

/** Words that lead to a name: 沿云栖路, 南侧云栖新城, 3号线云栖中心. 沿江 in 沿江大道 is the name itself. */
const LEAD = /^(?:[东南西北]侧|商品房|沿着?|距离?|改?道?走|离|线)(?=..)/u

function withoutLead(own: string): string {
  return own.replace(LEAD, '')
}

/** 大型搅拌(站): a common noun with nothing, or another common word, before it. */
function isGeneric(own: string): boolean {
  if (GENERIC.has(own)) return true
  for (let length = 2; length < own.length; length++) {
    if (!GENERIC.has(own.slice(-length))) continue
    const rest = own.slice(0, -length)
    if (rest.length < 2 || GENERIC.has(rest)) return true
  }
  return false
}
