import { type Random } from './prng.ts'

export interface District {
  code: string
  name: string
  /** How residents call it: 高新区 for the long official name. */
  short: string
  /** Share of the city's messages. */
  weight: number
  streets: Street[]
}

export interface Street {
  code: string
  name: string
  district: District
  communities: string[]
  roads: string[]
  estates: string[]
  school: string
  middleSchool: string
  market: string
  park: string
  clinic: string
  isRural: boolean
}

export const cityCode = '990100'
export const cityName = '云岭市'

const districtNames: readonly [code: string, name: string, short: string, weight: number, streets: string][] =
  [
    [
      '990102',
      '岭东区',
      '岭东区',
      20,
      '望湖街道 钟楼街道 东郊街道 文昌里街道 桂花坪街道 河埠街道 迎旭街道 板桥街道',
    ],
    [
      '990103',
      '岭西区',
      '岭西区',
      17,
      '西津街道 金牛山街道 粮仓街道 青石巷街道 梧桐街道 落霞街道 陶窑街道 柳林街道',
    ],
    ['990104', '澄湖区', '澄湖区', 15, '湖滨街道 澄心街道 渔浦街道 芦花街道 荷塘街道 月牙湾街道 白鹭街道'],
    ['990105', '松涛区', '松涛区', 12, '松涛街道 听泉街道 林场街道 云杉街道 枫岭街道 山前街道 石台镇'],
    ['990106', '南屏区', '南屏区', 12, '南屏街道 屏山街道 杏坛街道 长亭街道 烟墩街道 茶亭镇 双桥镇'],
    [
      '990121',
      '青禾县',
      '青禾县',
      9,
      '青禾镇 禾丰镇 稻香镇 大堰镇 上湾镇 黄泥镇 柿园乡 沙洲乡 清水塘镇 马家桥镇',
    ],
    ['990122', '柏溪县', '柏溪县', 7, '柏溪镇 龙洞镇 竹园镇 红岩镇 瓦窑镇 石磨镇 云顶乡 三岔乡 雾山乡'],
    ['990171', '云岭高新技术产业开发区', '高新区', 8, '创新街道 科苑街道 智谷街道 临港街道'],
  ]

const roadHeads =
  '松风 明德 望岭 春晖 秋实 长庚 听雨 桐荫 建业 兴云 和顺 安澜 文汇 博雅 青云 云台 澄江 映月 锦绣 丰收 银杏 紫薇 海棠 白桦 梅园 兰亭 菊香 竹影 荣光 振兴 同心 康宁 迎晖 晨光 晚晴 飞鸿 鹤鸣 凤栖 麒麟 玉带 金鸡 石榴 桑园 杏林 梨花 桃李 枣园 盐仓 茶马 驿前'.split(
    ' ',
  )
const roadTails = '路 街 大道 巷 东路 西路'.split(' ')
const estateHeads =
  '翠微 锦澜 丽景 云锦 书香 金色 阳光 澄园 半山 望岭 悦湖 清风 和悦 尚品 御景 星河 东方 恒荣 嘉禾 瑞安 春天 水岸 桂语 幸福 康乐 永安 安居 团结 向阳 新世纪 枫丹 橡树 梧桐 紫荆 芳草 玉兰 九里 十里 天禧 平湖'.split(
    ' ',
  )
const estateTails = '家园 花园 豪庭 名邸 雅苑 华府 新村 公寓 新城 里'.split(' ')
const communityHeads =
  '新桥 老街 长青 友谊 光明 红旗 工农 新华 园丁 铁路 纺织 机床 桥头 渡口 莲花 槐树 石桥 水井 北门 南门 东坡 西坡 前进 胜利 和平 永丰 万福 高岭 大塘 小河'.split(
    ' ',
  )
const villageHeads =
  '李家 王家 赵庄 上陈 下陈 东岗 西岗 石坝 新塘 老屋 桃湾 梨树 牛栏 马鞍 水口 坪上 坳头 前湾 后湾 大坪'.split(
    ' ',
  )

/** The invented city: eight districts, sixty streets and towns, each with its own roads and estates. */
export function buildPlaces(random: Random): District[] {
  const roads = crossed(roadHeads, roadTails, random.fork('roads'))
  const estates = crossed(estateHeads, estateTails, random.fork('estates'))
  return districtNames.map(([code, name, short, weight, list]) => {
    const district: District = { code, name, short, weight, streets: [] }
    district.streets = list
      .split(' ')
      .map((street, index) =>
        buildStreet({ district, street, index, roads, estates, random: random.fork(street) }),
      )
    return district
  })
}

interface StreetInput {
  district: District
  street: string
  index: number
  roads: string[]
  estates: string[]
  random: Random
}

function buildStreet({ district, street, index, roads, estates, random }: StreetInput): Street {
  const stem = street.replace(/(街道|镇|乡)$/, '')
  const isRural = district.name.endsWith('县')
  const heads = isRural ? villageHeads : communityHeads
  return {
    code: `${district.code}${String(index + 1).padStart(3, '0')}`,
    name: street,
    district,
    communities: random.sample(heads, 3).map((head) => (isRural ? `${head}村` : `${head}社区`)),
    roads: roads.splice(0, 4),
    estates: estates.splice(0, isRural ? 3 : 6),
    school: `${stem}小学`,
    middleSchool: `${stem}中学`,
    market: `${stem}农贸市场`,
    park: `${stem}公园`,
    clinic: isRural ? `${stem}卫生院` : `${stem}社区卫生服务中心`,
    isRural,
  }
}

function crossed(heads: readonly string[], tails: readonly string[], random: Random): string[] {
  return random.shuffle(heads.flatMap((head) => tails.map((tail) => head + tail)))
}

export function allStreets(districts: readonly District[]): Street[] {
  return districts.flatMap((district) => district.streets)
}
