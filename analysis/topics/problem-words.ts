/**
 * Families of words that name one kind of problem. Letters about one matter use different members of a family
 * (油烟, 夜宵摊, 排烟管道); the family itself is then what they share. Each line: name, then words and word parts.
 */
const FAMILIES = `
餐饮油烟 油烟 排烟 烟道 夜宵 宵夜 烧烤 餐馆 餐饮 饭店 门店 商铺 门面 底商 临街
噪音扰民 噪音 噪声 扰民 吵闹 太吵 喇叭 音响 广场舞 轰鸣 分贝 睡眠 睡觉
施工扰民 施工 工地 夜间施工 通宵 渣土车 打桩 浇筑 深夜 凌晨
粉尘污染 粉尘 灰尘 扬尘 搅拌站 搅拌厂 砂石 水泥厂
污水异味 污水 臭味 恶臭 异味 臭气 刺鼻 黑臭
垃圾处理 垃圾 垃圾站 垃圾桶 垃圾楼 中转站 焚烧
房屋质量 质量 裂缝 开裂 漏水 渗水 渗漏 脱落 空鼓 墙面 墙体 楼板 外墙
虚假宣传 虚假 宣传 欺诈 欺骗 误导 货不对板 承诺
车位销售 车位 捆绑 强买强卖 搭售 强制购买
停车管理 停车 乱停 违停 停车费 停车位 占道
交通拥堵 拥堵 堵车 红绿灯 信号灯 绿灯 路口 左转 掉头
公交线路 公交 公交车 线路 站台 公交站 班次 发车
地铁建设 地铁 轨道 站点 出入口 地铁站 号线
道路修建 断头路 道路 拉通 修路 路面 破损 坑洼 提质 改造 通车 拓宽
路灯照明 路灯 照明 高杆灯 亮灯
入学就学 入学 学位 上学 就读 招生 学区 配套小学 小学 转学
幼儿园收费 幼儿园 普惠 民办园 公办园 保教费
违规补课 补课 补习 培训班 有偿 周末上课
强制实习 实习 打工 外出打工 进厂 流水线 社会实践 去工厂 学分
培训退费 退费 退款 退钱 退学费 预付 卷款 跑路 停业
工资拖欠 工资 欠薪 薪资 血汗钱 讨薪 工钱 农民工
集资诈骗 诈骗 集资 非法集资 P2P 网贷 平台 理财 出借人 兑付 受害人 立案
征地拆迁 拆迁 征地 征收 安置 补偿 拆迁款 征拆 棚改
违章建筑 违建 违章 私搭 乱搭 搭建 加盖 违章建筑 拆除
物业管理 物业 物业费 业委会 物业公司 维修基金
产权办证 房产证 产权证 不动产证 两证 办证 栋证 网签
供水问题 停水 水压 自来水 用水 供水 水质
供电问题 停电 变压器 变电站 高压线 高压 电线杆 电压
供暖燃气 燃气 天然气 供暖 暖气 供热
电梯安全 电梯 困人 关人 加装电梯
消防隐患 消防 消防通道 火灾 灭火 隐患
麻将赌博 麻将 麻将馆 赌博 老虎机 打鱼机 棋牌
住房公积金 公积金 商转公 组合贷 贷款
人才补贴 人才 购房补贴 租房补贴 新政 生活补贴
购房资格 购房资格 限购 落户 摇号 刚需 认筹
社保医保 社保 医保 报销 养老保险 缴费 生育津贴
规划选址 规划 选址 优化 空地 公示 配套
噪声铁路 高铁 铁路 动车 隔音 屏障
医院建设 医院 就医 看病 挂号 眼科
养老服务 养老 养老院 老人 敬老院
`

interface Family {
  name: string
  words: readonly string[]
}

export const problemFamilies: readonly Family[] = FAMILIES.trim()
  .split('\n')
  .map((line) => {
    const [name = '', ...words] = line.split(' ')
    return { name, words }
  })

const familyOfWord = new Map<string, string>()
for (const family of problemFamilies) {
  for (const word of family.words) if (!familyOfWord.has(word)) familyOfWord.set(word, family.name)
}

/** The family of a word or of a known part of it (夜宵摊 → 夜宵); undefined for words that name no problem. */
export function familyOf(word: string): string | undefined {
  const own = familyOfWord.get(word)
  if (own !== undefined || word.length < 3) return own
  for (let length = Math.min(4, word.length - 1); length >= 2; length--) {
    for (let start = 0; start + length <= word.length; start++) {
      const part = familyOfWord.get(word.slice(start, start + length))
      if (part !== undefined) return part
    }
  }
  return undefined
}

/** Kinds of problem a title names: the families of the words that stand in it, cut or not. */
export function kindsOf(title: string): string[] {
  return problemFamilies
    .filter(({ words }) => words.some((word) => title.includes(word)))
    .map(({ name }) => name)
}
