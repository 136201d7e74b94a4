import { addOfficeDays, dayOf, firstDay, officeDayFrom, partsOf, today, type Day } from '../calendar.ts'
import { type Deputy } from '../people.ts'
import { type District } from '../places.ts'
import { type Random } from '../prng.ts'
import { expand, type Slots } from '../template.ts'
import { readTexts, type TextEntry } from '../texts.ts'
import { unitOf } from '../units.ts'
import { type Suggestion } from './rows.ts'
import { placeSlots } from './slots.ts'
import { type PlantedTopic, topicSlots } from './topics.ts'

const term = '第十六届'

/** The three yearly sessions and what is handed in between them. */
const meetings = [
  { session: '第三次会议', from: '2024-01-10', to: '2024-01-14', count: 540 },
  { session: '第四次会议', from: '2025-01-07', to: '2025-01-11', count: 560 },
  { session: '第五次会议', from: '2026-01-13', to: '2026-01-17', count: 580 },
] as const
const betweenSessions = 320

/** A field of policy deputies write about. */
interface Theme {
  name: string
  category: string
  lead: string
  helpers: string[]
  weight: number
  titles: string[]
  problems: string[]
  causes: string[]
  measures: string[]
}

export interface SuggestionInput {
  deputies: readonly Deputy[]
  districts: readonly District[]
  topics: readonly PlantedTopic[]
}

/** About 2,000 suggestions and motions of three sessions and the time between. */
export function buildSuggestions(input: SuggestionInput, random: Random): Suggestion[] {
  const writer = new SuggestionWriter(input, random)
  for (const topic of input.topics) writer.topic(topic)
  for (const { session, from, to, count } of meetings) writer.fill(session, dayOf(from), dayOf(to), count)
  writer.fill('闭会期间', firstDay, today - 5, betweenSessions)
  return numbered(writer.written)
}

class SuggestionWriter {
  readonly written: Suggestion[] = []
  readonly #input: SuggestionInput
  readonly #random: Random
  readonly #themes: Theme[]
  readonly #phrases: TextEntry

  constructor(input: SuggestionInput, random: Random) {
    this.#input = input
    this.#random = random
    this.#themes = readThemes()
    const [phrases] = readTexts('formal')
    if (!phrases) throw new Error('No formal phrases')
    this.#phrases = phrases
  }

  fill(session: string, from: Day, to: Day, count: number): void {
    for (let index = 0; index < count; index += 1) {
      const theme = this.#random.weighted(this.#themes, ({ weight }) => weight)
      const day = officeDayFrom(this.#random.int(from, to))
      const deputy = this.#random.pick(this.#input.deputies)
      const districts = this.#input.districts
      const home = districts[deputy.districtIndex]
      const district = home && this.#random.chance(0.75) ? home : this.#random.pick(districts)
      const slots = placeSlots(this.#random, this.#random.pick(district.streets), day)
      this.#write({ session, day, theme, deputy, region: district.name, slots, topic: '' })
    }
  }

  /** Deputies take up a hot topic in the time between sessions, in formal words. */
  topic(topic: PlantedTopic): void {
    for (let index = 0; index < topic.suggestions; index += 1) {
      const day = officeDayFrom(
        Math.min(today - 5, topic.from + this.#random.int(10, Math.max(12, topic.to - topic.from))),
      )
      const deputy = this.#random.pick(this.#input.deputies)
      const theme: Theme = {
        name: topic.title,
        category: topic.matter.levels[0],
        lead: topic.matter.agencyCode,
        helpers: [],
        weight: 0,
        titles: [
          '关于尽快解决{地}有关问题的建议',
          `关于${topic.title}问题的建议`,
          '关于回应{地}群众诉求的建议',
        ],
        problems: topic.matter.facts.map((fact) => `群众反映，${fact}`),
        causes: topic.matter.harms.map((harm) => `由此带来的影响是：${harm}`),
        measures: topic.matter.asks.map((ask) => `回应群众诉求。${ask}`),
      }
      const slots = topicSlots(this.#random, topic, day)
      this.#write({
        session: '闭会期间',
        day,
        theme,
        deputy,
        region: topic.street.district.name,
        slots,
        topic: topic.id,
      })
    }
  }

  #write(occasion: Occasion): void {
    const random = this.#random
    const { theme, slots, deputy, session, day } = occasion
    const asked = expand(random, random.pick(theme.titles), slots)
    const measures = random
      .shuffle(theme.measures)
      .slice(0, random.int(3, 5))
      .map((text) => expand(random, text, slots))
    const coSigners = random.chance(0.55) ? 0 : random.int(1, 14)
    const isMotion = coSigners >= 10 && session !== '闭会期间'
    const title = isMotion ? asked.replace(/的建议$/, '的议案') : asked
    this.written.push({
      suggestionId: '',
      category: isMotion ? '议案' : '建议',
      term,
      session,
      title,
      body: bodyText(random, theme, this.#phrases, measures, slots),
      deputy: deputy.name,
      delegation: deputy.delegation,
      coSigners,
      submitted: day,
      leadUnit: unitOf(theme.lead).name,
      coUnits: theme.helpers.map((code) => unitOf(code).name).join('、'),
      region: occasion.region,
      category1: random.chance(0.9) ? theme.category : '',
      topic: occasion.topic,
      ...handled(random, { day, theme, title, measures, deputy, slots, isBetween: session === '闭会期间' }),
    })
  }
}

interface Occasion {
  session: string
  day: Day
  theme: Theme
  deputy: Deputy
  region: string
  slots: Slots
  topic: string
}

function bodyText(
  random: Random,
  theme: Theme,
  phrases: TextEntry,
  measures: readonly string[],
  slots: Slots,
): string {
  const fill = (texts: readonly string[]): string => texts.map((text) => expand(random, text, slots)).join('')
  const sometimes = (mark: string, probability: number): string =>
    random.chance(probability) ? expand(random, random.pick(phrases.lines(mark)), slots) : ''
  const problems = fill(random.shuffle(theme.problems).slice(0, random.int(2, 4)))
  const causes = fill(theme.causes.length > 2 && random.chance(0.3) ? theme.causes.slice(0, 2) : theme.causes)
  const asks = measures.map((text) => text + sometimes('补', 0.45))
  const [lead, bridge, end] = [sometimes('引', 0.75), sometimes('承', 0.6), sometimes('结', 0.7)]
  const tail = end === '' ? '' : `\n${end}`
  return random.pick([
    () =>
      `案由：${theme.name}。${lead}\n一、存在的问题\n${problems}\n二、原因分析\n${causes}${bridge}\n三、意见建议\n${asks.map((text, index) => `（${numerals[index] ?? ''}）${text}`).join('\n')}${tail}`,
    () =>
      `近年来，市委、市政府高度重视${theme.name}工作，取得了一定成效。${lead}但在调研走访中发现，仍存在一些问题：\n${problems}\n分析其原因，${causes}${bridge}\n为此，建议：\n${asks.map((text, index) => `${index + 1}. ${text}`).join('\n')}${tail}`,
    () =>
      `在代表联络站接待选民和入户走访时，群众对${theme.name}反映较为集中。${lead}${problems}${causes}${bridge}\n建议：\n${asks.map((text, index) => `${numerals[index] ?? ''}是${text}`).join('\n')}${tail}`,
  ])()
}

const numerals = '一二三四五'

interface Handling {
  day: Day
  theme: Theme
  title: string
  measures: readonly string[]
  deputy: Deputy
  slots: Slots
  isBetween: boolean
}

type Handled = Pick<
  Suggestion,
  'assigned' | 'signed' | 'due' | 'replied' | 'reply' | 'result' | 'attitude' | 'outcome' | 'status'
>

/** Assigned, signed for, answered within three months (sometimes late or not at all), rated by the deputy or not. */
function handled(random: Random, work: Handling): Handled {
  const assigned = addOfficeDays(work.day, work.isBetween ? random.int(2, 8) : random.int(18, 28))
  const empty = { replied: null, reply: '', result: '', attitude: '', outcome: '' }
  if (assigned > today) return { assigned: null, signed: null, due: null, ...empty, status: '待交办' }
  const signed = addOfficeDays(assigned, random.chance(0.08) ? random.int(11, 18) : random.int(1, 6))
  const due = assigned + (random.chance(0.08) ? 180 : 90)
  const isLate = random.chance(0.08)
  const replied = officeDayFrom(isLate ? due + random.int(3, 70) : assigned + random.int(20, 86))
  const isForgotten = random.chance(0.025)
  if (replied > today || isForgotten) {
    const status = due < today ? '逾期未答复' : '办理中'
    return { assigned, signed: signed > today ? null : signed, due, ...empty, status }
  }
  const result = random.weighted(
    ['A', 'B', 'C', 'D'],
    (letter) => ({ A: 46, B: 37, C: 13, D: 4 })[letter] ?? 0,
  )
  const rate = (): string =>
    random.chance(0.22)
      ? ''
      : random.weighted(['满意', '基本满意', '不满意'], (word) =>
          word === '满意' ? 74 : word === '基本满意' ? 20 : isLate ? 16 : 5,
        )
  return {
    assigned,
    signed,
    due,
    replied,
    reply: suggestionReply(random, work, result, isLate),
    result,
    attitude: rate(),
    outcome: rate(),
    status: replied > due ? '逾期答复' : '已答复',
  }
}

const doneWords: Readonly<Record<string, readonly string[]>> = {
  A: [
    '已会同相关单位落实，相关文件已于{月}月印发实施，首批任务已经完成。',
    '已列入今年重点任务并办结，受益群众约{2-30}千人。',
    '我们已采纳，修订了实施细则，现场整改于近日完成。',
  ],
  B: [
    '已列入明年工作计划，正在开展方案论证和资金测算。',
    '正在推进，已完成前期调研{3-12}次，预计明年二季度前见效。',
    '将结合“十五五”规划编制统筹推进，分{2-4}年实施。',
  ],
  C: [
    '因涉及上级事权和资金安排，目前条件尚不成熟，我们将积极向上争取并持续跟踪。',
    '受编制和财力限制，暂不具备全面推开的条件，拟先行在{区}试点。',
  ],
  D: ['该事项与现行上位法规定不一致，暂无法实施，特此说明。'],
}

function suggestionReply(random: Random, work: Handling, result: string, isLate: boolean): string {
  const unit = unitOf(work.theme.lead).name
  if (random.chance(0.1))
    return `${work.deputy.name}代表：您提出的《${work.title}》收悉。感谢您对我们工作的关心和支持，我们将认真研究您的建议，并在今后工作中予以吸纳。`
  const points = work.measures.map((measure, index) => {
    const head = measure.split('。')[0] ?? ''
    const words = random.pick(doneWords[result] ?? ['我们将认真研究。'])
    return `${'一二三四五'[index] ?? ''}、关于“${head}”的建议。${expand(random, words, work.slots)}`
  })
  const answered = random.chance(0.75) ? points : points.slice(0, 1)
  const sorry = isLate ? '因牵头协调部门较多，答复超出规定期限，敬请谅解。' : ''
  return `${work.deputy.name}代表：您在市${term}人大提出的《${work.title}》收悉。经${unit}研究${work.theme.helpers.length > 0 ? '并商会办单位' : ''}，现答复如下：\n${answered.join('\n')}\n${sorry}感谢您对云岭发展的关心，欢迎继续监督。`
}

function readThemes(): Theme[] {
  return readTexts('themes').map((entry) => {
    const [category = '', lead = '', helpers = '', weight = '1'] = entry.fields
    return {
      name: entry.name,
      category,
      lead,
      helpers: helpers.split(' ').filter(Boolean),
      weight: Number(weight),
      titles: entry.lines('题'),
      problems: entry.lines('状'),
      causes: entry.lines('因'),
      measures: entry.lines('议'),
    }
  })
}

/** '2024-03-0017' for the third session, 'B2024-0003' between sessions. */
function numbered(suggestions: readonly Suggestion[]): Suggestion[] {
  const counts = new Map<string, number>()
  return [...suggestions]
    .sort((left, right) => left.submitted - right.submitted || (left.body < right.body ? -1 : 1))
    .map((suggestion) => {
      const { year } = partsOf(suggestion.submitted)
      const number = '三四五'.indexOf(suggestion.session[1] ?? '') + 3
      const prefix = suggestion.session === '闭会期间' ? `B${year}-` : `${year}-${number}-`
      const count = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, count)
      return { ...suggestion, suggestionId: `${prefix}${String(count).padStart(4, '0')}` }
    })
}
