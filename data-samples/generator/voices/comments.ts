import { type Day, dayOf, dayOfMinute, isoDay, minuteOf } from '../calendar.ts'
import { allStreets, type District, type Street } from '../places.ts'
import { type Random } from '../prng.ts'
import { expand } from '../template.ts'
import { readTexts, type TextEntry } from '../texts.ts'
import { roughen } from './roughen.ts'
import { type Comment } from './rows.ts'
import { placeSlots } from './slots.ts'
import { type PlantedTopic, topicSlots } from './topics.ts'

const openings = [
  '',
  '',
  '',
  '建议：',
  '本人意见如下：',
  '我是普通市民，',
  '作为业主，',
  '从事相关工作多年，',
  '个人认为，',
  '草案总体不错，但是',
]
const closings = [
  '',
  '',
  '',
  '',
  '请予考虑。',
  '望采纳！',
  '谢谢。',
  '希望立法能真正解决问题。',
  '以上意见供参考。',
]
const kinds = [
  '公民',
  '公民',
  '公民',
  '公民',
  '人大代表',
  '社区（村）',
  '企业',
  '行业协会',
  '律师',
  '立法联系点',
]

/** About 300 comments on each of the three drafts, topic comments among them. */
export function buildComments(
  districts: readonly District[],
  topics: readonly PlantedTopic[],
  random: Random,
): Comment[] {
  const streets = allStreets(districts)
  const drafts = new Map<string, TextEntry[]>()
  for (const entry of readTexts('drafts')) drafts.set(entry.name, [...(drafts.get(entry.name) ?? []), entry])
  const comments = [...drafts].flatMap(([draft, clauses]) => {
    const planted = topics.filter((topic) => topic.comments > 0 && draft.includes('物业'))
    const own = planted.flatMap((topic) =>
      Array.from({ length: topic.comments }, () => topicComment(random, clauses, topic)),
    )
    const rest = Array.from({ length: 300 - own.length }, () =>
      ordinaryComment(random, random.pick(clauses), streets),
    )
    return [...own, ...rest]
  })
  return numbered(comments)
}

function ordinaryComment(random: Random, clause: TextEntry, streets: readonly Street[]): Comment {
  const day = commentDay(random, clause)
  const street = random.pick(streets)
  const slots = placeSlots(random, street, day)
  const stance = random.weighted(['支持', '建议修改', '反对'], (word) =>
    word === '建议修改' ? 52 : word === '支持' ? 30 : 18,
  )
  const lines = clause.lines(stance === '支持' ? '赞' : stance === '反对' ? '反' : '改')
  const more = random.chance(0.35) ? random.pick(clause.lines('改')) : ''
  const first = random.pick(lines)
  const text = expand(
    random,
    `${random.pick(openings)}${first}${more === first ? '' : more}${random.pick(closings)}`,
    slots,
  )
  return base(random, clause, {
    day,
    stance,
    body: roughen(random, text),
    region: random.chance(0.7) ? street.district.short : '',
    topic: '',
  })
}

function topicComment(random: Random, clauses: readonly TextEntry[], topic: PlantedTopic): Comment {
  const wanted = topic.id === 'T10' ? '停车位' : '充电'
  const clause = clauses.find(({ fields }) => fields[1]?.includes(wanted)) ?? random.pick(clauses)
  const day = commentDay(random, clause)
  const texts = random.shuffle(topic.entry.lines('评')).slice(0, random.int(1, 2))
  const text = expand(
    random,
    `${random.pick(openings)}${texts.join('')}${random.pick(closings)}`,
    topicSlots(random, topic, day),
  )
  const body = roughen(random, text)
  return base(random, clause, {
    day,
    stance: '建议修改',
    body,
    region: topic.street.district.short,
    topic: topic.id,
  })
}

interface Written {
  day: Day
  stance: string
  body: string
  region: string
  topic: string
}

function base(random: Random, clause: TextEntry, { day, stance, body, region, topic }: Written): Comment {
  const adopted = random.weighted(['采纳', '部分采纳', '未采纳', ''], (word) =>
    word === '' ? 20 : word === '未采纳' ? 42 : 19,
  )
  const reasons = adopted === '' ? [''] : clause.lines(adopted === '未采纳' ? '否' : '纳')
  return {
    commentId: '',
    draft: `《${clause.name}》`,
    clause: random.chance(0.85) ? ((clause.fields[1] ?? '').split(' ')[0] ?? '') : '',
    stance,
    body,
    authorKind: random.pick(kinds),
    created: minuteOf(day, random.int(7, 22), random.int(0, 59)),
    adopted,
    reason: random.pick(reasons),
    region,
    topic,
  }
}

/** Most comments come in the first days and the last days of the period. */
function commentDay(random: Random, clause: TextEntry): Day {
  const [from = '', to = ''] = (clause.fields[0] ?? '').split(' ')
  const length = dayOf(to) - dayOf(from)
  const position = random.chance(0.4)
    ? random.next() ** 2
    : random.chance(0.5)
      ? 1 - random.next() ** 2
      : random.next()
  return dayOf(from) + Math.round(position * length)
}

function numbered(comments: readonly Comment[]): Comment[] {
  return [...comments]
    .sort((left, right) => left.created - right.created || (left.body < right.body ? -1 : 1))
    .map((comment, index) => ({
      ...comment,
      commentId: `YJ${isoDay(dayOfMinute(comment.created)).slice(0, 4)}${String(index + 1).padStart(4, '0')}`,
    }))
}
