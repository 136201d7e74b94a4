import { type Day, monthStart, officeDayFrom, partsOf, today } from '../calendar.ts'
import { personName } from '../people.ts'
import { type Random } from '../prng.ts'
import { draftCourses } from './drafts.ts'
import { type Proceeding } from './rows.ts'

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const members = 43

const reports = [
  '上半年国民经济和社会发展计划执行情况',
  '上半年预算执行情况',
  '审计查出问题整改情况',
  '生态环境状况和目标完成情况',
  '代表建议办理情况',
  '老旧小区改造推进情况',
  '义务教育优质均衡发展情况',
  '基层医疗卫生服务能力建设情况',
  '安全生产和应急管理工作情况',
  '国有资产管理情况',
]
const decisions = [
  '批准本级决算',
  '批准预算调整方案',
  '加强城市内涝治理',
  '推进供热保障能力建设',
  '设立全民阅读日',
  '加强检察公益诉讼工作',
]
const checks = ['物业管理条例', '水污染防治法', '食品安全法', '安全生产法', '残疾人保障法']
const posts = ['教育局局长', '民政局局长', '司法局局长', '水利局局长', '审计局局长', '交通运输局局长']

/** A meeting every second month from December 2023 on; the one in December 2026 is still to come. */
export function buildProceedings(random: Random): Proceeding[] {
  return meetings().flatMap((meeting, index) => {
    const items = [
      ...draftItems(meeting),
      ...random.sample(reports, 2).map((title) => item('听取报告', `听取和审议市人民政府关于${title}的报告`)),
      ...(index % 2 === 0
        ? [item('决定决议', `关于${decisions[Math.floor(index / 2) % decisions.length] ?? ''}的决定`)]
        : []),
      ...(index % 3 === 1
        ? [item('视察检查', `《${checks[Math.floor(index / 3) % checks.length] ?? ''}》执法检查报告`)]
        : []),
      ...Array.from({ length: random.int(1, 3) }, () => appointment(random)),
    ]
    return items.map((one, position) => finished(random, meeting, one, position))
  })
}

interface Meeting {
  session: string
  held: Day
}

type Item = Pick<Proceeding, 'category' | 'title' | 'stage' | 'draft'>

function meetings(): Meeting[] {
  return Array.from({ length: 19 }, (_, index) => {
    const month = 11 + index * 2
    const held = officeDayFrom(monthStart(2023 + Math.floor(month / 12), (month % 12) + 1) + 25)
    return { session: `市十六届人大常委会第${chinese(14 + index)}次会议`, held }
  })
}

function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? (numerals[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (numerals[ones] ?? '') : ''}`
}

function draftItems({ held }: Meeting): Item[] {
  const { year, month } = partsOf(held)
  const when = `${year}-${String(month).padStart(2, '0')} `
  return draftCourses.flatMap(({ name, steps }) =>
    steps
      .filter((step) => step.startsWith(when))
      .map((step) => {
        const stage = step.slice(when.length)
        const version =
          stage === '一审' || stage === '拟议' ? '草案' : stage === '二审' ? '草案二次审议稿' : '草案表决稿'
        return {
          category: '法规案',
          title: `审议《${name}（${version}）》`,
          stage,
          draft: `《${name}（${version}）》`,
        }
      }),
  )
}

function item(category: string, title: string): Item {
  return { category, title, stage: '', draft: '' }
}

function appointment(random: Random): Item {
  const act = random.chance(0.6) ? '任命' : '免去'
  const post = `云岭市${random.pick(posts)}`
  return item(
    '任免',
    act === '任命' ? `任命${personName(random)}为${post}` : `免去${personName(random)}的${post}职务`,
  )
}

function finished(random: Random, { session, held }: Meeting, one: Item, position: number): Proceeding {
  const base = { ...one, itemId: String(position + 1), session, held }
  if (held > today) return { ...base, result: '', votes: null, stage: one.stage === '' ? '拟议' : one.stage }
  const isVoted = ['决定决议', '任免'].includes(one.category) || one.stage === '表决'
  if (!isVoted) return { ...base, result: one.category === '法规案' ? '继续审议' : '听取', votes: null }
  const absent = random.int(0, 4)
  const against = random.int(0, 2)
  const abstain = random.int(0, 3)
  return { ...base, result: '通过', votes: [members - absent - against - abstain, against, abstain] }
}
