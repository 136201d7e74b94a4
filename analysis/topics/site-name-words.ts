/** What follows a site's own name; the first list is dropped from the name, the second is part of it. */
export const looseSuffixes: readonly string[] = listed(
  '小区 社区 项目 楼盘 工地 安置区 公司 集团 街道 片区 英语 驾校 酒店 超市 会所 饭店 餐馆',
)
const keptSuffixes = listed(
  '花园 家园 公馆 公寓 国际城 国际 新城 城 苑 府 郡 庭 湾 园 邸 广场 大厦 中心 市场 商城 大道 路 街 ' +
    '巷 桥 隧道 公园 学校 学院 大学 中学 小学 幼儿园 医院 村 镇 乡 湖 山 厂 站 世家 三角洲 之都 天下 ' +
    '春天 蓝湾 银行 车贷 贷 金融 财富 投资 科技 实业 理财 平台',
)
/** The longest first. */
export const siteSuffixes: readonly string[] = [...looseSuffixes, ...keptSuffixes].sort(
  (a, b) => b.length - a.length,
)

/** Suffixes sure enough that one text is proof of the name. */
export const strongSuffixes: ReadonlySet<string> = new Set(
  listed(
    '小区 花园 家园 公寓 国际城 佳苑 苑 公园 学校 学院 大学 中学 小学 幼儿园 医院 驾校 大厦 广场 公馆 ' +
      '英语 酒店',
  ),
)

/** Words a name cannot hold; a name starts after the last of them. */
export const stopWords: readonly string[] = listed(
  '期间 推进 提高 加强 支持 完善 治理 整治 缓解 建立 规范 提升 系统 家庭 司机 老旧 报名 组织 没有 说 ' +
    '去 投诉 反映 举报 咨询 请问 关于 建议 希望 请求 恳请 解决 要求 质疑 反对 询问 呼吁 坚决 再次 严惩 ' +
    '彻查 督促 加快 位于 住在 家住 我们 我是 本人 购买 附近 旁边 为什么 什么 何时 能否 是否 可以 因为 ' +
    '由于 以及 进行 业主 居民 村民 开发商 物业 学生 家长 强制 违规 违法 非法 严重 影响 存在 拖欠 噪音 ' +
    '扰民 小孩 孩子 车位 领导 政府 部门 这个 那个 一个 每个 整个 所有 多个 各个 其他 周边 门口 楼下 ' +
    '对面 地铁 公交 进入 发现 开设 设立 表示 回购 购置 安排 促进 办成 委托 拆除 穿过 换乘 以便 注册 ' +
    '公立 公办 民办 普惠性 收回 变成 经过 途经 靠近 距离 前往 包括 备案名称 适合 属于 隶属 开展 冻结 ' +
    '查封 过马路',
)

/** Common nouns that stand before a suffix without naming anything: 施工工地, 搅拌站, 断头路. */
export const genericWords: ReadonlySet<string> = new Set(
  listed(
    '施工 建设 开发 拆迁 交通 改造 安置 违建 管理 工程 服务 教育 建筑 精装 装修 整治 商业 保险 住宅 ' +
      '商品 人行 人行过街 过街 断头 加油 变电 垃圾 垃圾中转 中转 搅拌 修建搅拌 高速 高速公 实验 水泥 ' +
      '职业技术 职业 技术 普惠性 普惠 配套 公办 民办 公立 私立 社会 相关 很多 通过 几个 两个 部分 部分路 ' +
      '同一 大型 新建 新老 移动 联通 电信 电力 物流 快递 房地产 地产 置业 家属 沿线 运营 供水 自来水 环境 ' +
      '卫生服务 文体 行政 政务服务 便民服务 体育 城市 城市建设 轨道 轨道交通 火车 汽车 客运 公共 停车 ' +
      '地下停车 生活 老旧 封闭式 安置小 商住 临街 乡村 农村 全市 全国 中国 本市 培训 教育培训 购物 步行 ' +
      '主干 快速 道路 十字 交叉 路口 丁字 立交 高架 天桥 跨线 人民 第一 第二 第三 第四 第五 一期 二期 ' +
      '三期 四期 家乡 国家 国家级 多家 一家 两家 大家 上班 下班 过来 养老 中级人民法 人民法 法院 医院 ' +
      '儿童 妇幼保健 疾控 化工 机械 加工 混凝土 砂石 采石 污水处理 处理 回收 废品回收 废品 批发 农贸 菜 ' +
      '生鲜 建材 家具 汽配 二手 二手车 水果 海鲜 美食 小区临 小区底 底 首末 公积金 住房公积金 小区 设置 ' +
      '办理居 居民 小区配套 附近 周边 沿江 道 职工 定向 限价 限价商品 商品房 棚 商贸 科技 投资 网络 装饰 ' +
      '有限 有限责任 分 总 子 股份 金融 担保 贷款 传媒 劳务 组合 房 商 信用 消费 网 校园 套路 高 高利 ' +
      '组合公积金 互联网 互联网金融 政务 信息 网上 官方 个人 P2P p2p 遥控 跑 老板跑 幼儿 过马 城镇 文明 ' +
      '中心 一线 条道 条线 市道 新道 大马 必经之 人行天 过街天 工业 佳 餐饮服务 棚改 城投 小区道 际铁 ' +
      '职业技术学 事务 营销',
  ),
)

function listed(words: string): string[] {
  return words.split(' ')
}
