import { type Day, partsOf, weekday } from '../calendar.ts'
import { idNumber, personName, phoneNumber, surname } from '../people.ts'
import { type Street } from '../places.ts'
import { type Random } from '../prng.ts'
import { type Slots } from '../template.ts'

const weekdays = '日一二三四五六'
const developers = [
  '云岭示例置业有限公司',
  '示例省示例地产开发有限公司',
  '云岭示例城建开发有限公司',
  '示例恒盛示例房地产有限公司',
]
const managers = [
  '云岭示例物业服务有限公司',
  '示例和家示例物业有限公司',
  '云岭示例佳园物业管理有限公司',
  '示例省示例物业集团云岭分公司',
]
const firms = [
  '云岭示例建筑有限公司',
  '云岭示例劳务有限公司',
  '云岭示例装饰工程有限公司',
  '云岭示例电子有限公司',
  '云岭示例餐饮管理有限公司',
  '云岭示例纺织有限公司',
]

/** Everything a template may name, at one place and day; names stay the same within one text. */
export function placeSlots(random: Random, street: Street, day: Day): Slots {
  const { year, month } = partsOf(day)
  const [road, otherRoad] = random.shuffle(street.roads)
  const [estate, otherEstate] = random.shuffle(street.estates)
  const community = random.pick(street.communities)
  return {
    区: street.district.short,
    街道: street.name,
    社区: community,
    村: community,
    路: road ?? '',
    路二: otherRoad ?? '',
    小区: estate ?? '',
    小区二: otherEstate ?? '',
    学校: street.school,
    中学: street.middleSchool,
    市场: street.market,
    公园: street.park,
    医院: random.chance(0.5) ? street.clinic : '市第一人民医院',
    公交: `${random.int(1, 88)}路`,
    楼: `${random.int(1, 26)}${random.pick(['栋', '号楼'])}${random.chance(0.5) ? `${random.int(1, 4)}单元` : ''}`,
    姓: surname(random),
    人名: () => personName(random),
    手机: phoneNumber(random),
    身份证: idNumber(random),
    邮箱: `user${random.int(1000, 9999)}@example.com`,
    车牌: `示A${random.pick(['D', 'F'])}${random.int(10000, 99999)}`,
    银行卡: `62299900${random.int(1000, 9999)}${random.int(1000, 9999)}`,
    公司: random.pick(firms),
    物业: random.pick(managers),
    开发商: random.pick(developers),
    年: String(year),
    去年: String(year - 1),
    前年: String(year - 2),
    月: String(month),
    近日: () => recentDay(random, day),
    早前: () => earlierDay(random, day),
    时刻: () => clock(random),
  }
}

function recentDay(random: Random, day: Day): string {
  const when = day - random.int(0, 9)
  const { month, day: dayOfMonth } = partsOf(when)
  const exact = `${month}月${dayOfMonth}日`
  return random.pick([
    exact,
    exact,
    `${month}.${dayOfMonth} `,
    `上周${weekdays[weekday(when)] ?? ''}`,
    '前天',
    '昨天',
    '这几天',
    `${month}月${dayOfMonth}号`,
  ])
}

function earlierDay(random: Random, day: Day): string {
  const { year, month } = partsOf(day - random.int(40, 420))
  return random.pick([`${year}年${month}月`, `${year}年${month}月份`, '去年', '半年前', '年初', '三个月前'])
}

function clock(random: Random): string {
  const minute = random.pick(['', '半', '多'])
  return random.pick([
    `晚上${random.int(7, 11)}点${minute}`,
    `凌晨${random.int(1, 4)}点${minute}`,
    `早上${random.int(6, 9)}点${minute}`,
    `下午${random.int(1, 6)}点${minute}`,
    `${random.int(19, 23)}:${String(random.int(0, 59)).padStart(2, '0')}`,
    `中午12点${minute}`,
  ])
}
